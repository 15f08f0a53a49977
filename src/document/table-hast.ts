import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { markNumbers } from '../accounts/literal-numbers.ts';
import { nameColumns } from './name-columns.ts';
import type { TableCell, TableView } from './table-view.ts';

/** A table as HTML: the heads of every amount are named by `headers`, so that a screen reader can say them. */
export function tableToHast(view: TableView): Element {
  return view.kind === 'form' ? formFigure(view) : statutoryFigure(view);
}

function statutoryFigure(view: TableView): Element {
  const frame = { view, heads: placeHeads(view), stubs: new Set(nameColumns(view)) };
  return h(
    'figure',
    { className: ['sheet'], dataTable: view.key, dataOrientation: view.orientation, dataDense: view.dense },
    h('figcaption', [
      h('h3', { className: ['sheet-title'], id: `table-${view.key}` }, view.title),
      h('span', { className: ['sheet-number'] }, view.number === undefined ? [] : withLiterals(view.number)),
      h('span', { className: ['sheet-unit'] }, [`单位：`, ...withLiterals(view.unitName)]),
      h('span', { className: ['sheet-money'] }, `金额单位：${view.moneyUnit ?? '万元'}`),
    ]),
    h(
      'div',
      { className: ['sheet-scroll'], tabIndex: 0, role: 'group', ariaLabelledBy: `table-${view.key}` },
      [
        h('table', [
          columnGroup(view),
          h(
            'thead',
            frame.heads.map((row) =>
              h(
                'tr',
                row.map((head) => headCell(frame, head)),
              ),
            ),
          ),
          h(
            'tbody',
            view.body.map((row, index) => h('tr', bodyRow(frame, row, index))),
          ),
        ]),
      ],
    ),
    view.note?.split('\n').map((line) => h('p', { className: ['sheet-note'] }, withLiterals(line))) ?? [],
  );
}

function formFigure(view: TableView): Element {
  return h(
    'figure',
    { className: ['form'], dataForm: view.key },
    h('figcaption', [
      h('h4', { className: ['form-title'], id: `form-${view.key}` }, view.title),
      h('p', { className: ['form-year'] }, withLiterals(view.subtitle ?? '')),
    ]),
    h(
      'div',
      { className: ['sheet-scroll'], tabIndex: 0, role: 'group', ariaLabelledBy: `form-${view.key}` },
      [
        h('table', [
          columnGroup(view),
          h(
            'tbody',
            view.body.map((row) => h('tr', row.map(formCell))),
          ),
        ]),
      ],
    ),
  );
}

/** The columns' widths stand in a stylesheet of their own: a page's safety policy refuses them in its text. */
function columnGroup({ widths }: TableView): Element {
  return h(
    'colgroup',
    widths.map(() => h('col')),
  );
}

function span(one: TableCell): { colSpan?: number; rowSpan?: number } {
  return {
    ...(one.columns > 1 && { colSpan: one.columns }),
    ...(one.rows > 1 && { rowSpan: one.rows }),
  };
}

/** A head with the column where it begins, which cells above it may have moved. */
interface PlacedHead {
  readonly cell: TableCell;
  readonly id: string;
  readonly column: number;
  readonly lowest: boolean;
}

/** A statutory table with what its cells need to know of each other. */
interface Frame {
  readonly view: TableView;
  readonly heads: readonly (readonly PlacedHead[])[];
  /** The columns of names, which stay in view where a screen shows only part of the table. */
  readonly stubs: ReadonlySet<number>;
}

function placeHeads(view: TableView): readonly (readonly PlacedHead[])[] {
  const taken: Set<number>[] = view.head.map(() => new Set());
  return view.head.map((row, r) => {
    let column = 0;
    return row.map((one, index) => {
      while (taken[r]?.has(column)) column += 1;
      const placed = {
        cell: one,
        id: `${view.key}-h${r + 1}-${index + 1}`,
        column,
        lowest: r + one.rows >= view.head.length,
      };
      const end = column + one.columns;
      for (; column < end; column += 1) {
        for (let below = r; below < r + one.rows; below += 1) taken[below]?.add(column);
      }
      return placed;
    });
  });
}

/** The ids of the heads above a column, uppermost first. */
function headsAbove({ heads }: Frame, column: number): readonly string[] {
  return heads
    .flat()
    .filter((head) => head.column <= column && column < head.column + head.cell.columns)
    .map(({ id }) => id);
}

function endsAtStub({ stubs }: Frame, column: number, one: TableCell): boolean {
  return stubs.has(column + one.columns - 1);
}

function headCell(frame: Frame, { cell: one, id, column, lowest }: PlacedHead): Element {
  const scope = one.columns > 1 && !lowest ? 'colgroup' : 'col';
  const className = endsAtStub(frame, column, one) ? ['stub'] : [];
  return h(
    'th',
    { id, scope, ...(className.length > 0 && { className }), ...span(one) },
    withLiterals(one.text),
  );
}

/** The row's own headings hold for the amounts to their right, up to the next heading. */
function bodyRow(frame: Frame, row: readonly TableCell[], index: number): Element[] {
  let column = 0;
  let rowHead: string | undefined;
  return row.map((one) => {
    const start = column;
    column += one.columns;
    const className = endsAtStub(frame, start, one) ? [one.kind, 'stub'] : [one.kind];
    if (one.kind === 'blank') return h('td', { className, ...span(one) });
    const id = one.kind === 'row' ? `${frame.view.key}-r${index + 1}-${start + 1}` : undefined;
    rowHead = id ?? rowHead;
    const heads = headsAbove(frame, start);
    const headers = one.kind === 'amount' && rowHead !== undefined ? [...heads, rowHead] : heads;
    return bodyCell(one, {
      className,
      ...(id !== undefined && { id, scope: 'row' }),
      headers: headers.join(' '),
    });
  });
}

function bodyCell(one: TableCell, marks: Record<string, string | string[]>): Element {
  const properties = {
    ...marks,
    ...(one.depth !== undefined && one.depth > 0 && { dataDepth: one.depth }),
    ...figureAttributes(one),
    ...span(one),
  };
  return h(one.kind === 'row' ? 'th' : 'td', properties, cellContent(one));
}

/** What a form's fixed cells head. */
const FORM_SCOPES: Readonly<Partial<Record<TableCell['kind'], string>>> = {
  head: 'col',
  group: 'rowgroup',
  row: 'row',
};

function formCell(one: TableCell): Element {
  const scope = FORM_SCOPES[one.kind];
  const properties = {
    className: [one.kind],
    ...(scope && { scope }),
    ...figureAttributes(one),
    ...span(one),
  };
  return h(scope === undefined ? 'td' : 'th', properties, cellContent(one));
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
