import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../../src/compile/booklet.ts';
import type { FigureRecord } from '../../../src/outputs/data/figure-record.ts';
import { bookletOf, dataOf, textOf } from './data-of.ts';

describe('figures.json', () => {
  let booklet: Booklet;
  let figures: readonly FigureRecord[];
  let byId: ReadonlyMap<string, FigureRecord>;

  beforeAll(async () => {
    booklet = await bookletOf('changji-sme');
    const files = await dataOf(booklet);
    figures = (JSON.parse(textOf(files, 'figures.json')) as { figures: FigureRecord[] }).figures;
    byId = new Map(figures.map((figure) => [figure.id, figure]));
  });

  it('has every figure that the document prints, with its value', () => {
    const printed: (readonly [string, string])[] = [];
    for (const { content } of booklet.render().parts) {
      visit({ type: 'root', children: [...content] }, 'element', ({ properties }) => {
        const id = properties['dataFigure'];
        if (typeof id === 'string')
          printed.push([id, String(properties['dataValue'] ?? properties['value'])]);
      });
    }
    expect(printed.length).toBeGreaterThan(500);
    expect(printed.some(([id]) => id.endsWith('.增减率'))).toBe(true);
    for (const [id, value] of printed) {
      const record = byId.get(id);
      expect(record?.state === 'known' ? record.value : record?.state, id).toBe(
        record?.state === 'known' ? value : value === '' ? 'undisclosed' : 'undefined',
      );
    }
  });

  it('has every defined figure once, and every input of another', () => {
    expect(byId.size).toBe(figures.length);
    expect(booklet.figures.ids().filter((id) => !byId.has(id))).toEqual([]);
    const inputs = figures.flatMap(({ origin }) => (origin.kind === 'derived' ? origin.inputs : []));
    expect(inputs.filter((id) => !byId.has(id))).toEqual([]);
  });

  it('says where an amount was entered', () => {
    expect(byId.get('政府采购.货物')).toMatchObject({
      unit: '万元',
      value: '5.59',
      printed: '5.59',
      state: 'known',
      origin: {
        kind: 'reported',
        file: 'content/units/changji-sme/2023/accounts.yaml',
        line: expect.any(Number) as number,
      },
    });
  });

  it('says what a total is made of and how the approved one differs', () => {
    expect(byId.get('收入.总计')).toMatchObject({
      origin: {
        kind: 'derived',
        operation: 'sum',
        inputs: ['收入.本年收入合计', '收入.使用非财政拨款结余', '收入.年初结转和结余'],
      },
      approved: { value: '513.95', computed: '513.96', file: 'content/units/changji-sme/2023/accounts.yaml' },
    });
  });

  it('says where last year’s figure is from', async () => {
    const file = 'content/units/changji-sme/2022/accounts.yaml';
    expect(byId.get('收入.总计.上年')?.lastYear).toMatchObject({ year: 2022, file });
    const demo = textOf(await dataOf(await bookletOf('demo-bureau')), 'figures.json');
    expect(demo).toMatch(/"id":"收入\.总计\.上年".*"lastYear":\{"year":2022,"id":"收入\.总计"\}/);
  });

  it('has no value where nothing is disclosed, and keeps pinned prints', () => {
    expect(byId.get('支出.201.合计')).toMatchObject({ value: null, state: 'undisclosed', printed: '—' });
    expect(
      figures.filter(({ pinned }) => pinned).every(({ pinned, printed }) => pinned?.print === printed),
    ).toBe(true);
  });
});
