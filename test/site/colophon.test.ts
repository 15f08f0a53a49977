import { beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../src/compile/compile-site.ts';
import { colophonOf } from '../../src/site/content/colophon.ts';
import { imprintOf } from '../../src/document/imprint.ts';
import { handOver } from '../../src/summary/handover.ts';
import { compiled } from '../support/compiled.ts';
import { withImprint } from '../support/imprint.ts';
import { realFiles } from '../support/project.ts';

const PAGE = new URL('file:///demo-bureau/2023/print/index.html');

let site: Site;

const newest = () => {
  const booklet = site.units[0]?.booklets.at(-1);
  if (booklet === undefined) throw new Error('no booklet');
  return booklet;
};

beforeAll(async () => {
  site = compiled(withImprint(await realFiles('demo-bureau')));
  handOver({ site, pdf: true });
});

describe('the last page of a printed booklet', () => {
  const told = () => {
    const { items } = colophonOf(newest(), site.settings, PAGE);
    return new Map(items.map(({ name, text }) => [name, text]));
  };

  it('says which edition it is, where it stands on the web, and what was checked', () => {
    expect(told().get('版次')).toBe('第3版');
    expect(told().get('网上全文')).toBe('https://juesuan.example/demo-bureau/2023/');
    expect(told().get('核对')).toMatch(
      /^核对了\d+条规则，都没有发现；公开了\d+个数字，决算表共\d+个，未公开0个$/u,
    );
  });

  it('says in the words of the site’s foot who answers for it and when it was published', () => {
    const { items } = imprintOf(site.settings, newest().unit, newest().publication);
    expect(items.length).toBeGreaterThan(5);
    for (const { name, text } of items) expect(told().get(name)).toBe(text);
    expect(told().get('公开日期')).toBe('2024年9月5日');
  });

  it('says what each edition corrected', () => {
    const { corrections } = colophonOf(newest(), site.settings, PAGE);
    expect(corrections.map(({ edition, changes }) => [edition, changes])).toEqual([
      [2, '原来漏列一份合同'],
      [3, '再次核对了合同'],
    ]);
    expect(corrections[0]?.figures[0]).toMatchObject({ before: '739.80', after: '741.80' });
  });
});
