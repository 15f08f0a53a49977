import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { placeCells } from '../../../src/pack/grid.ts';
import type { TableView } from '../../../src/document/table-view.ts';
import type { Booklet } from '../../../src/compile/booklet.ts';

/** What a reader copies out of a booklet: its parts, a block a line, tables and forms by tabs. */
export function printedText(booklet: Booklet, laidOut: (table: TableView) => string = byTabs): string {
  const { parts, tables, forms } = booklet.render();
  const views = new Map(tables.map((table) => [table.key, table]));
  const formViews = new Map(forms.map((form) => [form.key, form]));
  const blockText = (node: ElementContent): string => {
    const { dataTable, dataForm } = node.type === 'element' ? node.properties : {};
    const view = views.get(String(dataTable));
    if (view !== undefined) return laidOut(view);
    const form = formViews.get(String(dataForm));
    return form === undefined ? cellByCell(node) : formByTabs(form);
  };
  return parts
    .flatMap(({ title, content }) => [title, ...content.map((node) => blockText(node).trim())])
    .join('\n');
}

/** A table as spreadsheets save it as text: a tab between two columns. */
function byTabs({ title, number = '', unitName, moneyUnit, head, body, note = '' }: TableView): string {
  const unit = moneyUnit === undefined ? '' : `金额单位：${moneyUnit}`;
  return [title, number, `单位：${unitName}\t${unit}`, ...rowsByTabs([...head, ...body]), note].join('\n');
}

/** A form in the same way. */
function formByTabs({ title, subtitle = '', head, body }: TableView): string {
  return [title, subtitle, ...rowsByTabs([...head, ...body])].join('\n');
}

/** The forms of a booklet, one after the other; of entered numbers alone, without what is worked out. */
export function printedForms(booklet: Booklet, of: 'all' | 'entered' = 'all'): readonly string[] {
  const { forms } = booklet.render();
  if (of === 'all') return forms.map(formByTabs);
  const isDerived = (id = ''): boolean => booklet.figures.find(id)?.origin.kind === 'derived';
  return forms.map((form) => {
    const body = form.body.map((row) =>
      row.map((cell) => (isDerived(cell.figure?.id) ? { ...cell, text: '…' } : cell)),
    );
    return formByTabs({ ...form, body });
  });
}

/** The booklet as the page of a website. */
export function printedPage(booklet: Booklet): string {
  const { parts } = booklet.render();
  return parts.map(({ title, content }) => `<h1>${title}</h1>\n${toHtml([...content])}`).join('\n');
}

/** Rows with a tab between two columns; the paragraphs of a cell are one. */
function rowsByTabs(rows: TableView['body']): readonly string[] {
  const grid = rows.map((): string[] => []);
  for (const { cell, row, column } of placeCells(rows))
    (grid[row] ??= [])[column] = cell.text.replaceAll('\n', '');
  return grid.map((cells) => Array.from(cells, (text) => text ?? '').join('\t'));
}

/** The text of a block, with the cells of tables apart. */
function cellByCell(node: ElementContent): string {
  if (node.type !== 'element') return toString(node);
  const text = node.children.map(cellByCell).join('');
  return /^(?:td|th|tr|caption|figcaption|h\d|p|li)$/u.test(node.tagName) ? `${text}\n` : text;
}

/** The sentences of a booklet, without its tables and forms. */
export function sentences(booklet: Booklet): readonly string[] {
  const { parts } = booklet.render();
  return parts.flatMap(({ content }) =>
    content.flatMap((node) => (isTable(node) ? [] : [toString(node).replaceAll(/\s+/gu, '')])),
  );
}

function isTable(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return node.properties['dataTable'] !== undefined || node.properties['dataForm'] !== undefined;
}
