import { beforeAll, describe, expect, it } from 'vitest';
import { sentenceText } from '../../src/charts/chart.ts';
import { FigureWords } from '../../src/charts/figure-words.ts';
import { compareBooklet, type ComparedSection } from '../../src/compile/booklet-comparison.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { comparedWords, type ComparedWords } from '../../src/site/figures/compared-words.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

let booklets: readonly Booklet[];

beforeAll(async () => {
  booklets = compiled(await realFiles('changji-sme', 'demo-bureau')).units.flatMap((unit) => unit.booklets);
});

function bookletOf(slug: string, year: number): Booklet {
  const found = booklets.find((one) => one.slug === slug && one.year === year);
  if (found === undefined) throw new Error(`no booklet of ${slug}/${year}`);
  return found;
}

/** What is said of a change by its sign, amounts without one of their own. */
const SAID = { up: /^增加[\d.]+万元(?:，增长[\d.]+%)?$/, down: /^减少[\d.]+万元，下降[\d.]+%$/ } as const;

describe('a change in words', () => {
  it('goes the way of its sign, whichever figure it is of', () => {
    const said = booklets.flatMap((booklet) => {
      const words = new FigureWords(booklet.source);
      return booklet.figures.all('万元').flatMap(({ id }) => {
        const change = words.exact(`${id}.增减额`);
        if (change === undefined || change.isZero()) return [];
        return [{ id, up: change.gt(0), text: sentenceText(words.change(id)), way: words.direction(id) }];
      });
    });
    for (const up of [true, false]) {
      const ofSign = said.filter((one) => one.up === up);
      expect(ofSign.length).toBeGreaterThan(300);
      const wrong = ofSign.filter(
        ({ text, way }) =>
          !SAID[up ? 'up' : 'down'].test(text.replace(/^比上年/, '')) || way !== (up ? 'up' : 'down'),
      );
      expect(wrong).toEqual([]);
    }
  });

  it('is as the texts and tables have it', () => {
    const words = new FigureWords(bookletOf('changji-sme', 2023).source);
    const id = '支出.2011350.一般公共预算.合计';
    expect(sentenceText(words.change(id))).toBe('比上年减少61.05万元，下降34.85%');
    expect(sentenceText(words.growth(id))).toBe('下降34.85%');
    expect(sentenceText(words.change('收入.总计'))).toBe('比上年增加63.42万元，增长14.08%');
    expect(sentenceText(words.growth('收入.总计'))).toBe('增长14.08%');
  });
});

describe('a section of the comparison in words', () => {
  const texts = ({ whole, growth, items }: ComparedWords) => [whole, growth, items].map(sentenceText);
  const sectionOf = (booklet: Booklet, key: string): ComparedSection => {
    const found = compareBooklet(booklet).sections.find((one) => one.key === key);
    if (found === undefined) throw new Error(`no section ${key}`);
    return found;
  };
  const wordsOf = (booklet: Booklet, key: string) => comparedWords(sectionOf(booklet, key), booklet);

  it.each([
    [
      'demo-bureau',
      2022,
      'stateCapital',
      [
        '国有资本经营预算财政拨款支出114.48万元，比上年减少18.12万元，下降13.67%',
        '国有资本经营预算财政拨款支出下降13.67%',
        '减少最多的是其他国有资本经营预算支出，减少13.65万元',
      ],
      'down',
    ],
    [
      'demo-bureau',
      2023,
      'three-public',
      [
        '“三公”经费决算数49.79万元，比上年增加7.04万元，增长16.46%',
        '“三公”经费决算数增长16.46%',
        '增加最多的是因公出国（境）费，增加5.46万元',
      ],
      'up',
    ],
    [
      'changji-sme',
      2023,
      'generalBudget',
      [
        '一般公共预算财政拨款支出292.54万元，比上年减少157.99万元，下降35.07%',
        '一般公共预算财政拨款支出下降35.07%',
        '增加最多的是产业发展，增加108.10万元；减少最多的是其他商贸事务支出，减少203.48万元',
      ],
      'down',
    ],
    // From nothing there is no rate.
    [
      'changji-sme',
      2023,
      'three-public',
      [
        '“三公”经费决算数1.68万元，比上年增加1.68万元',
        '“三公”经费决算数增加1.68万元',
        '增加最多的是公务用车运行维护费，增加1.68万元',
      ],
      'up',
    ],
    // Of last year's total nothing is known.
    ['changji-sme', 2023, 'expenditure', ['本年支出合计513.95万元', '', ''], undefined],
  ] as const)(
    '%s %i %s says how its whole changed, and what rose and fell most',
    (slug, year, key, said, way) => {
      const words = wordsOf(bookletOf(slug, year), key);
      expect(texts(words)).toEqual(said);
      expect(words.direction).toBe(way);
    },
  );

  it('of an item that only last year had says that it fell by all of it', async () => {
    const files = edited(
      await realFiles('demo-bureau'),
      'content/units/demo-bureau/2023/accounts.yaml',
      '  "2011308":\n    名称: 招商引资\n    一般公共预算:\n      项目支出: 589203.38\n',
      '',
    );
    const booklet = compiled(files).units[0]?.booklets.at(-1);
    expect(booklet && sentenceText(wordsOf(booklet, 'generalBudget').items)).toMatch(
      /；减少最多的是招商引资，减少47\.60万元$/,
    );
  });
});
