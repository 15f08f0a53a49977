import type { TableCell, TableView } from '../document/table-view.ts';
import { tableColumns, type TableColumn } from '../outputs/data/table-columns.ts';
import { placeCells, type PlacedCell } from '../pack/grid.ts';

type Placed = PlacedCell<TableCell>;

/** A row of a table or, where two sides stand next to each other, a row of one side. */
export interface TableLine {
  /** Which side, from 0; the head of a table is a side of its own. */
  readonly side: number;
  /** By what it is known from one version to the next: its code, or else its labels. */
  readonly key: string;
  /** What a reader calls it. */
  readonly name: string;
  /** Its texts by the names of their columns, labels too. */
  readonly cells: ReadonlyMap<string, string>;
  /** All of it. */
  readonly text: string;
}

const HEAD = -1;
const HEAD_NAME = '表头';
const NOTE_NAME = '表下';

/** A table as lines, from its head to its note. */
export function tableLines(view: TableView): readonly TableLine[] {
  const body = view.kind === 'form' ? formLines(view) : statutoryLines(view);
  const note = (view.note ?? '')
    .split('\n')
    .map((text, index) => line(HEAD, `${NOTE_NAME} ${index}`, NOTE_NAME, [[NOTE_NAME, text]]));
  return [headLine(view), ...body, ...note];
}

function line(
  side: number,
  key: string,
  name: string,
  cells: readonly (readonly [string, string])[],
): TableLine {
  const named = new Map<string, string>();
  for (const [column, text] of cells) named.set(freeName(column, named), text);
  return { side, key, name, cells: named, text: JSON.stringify([side, [...named]]) };
}

/** Two cells of one line may stand under the same heading. */
function freeName(column: string, taken: ReadonlyMap<string, string>): string {
  let name = column;
  for (let count = 2; taken.has(name); count += 1) name = `${column}（${count}）`;
  return name;
}

function headLine({ title, number, subtitle, unitName, moneyUnit, head, kind }: TableView): TableLine {
  const own: (readonly [string, string])[] = [
    ['标题', title],
    ['表号', number ?? ''],
    ['副标题', subtitle ?? ''],
    ...(kind === 'statutory'
      ? ([
          ['单位', unitName],
          ['金额单位', moneyUnit ?? ''],
        ] as const)
      : []),
  ];
  const heads = placeCells(head).map(
    ({ cell, row, column }) => [`第${row + 1}行第${column + 1}列`, cell.text] as const,
  );
  return line(HEAD, HEAD_NAME, HEAD_NAME, [...own, ...heads]);
}

/** Each stretch of labels with the amounts to their right. */
function statutoryLines(view: TableView): readonly TableLine[] {
  const columns = tableColumns(view);
  const rows = Map.groupBy(placeCells(view.body), ({ row }) => row);
  return [...rows.values()]
    .flatMap((cells) => stretches(cells).map((stretch) => stretchLine(stretch, columns)))
    .sort((a, b) => a.side - b.side);
}

function stretches(cells: readonly Placed[]): readonly (readonly Placed[])[] {
  const found: Placed[][] = [];
  let amounts = true;
  for (const placed of cells) {
    const isAmount = placed.cell.kind === 'amount';
    if (amounts && !isAmount) found.push([]);
    amounts = isAmount;
    if (found.length === 0) found.push([]);
    found.at(-1)?.push(placed);
  }
  return found;
}

function stretchLine(cells: readonly Placed[], columns: readonly TableColumn[]): TableLine {
  const textsOf = (kind: TableCell['kind']): string =>
    cells.flatMap(({ cell }) => (cell.kind === kind && cell.text !== '' ? [cell.text] : [])).join('');
  const [code, name] = [textsOf('code'), textsOf('row')];
  const side = columns[cells[0]?.column ?? 0]?.side ?? 0;
  const named = cells.map(
    ({ cell, column }) => [columns[column]?.name ?? `第${column + 1}列`, cell.text] as const,
  );
  return line(side, code === '' ? name : code, [code, name].filter((text) => text !== '').join(' '), named);
}

/** A row each; a cell is named by the label before it in its row, or by the heading above. */
function formLines({ body }: TableView): readonly TableLine[] {
  const heads = new Map<number, string>();
  const rows = Map.groupBy(placeCells(body), ({ row }) => row);
  return [...rows.values()].map((cells) => {
    for (const { cell, column } of cells) if (cell.kind === 'head') heads.set(column, cell.text);
    const heading = cells.some(({ cell }) => cell.kind === 'head');
    let label = '';
    const named = cells.map(({ cell, column }) => {
      const own = heading ? '表头' : label === '' ? (heads.get(column) ?? `第${column + 1}列`) : label;
      if (cell.kind === 'row') label = cell.text;
      return [own, cell.text] as const;
    });
    const labels = cells.filter(({ cell }) => cell.kind === 'row' || cell.kind === 'group');
    const first = cells.find(({ cell }) => cell.kind === 'text' && cell.text !== '');
    const name = [
      ...labels.map(({ cell }) => cell.text),
      ...(labels.length === 0 && first ? [first.cell.text] : []),
    ].join(' ');
    return line(0, name, name, named);
  });
}
