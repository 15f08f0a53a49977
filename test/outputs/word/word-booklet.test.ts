import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Booklet } from '../../../src/compile/booklet.ts';
import type { BookletDocument } from '../../../src/document/booklet-document.ts';
import { cell, type TableView } from '../../../src/document/table-view.ts';
import { placeCells } from '../../../src/pack/grid.ts';
import { wordBooklet } from '../../../src/outputs/word/word-booklet.ts';
import { bookletOf } from '../data/data-of.ts';
import { readWord, wordFiles, type WordBlock, type WordSection } from './read-word.ts';

let booklet: Booklet;
let made: BookletDocument;
let bytes: Uint8Array;
let sections: readonly WordSection[];

beforeAll(async () => {
  booklet = await bookletOf('demo-bureau');
  made = booklet.render();
  bytes = await wordBooklet(booklet);
  sections = readWord(bytes);
});

afterEach(() => void vi.useRealTimers());

const fold = (text: string): string => text.replaceAll(/\s+/g, '');
const blocksIn = (of: readonly WordSection[]): readonly WordBlock[] => of.flatMap(({ blocks }) => blocks);
/** Behind cover and contents. */
const text = (): readonly WordSection[] => sections.slice(2);
const styled = (style: string): readonly string[] =>
  blocksIn(text())
    .filter((block) => block.style === style)
    .map((block) => block.text);

/** A booklet with one part of this content. */
async function wordOf(
  content: readonly ElementContent[],
  views: readonly TableView[] = [],
): Promise<Uint8Array> {
  const part = { key: 'only', title: '第一部分 甲', hidden: false, content, headings: [] };
  return wordBooklet({
    unit: booklet.unit,
    year: 2023,
    publication: booklet.publication,
    render: () => ({ ...made, parts: [part], tables: views, forms: [] }),
  });
}

const words = async (...content: ElementContent[]): Promise<readonly WordBlock[]> =>
  blocksIn(readWord(await wordOf(content)).slice(2)).slice(1, -1);

describe('the booklet in Word', () => {
  it('has the whole text of the print, in its order, and nothing else', () => {
    const printed = made.parts.map(
      (part) => part.title + part.content.map((node) => toString(node)).join(''),
    );
    expect(
      fold(
        blocksIn(text())
          .map((block) => block.text)
          .join(''),
      ),
    ).toBe(fold(printed.join('')));
  });

  it('has the cover of the print', () => {
    const { head, lines, foot } = made.cover;
    const title = ['示例市政务服务局', '2023年度部门决算公开说明'];
    const cover = sections[0]?.blocks.map((block) => block.text).filter((line) => line !== '');
    expect(cover).toEqual([head.join(' '), ...lines, title.join(' '), foot.join(' ')]);
    expect(sections[0]).toMatchObject({ head: '', foot: '' });
  });

  it('lists parts, sections, tables and forms, before Word has put the pages to them', () => {
    const contents = fold(sections[1]?.blocks.map((block) => block.text).join('') ?? '');
    for (const listed of [
      '目录',
      '第一部分单位概况',
      '三、支出决算情况说明',
      '项目支出绩效自评表',
      '收入决算表',
    ])
      expect(contents).toContain(listed);
    const field = 'TOC \\h \\o &quot;1-2&quot; \\t &quot;绩效自评表标题,3&quot;';
    expect(wordFiles(bytes).get('word/document.xml')).toContain(field);
    expect(wordFiles(bytes).get('word/settings.xml')).toContain('<w:updateFields');
  });

  it('has headings of Word, on three levels', () => {
    expect(styled('Heading1')).toEqual(made.parts.map(({ title }) => title));
    const depths = (depth: 1 | 2): readonly string[] =>
      made.parts.flatMap(({ headings }) =>
        headings.filter((one) => one.depth === depth).map((one) => one.text),
      );
    expect(styled('Heading2')).toEqual([...depths(1), ...made.tables.map(({ title }) => title)]);
    expect(styled('Heading3')).toEqual(depths(2));
    expect(depths(2).length).toBeGreaterThan(3);
    expect(styled('FormTitle')).toEqual(made.forms.map(({ title }) => title));
  });

  it('begins each part, table and form on a new page, which says what is on it, and its number', () => {
    const heads = new Set(text().map(({ head }) => fold(head)));
    for (const { title } of made.parts) expect(heads).toContain(fold(made.runningHead + title));
    for (const { number = '', title } of made.tables)
      expect(heads).toContain(fold(made.runningHead + number + title));
    const firsts = text().map(({ blocks }) => blocks[0]?.style ?? '');
    expect(firsts.filter((style) => style === 'Heading1')).toHaveLength(made.parts.length);
    expect(firsts.filter((style) => style === 'FormTitle')).toHaveLength(made.forms.length);
    expect(new Set(text().map(({ foot }) => fold(foot)))).toEqual(new Set(['第页共页']));
  });

  it('lays a wide table across', () => {
    const across = text()
      .filter(({ landscape }) => landscape)
      .map(({ blocks }) => blocks[0]?.text);
    expect(across).toEqual(
      made.tables.filter((one) => one.orientation === 'landscape').map(({ title }) => title),
    );
    expect(across.length).toBeGreaterThan(2);
  });

  it('has each table and form as a table, its heads on every page, its merged cells merged', () => {
    const tables = blocksIn(text()).filter((block) => block.rows !== undefined);
    // Forms stand in the second part, the statutory tables in the fourth.
    const views = [...made.forms, ...made.tables];
    expect(tables).toHaveLength(views.length);
    for (const [index, { head, body, widths, key }] of views.entries()) {
      const rows = tables[index]?.rows ?? [];
      expect(
        rows.map((row) => row.head),
        key,
      ).toEqual([...head.map(() => true), ...body.map(() => false)]);
      for (const { cells } of rows)
        expect(
          cells.reduce((sum, one) => sum + one.columns, 0),
          key,
        ).toBe(widths.length);
      for (const { cell: one, row, column } of placeCells([...head, ...body])) {
        const found = cellAt(rows[row]?.cells ?? [], column);
        expect(found, `${key} ${row} ${column}`).toMatchObject({ columns: one.columns, continued: false });
        expect(fold(found?.text ?? '')).toBe(fold(one.text));
        for (let below = row + 1; below < row + one.rows; below += 1)
          expect(cellAt(rows[below]?.cells ?? [], column)).toMatchObject({ continued: true, text: '' });
      }
    }
  });

  it('names the fonts of the print and says that it is Chinese, whose it is and what it is', () => {
    const files = wordFiles(bytes);
    expect(files.get('word/styles.xml')).toMatch(
      /<w:docDefaults>.*w:eastAsia="宋体".*w:lang [^>]*w:eastAsia="zh-CN"/,
    );
    expect(files.get('word/styles.xml')).toMatch(/w:styleId="Heading1".*?w:eastAsia="黑体"/);
    const properties = files.get('docProps/core.xml');
    expect(properties).toContain(`<dc:title>${made.title}</dc:title>`);
    expect(properties).toContain('<dc:creator>示例市政务服务局</dc:creator>');
    expect(properties).toContain('<dc:language>zh-CN</dc:language>');
  });

  it('is the same file whenever it is made, whatever was made before', async () => {
    vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), toFake: ['Date'] });
    await wordOf([h('h3', '一、甲'), h('p', h('a', { href: 'https://a.example/' }, '甲'))]);
    expect(Buffer.from(await wordBooklet(booklet)).equals(bytes)).toBe(true);
  });
});

describe('the text of a part in Word', () => {
  it('has no title above it where the print has none', async () => {
    const part = { key: 'only', title: '第一部分 甲', hidden: true, content: [h('p', '乙')], headings: [] };
    const render = () => ({ ...made, parts: [part], tables: [], forms: [] });
    const { unit, publication } = booklet;
    const [page] = readWord(await wordBooklet({ unit, year: 2023, publication, render })).slice(2);
    expect(page?.blocks.map((block) => block.text)).toEqual(['乙', '']);
    expect(fold(page?.head ?? '')).toContain('第一部分甲');
  });

  it('is one run where it looks the same, whatever marks stand in it', async () => {
    const bold = h('strong', ['占', h('data', { value: '1' }, '1.00')]);
    const xml = wordFiles(await wordOf([h('p', ['共', h('data', { value: '2' }, '2.00'), '万元，', bold])]));
    const runs = [...(xml.get('word/document.xml') ?? '').matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(
      ([, one]) => one,
    );
    expect(runs).toEqual(expect.arrayContaining(['共2.00万元，', '占1.00']));
  });

  it('has lists, within each other too, and numbers each from its first', async () => {
    const inner = h('ol', { start: 3 }, [h('li', '丙')]);
    const blocks = await words(h('ul', [h('li', [h('p', '甲'), h('p', '又')]), h('li', ['乙', inner])]));
    expect(blocks.map((block) => block.text)).toEqual(['甲', '又', '乙', '丙']);
    const numbering = wordFiles(await wordOf([inner, inner])).get('word/numbering.xml') ?? '';
    expect(numbering).toContain('<w:start w:val="3"/>');
  });

  it('has its small tables as tables, their heads on every page', async () => {
    const row = (name: 'th' | 'td', ...texts: readonly string[]) =>
      h(
        'tr',
        texts.map((one) => h(name, one)),
      );
    const table = h('table', [h('thead', [row('th', '项', '数')]), h('tbody', [row('td', '甲', '1')])]);
    const [block] = await words(h('div', [table]));
    expect(block?.rows).toMatchObject([
      { head: true, cells: [{ text: '项' }, { text: '数' }] },
      { head: false, cells: [{ text: '甲' }, { text: '1' }] },
    ]);
  });

  it('leads to addresses of other sites, and keeps quotation marks in them from ending them', async () => {
    const links = ['https://a.example/?q="x\\', 'javascript:alert(1)', '../index.html'];
    const content = links.map((href) => h('p', h('a', { href }, '看')));
    const xml = wordFiles(await wordOf(content)).get('word/document.xml') ?? '';
    expect(xml.match(/HYPERLINK &quot;[^&]*&quot;/g)).toEqual([
      'HYPERLINK &quot;https://a.example/?q=%22x%5C&quot;',
    ]);
    expect(xml.match(/看/g)).toHaveLength(3);
  });

  it.each([
    '<w:p/>',
    ']]>',
    '&amp;',
    '"\'',
    '\u0001\u000b甲',
    '{PAGE}',
    '_Toc1',
    '<w:hyperlink w:anchor="_Toc7">',
  ])('stays a text: %j', async (given) => {
    const shown = given.replaceAll(/\p{Cc}/gu, '');
    const view: TableView = {
      key: 'revenue',
      kind: 'statutory',
      title: `${given}表`,
      unitName: given,
      orientation: 'portrait',
      widths: [1, 1],
      head: [[cell('head', given), cell('head', '金额')]],
      body: [[cell('row', given), cell('text', `${given}\n乙`)]],
      note: given,
    };
    const content = [h('h3', given), h('p', given), h('figure', { dataTable: 'revenue' })];
    const blocks = blocksIn(readWord(await wordOf(content, [view])).slice(2));
    expect(blocks.slice(1, 3).map((block) => block.text)).toEqual([shown, shown]);
    const table = blocks.find((block) => block.rows !== undefined);
    expect(table?.rows?.[1]?.cells.map((one) => one.text)).toEqual([shown, `${shown} 乙`]);
    expect(blocks.map((block) => block.text)).toEqual(expect.arrayContaining([`${shown}表`]));
  });
});

function cellAt<C extends { readonly columns: number }>(cells: readonly C[], column: number): C | undefined {
  let start = 0;
  for (const one of cells) {
    if (start === column) return one;
    start += one.columns;
  }
  return undefined;
}
