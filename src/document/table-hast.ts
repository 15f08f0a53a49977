import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { markNumbers } from '../accounts/literal-numbers.ts';
import type { TableCell, TableView } from './table-view.ts';

/** A table as HTML: the heads of every amount are named by `headers`, so that a screen reader can say them. */
export function tableToHast(view: TableView): Element {
  return view.kind === 'form' ? formFigure(view) : statutoryFigure(view);
}

function statutoryFigure(view: TableView): Element {
  const heads = headIds(view);
  return h(
    'figure',
    { className: ['sheet'], dataTable: view.key, dataOrientation: view.orientation },
    h('figcaption', [
      h('h3', { className: ['sheet-title'], id: `table-${view.key}` }, view.title),
      h('span', { className: ['sheet-number'] }, view.number === undefined ? [] : withLiterals(view.number)),
      h('span', { className: ['sheet-unit'] }, [`单位：`, ...withLiterals(view.unitName)]),
      h('span', { className: ['sheet-money'] }, '金额单位：万元'),
    ]),
    h('div', { className: ['sheet-scroll'], tabIndex: 0, role: 'region', ariaLabelledBy: `table-${view.key}` }, [
      h('table', [
        columnGroup(view.widths),
        h(
          'thead',
          view.head.map((row, r) => h('tr', row.map((one, c) => headCell(view, one, r, c, view.head.length)))),
        ),
        h('tbody', view.body.map((row, r) => h('tr', bodyRow(view, row, r, heads)))),
      ]),
    ]),
    view.note === undefined ? [] : [h('p', { className: ['sheet-note'] }, view.note)],
  );
}

function formFigure(view: TableView): Element {
  return h(
    'figure',
    { className: ['form'], dataForm: view.key },
    h('figcaption', [
      h('h3', { className: ['form-title'], id: `form-${view.key}` }, view.title),
      h('span', { className: ['form-year'] }, withLiterals(view.subtitle ?? '')),
    ]),
    h('div', { className: ['sheet-scroll'], tabIndex: 0, role: 'region', ariaLabelledBy: `form-${view.key}` }, [
      h('table', [columnGroup(view.widths), h('tbody', view.body.map((row) => h('tr', row.map(formCell))))]),
    ]),
  );
}

function columnGroup(widths: readonly number[]): Element {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return h(
    'colgroup',
    widths.map((width) => h('col', { style: `width:${((width / total) * 100).toFixed(2)}%` })),
  );
}

function span(one: TableCell): { colSpan?: number; rowSpan?: number } {
  return {
    ...(one.columns > 1 && { colSpan: one.columns }),
    ...(one.rows > 1 && { rowSpan: one.rows }),
  };
}

function headId(view: TableView, row: number, index: number): string {
  return `${view.key}-h${row + 1}-${index + 1}`;
}

function headCell(view: TableView, one: TableCell, row: number, index: number, height: number): Element {
  const lowest = row + one.rows >= height;
  const scope = one.columns > 1 && !lowest ? 'colgroup' : 'col';
  return h('th', { id: headId(view, row, index), scope, ...span(one) }, withLiterals(one.text));
}

/** For each column, the ids of the heads above it, widest first. */
function headIds(view: TableView): readonly (readonly string[])[] {
  const columns: string[][] = view.widths.map(() => []);
  const taken: boolean[][] = view.head.map(() => []);
  view.head.forEach((row, r) => {
    let column = 0;
    row.forEach((one, index) => {
      while (taken[r]?.[column]) column += 1;
      for (let c = column; c < column + one.columns; c += 1) {
        columns[c]?.push(headId(view, r, index));
        for (let below = r; below < r + one.rows; below += 1) {
          const line = taken[below];
          if (line !== undefined) line[c] = true;
        }
      }
      column += one.columns;
    });
  });
  return columns;
}

/** The row's own headings hold for the amounts to their right, up to the next heading. */
function bodyRow(view: TableView, row: readonly TableCell[], r: number, heads: readonly (readonly string[])[]): Element[] {
  let column = 0;
  let rowHead: string | undefined;
  return row.map((one) => {
    const columnHeads = heads[column] ?? [];
    const id = one.kind === 'row' ? `${view.key}-r${r + 1}-${column + 1}` : undefined;
    if (id !== undefined) rowHead = id;
    const headers = [...columnHeads, ...(one.kind === 'amount' && rowHead !== undefined ? [rowHead] : [])];
    column += one.columns;
    return bodyCell(one, id, headers.join(' '));
  });
}

function bodyCell(one: TableCell, id: string | undefined, headers: string): Element {
  const properties = {
    className: [one.kind],
    ...(id !== undefined && { id, scope: 'row' }),
    ...(headers !== '' && one.kind !== 'blank' && { headers }),
    ...(one.depth !== undefined && one.depth > 0 && { dataDepth: one.depth }),
    ...figureAttributes(one),
    ...span(one),
  };
  return h(one.kind === 'row' ? 'th' : 'td', properties, cellContent(one));
}

function formCell(one: TableCell): Element {
  const heading = one.kind === 'head' || one.kind === 'row';
  const properties = {
    className: [one.kind],
    ...(heading && { scope: one.kind === 'row' ? 'row' : one.rows > 1 ? 'rowgroup' : 'col' }),
    ...figureAttributes(one),
    ...span(one),
  };
  return h(heading ? 'th' : 'td', properties, cellContent(one));
}

function figureAttributes(one: TableCell): Record<string, string> {
  return one.figure === undefined ? {} : { dataFigure: one.figure.id, dataValue: one.figure.value };
}

function cellContent(one: TableCell): ElementContent[] {
  const lines = one.text.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [h('br')] : []),
    ...(one.figure === undefined ? withLiterals(line) : [{ type: 'text' as const, value: line }]),
  ]);
}

/** A name, label or form entry: its numbers belong to its wording. */
export function withLiterals(text: string): ElementContent[] {
  return markNumbers(text, [text]).map((segment) =>
    segment.kind === 'words'
      ? { type: 'text', value: segment.text }
      : h('span', { dataLiteral: true }, segment.text),
  );
}
