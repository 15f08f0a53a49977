import { isCodeCell } from '../figures/code-columns.ts';
import type { NumberStyle } from '../pack/number-style.ts';
import type { PackTable } from '../pack/pack.ts';
import type { TableLayout } from '../pack/table-schema.ts';
import type { BookletSource } from './booklet-source.ts';
import type { Say } from './filling.ts';
import { cellFigure, printFigure, printNothing } from './print-figure.ts';
import { plannedRows, type PlannedRow } from './table-rows.ts';
import { cell, type TableCell, type TableView } from './table-view.ts';

type Side = TableLayout['sides'][number];
type Cells = readonly TableCell[];

/** What the cells of a table are printed from. */
interface Printing {
  readonly source: BookletSource;
  readonly say: Say;
  readonly style: NumberStyle;
}

/** Fills the layout of a statutory table with the booklet's figures. */
export function statutoryTable(
  source: BookletSource,
  { key, layout }: Pick<PackTable, 'key' | 'layout'>,
  say: Say,
): TableView {
  const style = { ...source.pack.conventions.inTables, ...layout.style };
  const printing = { source, say, style };
  const body = [...bodyRows(layout.sides, printing), ...footerRows(layout, printing)];
  const columns = layout.sides.reduce((sum, side) => sum + sideWidth(side), 0);
  const empty = body.flat().every(({ figure }) => figure === undefined || figure.value === '0');
  const note = noteOf(layout, empty, say);
  return {
    key,
    kind: 'statutory',
    title: say(layout.title),
    ...(layout.number !== undefined && { number: say(layout.number) }),
    unitName: source.year.unit.name,
    moneyUnit: style.unit ?? '万元',
    orientation: layout.orientation === '横' ? 'landscape' : 'portrait',
    ...(layout.dense !== undefined && { dense: true }),
    ...(empty && { empty }),
    widths: layout.widths ?? Array.from({ length: columns }, () => 1),
    head: layout.head.map((row) =>
      row.map(({ text, columns: across, rows }) => cell('head', say(text), { columns: across, rows })),
    ),
    body,
    ...(note !== '' && { note }),
  };
}

/** What stands below the table, a line each: its note, and that there is nothing in it. */
function noteOf({ note, empty }: TableLayout, isEmpty: boolean, say: Say): string {
  return [note, isEmpty ? empty : undefined].flatMap((one) => (one === undefined ? [] : say(one))).join('\n');
}

/** Sides stand next to each other; the shorter ones end in blank rows. */
function bodyRows(layouts: TableLayout['sides'], printing: Printing): readonly Cells[] {
  const sides = layouts.map((side) => ({
    width: sideWidth(side),
    rows: plannedRows(side.rows, printing.source, printing.say).map((row) => rowCells(row, side, printing)),
  }));
  const height = Math.max(...sides.map((side) => side.rows.length));
  return Array.from({ length: height }, (_, index) =>
    sides.flatMap((side) => side.rows[index] ?? [cell('blank', '', { columns: side.width })]),
  );
}

function sideWidth({ labels, rows }: Side): number {
  return labels.length + Math.max(...rows.map((rule) => ('figures' in rule ? rule.figures.length : 0)));
}

function rowCells(row: PlannedRow, side: Side, printing: Printing): Cells {
  const amounts = row.ids.map((id) => amountCell(id, printing));
  // 合计 stands across the label columns.
  if (row.kind === 'total') return [cell('row', row.name, { columns: side.labels.length }), ...amounts];
  const labels = side.labels.map((kind) => labelCell(kind, row));
  if (row.kind === 'label') return [...labels, ...amounts];
  return [...labels, ...Array.from({ length: sideWidth(side) - labels.length }, () => cell('blank', ''))];
}

/** Where the digits of 类, 款 and 项 stand in a code. */
const DIGITS = { 类: [0, 3], 款: [3, 5], 项: [5, 7] } as const;

function labelCell(kind: Side['labels'][number], row: PlannedRow): TableCell {
  if (kind === '行次') return cell('line', row.line);
  if (row.kind === 'blank') return cell('blank', '');
  if (kind === '序号') return cell('line', row.ordinal);
  if (kind === '编码') return cell('code', row.code);
  if (kind === '项目' || kind === '名称') {
    const depth = row.code === '' ? 0 : (row.code.length - 3) / 2;
    return cell('row', row.name, { depth });
  }
  return cell('code', row.code.slice(...DIGITS[kind]));
}

function footerRows({ footer }: TableLayout, printing: Printing): readonly Cells[] {
  if (footer === undefined) return [];
  const cells = footer.flatMap(({ label, columns, figure }) => [
    cell('row', printing.say(label), { columns }),
    amountCell(figure, printing),
  ]);
  return [cells];
}

/** A figure's cell. A column that has no row for a code has nothing there; other ids were checked before. */
function amountCell(id: string, { source, style }: Printing): TableCell {
  if (id === '') return cell('blank', '');
  const figure = isCodeCell(id, source.pack.facts.book) ? source.figures.find(id) : source.figures.get(id);
  if (figure === undefined) return cell('amount', printNothing(style));
  const { printed, value } = printFigure(figure, source.pack.conventions, style);
  const held = figure.value.state === 'known' ? cellFigure(figure, style) : { id, unit: figure.unit, value };
  return cell('amount', printed, { figure: held });
}
