import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtSite } from '../../support/served-site.ts';

let folder: string;

beforeAll(async () => {
  folder = await builtSite();
});

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const pageOf = (path: string): Root => fromHtml(read(`${path}index.html`));

function all(root: Root | Element, fits: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => {
    if (fits(element)) found.push(element);
  });
  return found;
}

const hasClass = (name: string) => (element: Element) =>
  Array.isArray(element.properties['className']) && element.properties['className'].includes(name);
const textOf = (element: Element): string => toString(element).replaceAll(/\s+/g, '');

describe('the three public expenses of a body', () => {
  it('say of each kind what was spent, the budget, the change, the counts and the reasons', () => {
    const cards = all(pageOf('demo-bureau/2023/answers/three-public/'), hasClass('answer-cards'))
      .flatMap((list) => all(list, ({ tagName }) => tagName === 'div'))
      .map(textOf);
    expect(cards).toHaveLength(4);
    expect(cards[3]).toBe(
      '公务接待费2.74万元全年预算数3.00万元，没有花完比上年增加0.77万元，增长39.05%国内公务接待批次：33批次，国内公务接待人次：276人次与上年相比，主要原因：“兄弟地市来访学习热线和大厅建设经验的批次恢复性增加，全年国内公务接待33批次、276人次”。与预算相比，主要原因：“接待用餐以自助餐为主，陪餐人数压减，接待费低于全年预算”。接待来办公事的人的开支。',
    );
  });

  it('stand beside those of the other body, the larger first', () => {
    const rows = all(pageOf('three-public/2023/'), ({ tagName }) => tagName === 'tr').map(textOf);
    expect(rows[1]).toBe('示例市政务服务局49.799.3637.692.74');
    expect(rows[3]).toBe('昌吉回族自治州中小企业发展局1.680.001.680.00');
  });
});

describe('projects', () => {
  const projects = (): readonly Element[] =>
    all(pageOf('changji-sme/2023/answers/performance/'), hasClass('assessed'));

  it('come from the lowest score, and the whole body last', () => {
    const scores = projects().map((one) => Number(/总分([\d.]+)分/.exec(textOf(one))?.[1]));
    expect(scores).toHaveLength(9);
    expect(scores.slice(0, 3)).toEqual([60.88, 80, 95]);
    expect(scores.slice(0, 8)).toEqual(scores.slice(0, 8).toSorted((a, b) => a - b));
  });

  it('say what they missed and why, in the words of their forms', () => {
    const [lowest] = projects();
    const missed = lowest === undefined ? [] : all(lowest, ({ tagName }) => tagName === 'li').map(textOf);
    expect(missed).toHaveLength(4);
    expect(missed[1]).toBe(
      '项目完成率：指标值“≥90%”，完成值“=67%”，得分0.88分（分值5分）偏差原因：“此项目为单位保障项目。属于补助资金”。',
    );
  });

  it('say so where it was the spending that cost points', () => {
    const page = all(pageOf('demo-bureau/2023/answers/performance/'), hasClass('assessed')).map(textOf);
    expect(page.find((text) => text.startsWith('社区代办点适老化改造'))).toContain(
      '预算执行没有得满分：执行得分8.63分（执行分值10分）',
    );
  });
});

describe('a chart by itself', () => {
  const charts = ['flow', 'revenue', 'expenditure-classes', 'three-public'];

  it.each(charts)('%s: a picture that names its source, and the numbers that it shows', (chart) => {
    const at = `demo-bureau/2023/embed/${chart}`;
    const svg = read(`${at}.svg`);
    const [head, ...rows] = read(`${at}.csv`).trim().split('\r\n');
    expect(svg).toContain('来源：示例市政务服务局2023年度部门决算公开说明');
    expect(svg).not.toContain('class=');
    expect(head).toMatch(/（万元）,/);
    const known = rows.filter((row) => !/,0(,|$)/.test(row));
    expect(known.length).toBeGreaterThan(2);
    for (const row of known) expect(svg).toContain(row.split(',')[0]);
  });

  it('runs nothing, and leads out of the frame to its booklet', () => {
    const html = read('demo-bureau/2023/embed/flow/index.html');
    expect(html).not.toContain('<script');
    expect(html).toContain("default-src 'none'");
    expect(html).toMatch(/<a href="\.\.\/\.\.\/index\.html#chart-flow" target="_top">/);
  });
});

describe('the flow of money', () => {
  it('comes in and goes out as the same total', () => {
    const rows = read('demo-bureau/2023/embed/flow.csv').trim().split('\r\n').slice(1);
    const sum = (isSource: boolean): number =>
      rows
        .map((row) => row.split(','))
        .filter(([, , id = '']) => id.startsWith('收入.') === isSource)
        .reduce((total, [, value]) => total + Number(value), 0);
    expect(sum(true)).toBeCloseTo(6399.73, 1);
    expect(sum(false)).toBeCloseTo(sum(true), 4);
  });
});

describe('from the page of one year', () => {
  it.each(['', 'compare/', 'answers/three-public/', 'answers/performance/'])(
    'the same page (%s) of the other years is one step away, without a script',
    (page) => {
      const [years] = all(pageOf(`demo-bureau/2022/${page}`), hasClass('year-switch'));
      const links =
        years === undefined ? [] : all(years, (link) => link.tagName === 'a' && /\d/.test(textOf(link)));
      expect(
        links.map((link) => [
          textOf(link),
          join(`demo-bureau/2022/${page}`, String(link.properties['href'])),
        ]),
      ).toEqual(
        ['2021', '2022', '2023'].map((year) => [`${year}年`, `demo-bureau/${year}/${page}index.html`]),
      );
      expect(links.map(({ properties }) => properties['ariaCurrent'])).toEqual([
        undefined,
        'page',
        undefined,
      ]);
    },
  );
});
