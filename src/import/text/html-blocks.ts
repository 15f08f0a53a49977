import type { Element, ElementContent, RootContent } from 'hast';
import { placeCells, type Reach } from '../../pack/grid.ts';
import type { Merge } from '../workbook/sheet.ts';

/** A paragraph of a page, or a table: its cells by row and column, as far as they are not empty. */
export type HtmlBlock = { readonly text: string } | HtmlTable;

/** A table of a page. */
export interface HtmlTable {
  readonly rows: readonly (readonly (string | undefined)[])[];
  readonly merges: readonly Merge[];
}

/** No table of a booklet has cells that reach further. */
const MAX_SPAN = 200;

const BLOCKS = /^(?:p|h[1-6]|li|dt|dd|caption|div|section|blockquote|pre|tr)$/u;

/** The paragraphs and tables of a page, in their order. Nothing of it is run or loaded. */
export function blocksIn(nodes: readonly (RootContent | ElementContent)[]): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let text = '';
  const flush = (): void => {
    if (text.trim() !== '') blocks.push({ text: text.trim() });
    text = '';
  };
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'table') {
      flush();
      blocks.push(tableOf(node));
    } else if (node.type === 'element' && (BLOCKS.test(node.tagName) || holdsBlocks(node))) {
      flush();
      blocks.push(...blocksIn(node.children));
    } else text += textOf(node);
  }
  flush();
  return blocks;
}

function holdsBlocks({ children }: Element): boolean {
  return children.some(
    (one) =>
      one.type === 'element' && (one.tagName === 'table' || BLOCKS.test(one.tagName) || holdsBlocks(one)),
  );
}

interface HtmlCell extends Reach {
  readonly text: string;
}

function tableOf(table: Element): HtmlTable {
  const rows = rowsIn(table).map((row) =>
    row.children.flatMap((node): HtmlCell[] =>
      node.type === 'element' && /^t[dh]$/u.test(node.tagName)
        ? [
            {
              text: linesOf(node),
              columns: spanOf(node, 'colSpan'),
              rows: spanOf(node, 'rowSpan'),
            },
          ]
        : [],
    ),
  );
  const grid: (string | undefined)[][] = rows.map(() => []);
  const merges: Merge[] = [];
  for (const { cell, row, column } of placeCells(rows)) {
    if (cell.text !== '') (grid[row] ??= [])[column] = cell.text;
    if (cell.columns * cell.rows > 1)
      merges.push({ top: row, left: column, bottom: row + cell.rows - 1, right: column + cell.columns - 1 });
  }
  return { rows: grid, merges };
}

function rowsIn(element: Element): readonly Element[] {
  return element.children.flatMap((node) => {
    if (node.type !== 'element') return [];
    return node.tagName === 'tr' ? [node] : /^t(?:head|body|foot)$/u.test(node.tagName) ? rowsIn(node) : [];
  });
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[name] ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MAX_SPAN) : 1;
}

/** The paragraphs of a cell, one a line. */
function linesOf(cell: Element): string {
  return blocksIn(cell.children)
    .map((block) => ('text' in block ? block.text : block.rows.flat().join('\n')))
    .join('\n');
}

function textOf(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || /^(?:script|style)$/u.test(node.tagName)) return '';
  return node.tagName === 'br' ? '\n' : node.children.map(textOf).join('');
}
