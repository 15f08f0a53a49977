import { beforeAll, describe, expect, it } from 'vitest';
import { formatExact } from '../../src/accounts/decimal.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { compileSite } from '../../src/compile/compile-site.ts';
import { explain, type Explanation } from '../../src/figures/explain.ts';
import { edited, realFiles, textOf } from '../support/project.ts';

const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
let booklet: Booklet;

async function compiled(change?: readonly [from: string, to: string]): Promise<Booklet> {
  const files = await realFiles('changji-sme');
  const site = compileSite(change === undefined ? files : edited(files, ACCOUNTS, ...change));
  const found = site.units[0]?.booklets[0];
  if (found === undefined) throw new Error('no booklet');
  return found;
}

function exactOf(book: Booklet, id: string): string {
  const { value } = book.figures.get(id);
  return value.state === 'known' ? formatExact(value.exact) : value.state;
}

beforeAll(async () => {
  booklet = await compiled();
});

describe('figures of the reference booklet', () => {
  it.each([
    ['收入.总计', '513.95'],
    ['收入.总计.增减额', '63.42'],
    ['支出.项目支出', '362.81'],
    ['支出.208.一般公共预算.合计', '21.58'],
    ['支出.2011350.一般公共预算.合计.增减额', '-61.05'],
    ['支出.2150517.一般公共预算.项目支出', '108.1'],
    ['支出.2150517.一般公共预算.基本支出', '0'],
    ['基本支出.302', '10.74'],
    ['绩效.project-8.总分', '60.88'],
  ])('%s is %s', (id, value) => {
    expect(exactOf(booklet, id)).toBe(value);
  });

  it('does not know what was not disclosed, nor any sum that needs it', () => {
    for (const id of [
      '支出.201.合计',
      '支出.206.合计',
      '支出.2011350.项目支出',
      '基本支出.30101',
      '基本支出.301',
    ]) {
      expect([id, exactOf(booklet, id)]).toEqual([id, 'undisclosed']);
    }
    expect(exactOf(booklet, '支出.2011350.基本支出')).toBe('114.13');
  });

  it('has one figure for each id', () => {
    const ids = booklet.figures.all().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(500);
  });
});

describe('explaining a figure', () => {
  it('leads down to entries in files', () => {
    const places: string[] = [];
    const visit = (node: Explanation): void => {
      places.push(...node.origin.flatMap((sentence) => /content\/\S+:\d+:\d+/.exec(sentence) ?? []));
      node.inputs.forEach(visit);
    };
    visit(explain('收入.总计.增减率', booklet.told));
    expect(places).toContainEqual(expect.stringMatching(/2022\/accounts\.yaml:\d+:\d+/));
    expect(places).toContainEqual(expect.stringMatching(/2023\/accounts\.yaml:\d+:\d+/));
  });

  it('points at the line that holds the amount', async () => {
    const tree = explain('政府采购.货物', booklet.told);
    const line = Number(/:(\d+):\d+$/.exec(tree.origin[0] ?? '')?.[1]);
    const text = textOf(await realFiles('changji-sme'), ACCOUNTS);
    expect(text.split('\n')[line - 1]).toContain('货物: 5.59');
  });

  it('works for every figure, without a circle', () => {
    for (const { id } of booklet.figures.all()) expect(explain(id, booklet.told).id).toBe(id);
  });
});

describe('changing one amount', () => {
  it('moves everything that depends on it', async () => {
    const changed = await compiled(['  货物: 5.59', '  货物: 6.59']);
    expect(changed.figures.get('政府采购.总额').approval?.computed).toMatchObject({ state: 'known' });
    const computed = changed.figures.get('政府采购.总额').approval?.computed;
    expect(computed?.state === 'known' && formatExact(computed.exact)).toBe('146.57');
  });
});
