import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { placeCells } from '../../../src/pack/grid.ts';
import type { TableView } from '../../../src/document/table-view.ts';
import type { Booklet } from '../../../src/compile/booklet.ts';

/** What a reader copies out of a booklet: its parts, a block a line, tables by tabs, forms cell by cell. */
export function printedText(booklet: Booklet, laidOut: (table: TableView) => string = byTabs): string {
  const { parts, tables } = booklet.render();
  const views = new Map(tables.map((table) => [table.key, table]));
  const blockText = (node: ElementContent): string => {
    const view = node.type === 'element' ? views.get(String(node.properties['dataTable'])) : undefined;
    return view === undefined ? cellByCell(node) : laidOut(view);
  };
  return parts
    .flatMap(({ title, content }) => [title, ...content.map((node) => blockText(node).trim())])
    .join('\n');
}

/** A table as spreadsheets save it as text: a tab between two columns. */
function byTabs({ title, number = '', unitName, moneyUnit, head, body, note = '' }: TableView): string {
  const unit = moneyUnit === undefined ? '' : `金额单位：${moneyUnit}`;
  const grid = [...head, ...body].map((): string[] => []);
  for (const { cell, row, column } of placeCells([...head, ...body])) (grid[row] ??= [])[column] = cell.text;
  const rows = grid.map((cells) => Array.from(cells, (text) => text ?? '').join('\t'));
  return [title, number, `单位：${unitName}\t${unit}`, ...rows, note].join('\n');
}

/** The text of a block, with the cells of tables apart. */
function cellByCell(node: ElementContent): string {
  if (node.type !== 'element') return toString(node);
  const text = node.children.map(cellByCell).join('');
  return /^(?:td|th|tr|caption|p|li)$/u.test(node.tagName) ? `${text}\n` : text;
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
