import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { tableToHast } from '../../src/document/table-hast.ts';
import { cell, type TableView } from '../../src/document/table-view.ts';

const amount = (id: string, text: string) =>
  cell('amount', text, { figure: { id, unit: '万元', value: `${text}0` } });

const STATUTORY: TableView = {
  key: 'costs',
  kind: 'statutory',
  title: '支出表',
  number: '公开09表',
  unitName: '示例市2院',
  orientation: 'landscape',
  dense: true,
  widths: [1, 3, 1, 1],
  head: [
    [cell('head', '项目', { columns: 2 }), cell('head', '决算数', { columns: 2 })],
    [cell('head', '编码'), cell('head', '名称'), cell('head', '小计'), cell('head', '其中：\n3月')],
  ],
  body: [
    [cell('row', '合计', { columns: 2 }), amount('a', '9.00'), amount('b', '1.00')],
    [cell('code', '20101'), cell('row', '人大事务', { depth: 1 }), amount('c', '9.00'), cell('blank', '')],
    [cell('code', '201'), cell('row', '一般公共服务', { depth: 0 }), cell('dash', '—'), amount('d', '1.00')],
  ],
  note: '注：单位：万元。\n第2行。',
};

const FORM: TableView = {
  key: 'project-1',
  kind: 'form',
  title: '项目支出绩效自评表',
  subtitle: '（2023年度）',
  unitName: '示例市2院',
  orientation: 'portrait',
  widths: [1, 1],
  head: [],
  body: [
    [cell('head', '指标'), cell('head', '得分')],
    [
      cell('group', '产出', { rows: 2 }),
      cell('amount', '10', { figure: { id: 'e', unit: '分', value: '10' } }),
    ],
    [cell('row', '数量')],
    [cell('text', '一级\n\n二级'), cell('amount', '5.5')],
  ],
};

const htmlOf = (view: TableView): string => toHtml(tableToHast(view));
const tags = (html: string, tag: string): readonly string[] =>
  html.match(new RegExp(`<${tag}[ >].*?</${tag}>`, 'gs')) ?? [];
/** A table that does not say one of the things which it need not say. */
function without(key: 'dense' | 'number' | 'note' | 'subtitle', view: TableView): TableView {
  return Object.fromEntries(Object.entries(view).filter(([name]) => name !== key)) as unknown as TableView;
}

/** A table without the marks of numbers that belong to wording. */
const plain = (view: TableView): string => htmlOf(view).replace(/<span data-literal>(.*?)<\/span>/g, '$1');

describe('a statutory table', () => {
  it('says on its figure what it is and how its sheet lies', () => {
    expect(htmlOf(STATUTORY)).toMatch(
      /^<figure class="sheet" data-table="costs" data-orientation="landscape" data-dense><figcaption>/,
    );
    expect(htmlOf(without('dense', STATUTORY))).toMatch(/data-orientation="landscape"><figcaption>/);
  });

  it('is captioned by title, number, unit and money, 万元 unless it says otherwise', () => {
    const [caption] = tags(plain(STATUTORY), 'figcaption');
    expect(caption).toBe(
      '<figcaption><h3 class="sheet-title" id="table-costs">支出表</h3><span class="sheet-number">公开09表</span>' +
        '<span class="sheet-unit">单位：示例市2院</span><span class="sheet-money">金额单位：万元</span></figcaption>',
    );
    expect(plain({ ...without('number', STATUTORY), moneyUnit: '元' })).toContain(
      '<span class="sheet-number"></span><span class="sheet-unit">单位：示例市2院</span><span class="sheet-money">金额单位：元</span>',
    );
  });

  it('scrolls as a group that the keyboard reaches and its title names', () => {
    expect(htmlOf(STATUTORY)).toContain(
      '</figcaption><div class="sheet-scroll" tabindex="0" role="group" aria-labelledby="table-costs"><table>' +
        '<colgroup><col><col><col><col></colgroup><thead>',
    );
  });

  it('has heads that know their columns, the lowest of them one column each', () => {
    expect(tags(plain(STATUTORY), 'tr').slice(0, 2)).toEqual([
      '<tr><th id="costs-h1-1" scope="colgroup" class="stub" colspan="2">项目</th>' +
        '<th id="costs-h1-2" scope="colgroup" colspan="2">决算数</th></tr>',
      '<tr><th id="costs-h2-1" scope="col">编码</th><th id="costs-h2-2" scope="col" class="stub">名称</th>' +
        '<th id="costs-h2-3" scope="col">小计</th><th id="costs-h2-4" scope="col">其中：\n3月</th></tr>',
    ]);
  });

  it('tells of each cell the heads above it, and of an amount the name of its row', () => {
    expect(tags(plain(STATUTORY), 'tr').slice(2)).toEqual([
      '<tr><th class="row stub" id="costs-r1-1" scope="row" headers="costs-h1-1 costs-h2-1" colspan="2">合计</th>' +
        '<td class="amount" headers="costs-h1-2 costs-h2-3 costs-r1-1" data-figure="a" data-value="9.000">9.00</td>' +
        '<td class="amount" headers="costs-h1-2 costs-h2-4 costs-r1-1" data-figure="b" data-value="1.000">1.00</td></tr>',
      '<tr><td class="code" headers="costs-h1-1 costs-h2-1">20101</td>' +
        '<th class="row stub" id="costs-r2-2" scope="row" headers="costs-h1-1 costs-h2-2" data-depth="1">人大事务</th>' +
        '<td class="amount" headers="costs-h1-2 costs-h2-3 costs-r2-2" data-figure="c" data-value="9.000">9.00</td>' +
        '<td class="blank"></td></tr>',
      '<tr><td class="code" headers="costs-h1-1 costs-h2-1">201</td>' +
        '<th class="row stub" id="costs-r3-2" scope="row" headers="costs-h1-1 costs-h2-2">一般公共服务</th>' +
        '<td class="dash" headers="costs-h1-2 costs-h2-3">—</td>' +
        '<td class="amount" headers="costs-h1-2 costs-h2-4 costs-r3-2" data-figure="d" data-value="1.000">1.00</td></tr>',
    ]);
  });

  it('places the heads of a later row beside those that reach down from above', () => {
    const deep: TableView = {
      ...STATUTORY,
      head: [
        [
          cell('head', '项目', { rows: 2 }),
          cell('head', '收入', { columns: 2 }),
          cell('head', '结余', { rows: 2 }),
        ],
        [cell('head', '本年'), cell('head', '上年')],
      ],
      body: [[cell('row', '合计'), amount('a', '1.00'), amount('b', '2.00'), amount('c', '3.00')]],
    };
    const html = plain(deep);
    expect(tags(html, 'th').slice(0, 2)).toEqual([
      '<th id="costs-h1-1" scope="col" class="stub" rowspan="2">项目</th>',
      '<th id="costs-h1-2" scope="colgroup" colspan="2">收入</th>',
    ]);
    expect([...html.matchAll(/<td class="amount" headers="([^"]*)"/g)].map(([, heads]) => heads)).toEqual([
      'costs-h1-2 costs-h2-1 costs-r1-1',
      'costs-h1-2 costs-h2-2 costs-r1-1',
      'costs-h1-3 costs-r1-1',
    ]);
  });

  it('has one head over code and name where nothing stands between it and the rows', () => {
    const head = [[cell('head', '项目', { columns: 2 }), cell('head', '小计'), cell('head', '其中')]];
    expect(tags(plain({ ...STATUTORY, head }), 'th')[0]).toBe(
      '<th id="costs-h1-1" scope="col" class="stub" colspan="2">项目</th>',
    );
  });

  it('leaves an amount without a name of its row to the heads above', () => {
    const body = [[cell('code', '201'), cell('text', '其他'), amount('a', '1.00'), amount('b', '2.00')]];
    expect(plain({ ...STATUTORY, body })).toContain(
      '<td class="amount" headers="costs-h1-2 costs-h2-3" data-figure="a"',
    );
  });

  it('has a note a line each below it, and none where it has none', () => {
    expect(plain(STATUTORY)).toMatch(
      /<\/table><\/div><p class="sheet-note">注：单位：万元。<\/p><p class="sheet-note">第2行。<\/p><\/figure>$/,
    );
    expect(plain(without('note', STATUTORY))).toMatch(/<\/table><\/div><\/figure>$/);
  });
});

describe('a form', () => {
  it('is captioned by its title and the year', () => {
    expect(plain(FORM)).toMatch(
      /^<figure class="form" data-form="project-1"><figcaption><h4 class="form-title" id="form-project-1">项目支出绩效自评表<\/h4><p class="form-year">（2023年度）<\/p><\/figcaption><div class="sheet-scroll" tabindex="0" role="group" aria-labelledby="form-project-1"><table><colgroup><col><col><\/colgroup><tbody>/,
    );
    expect(plain(without('subtitle', FORM))).toContain('<p class="form-year"></p>');
  });

  it('has its fixed words as heads of what they stand above and beside', () => {
    expect(tags(plain(FORM), 'tr')).toEqual([
      '<tr><th class="head" scope="col">指标</th><th class="head" scope="col">得分</th></tr>',
      '<tr><th class="group" scope="rowgroup" rowspan="2">产出</th><td class="amount" data-figure="e" data-value="10">10</td></tr>',
      '<tr><th class="row" scope="row">数量</th></tr>',
      '<tr><td class="text">一级<br>二级</td><td class="amount">5.5</td></tr>',
    ]);
  });
});

describe('a number in a table', () => {
  it('belongs to the wording where no figure stands behind it, and to its figure otherwise', () => {
    expect(htmlOf(STATUTORY)).toContain('公开<span data-literal>09</span>表');
    expect(htmlOf(STATUTORY)).toContain('单位：示例市<span data-literal>2</span>院');
    expect(htmlOf(STATUTORY)).toContain('其中：\n<span data-literal>3</span>月');
    expect(htmlOf(STATUTORY)).toContain('第<span data-literal>2</span>行。');
    expect(htmlOf(FORM)).toContain('（<span data-literal>2023</span>年度）');
    expect(htmlOf(FORM)).toContain('<td class="amount" data-figure="e" data-value="10">10</td>');
    expect(htmlOf(FORM)).toContain('<td class="amount"><span data-literal>5.5</span></td>');
  });
});
