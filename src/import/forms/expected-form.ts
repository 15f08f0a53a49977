import type { FormCell, FormLayout, FormRow } from '../../pack/form-schema.ts';
import { placeCells, type PlacedCell, type Reach } from '../../pack/grid.ts';
import type { PackForm } from '../../pack/pack.ts';
import { fixedWords, headWords } from '../tables/words.ts';

/** Columns of a layout, from 0, the last one not included. */
export interface Columns {
  readonly left: number;
  readonly right: number;
}

/** Words that a layout always has in a row. */
export interface FormLabel extends Columns {
  readonly words: string;
  /** Whether it stands beside several rows. */
  readonly isTall: boolean;
}

/** A place of a layout in which a form's own text or number stands. */
export interface FormSlot extends Columns {
  /** What stands there: a text of the form's file, or a figure by its id within the form. */
  readonly name: string;
  readonly isFigure: boolean;
  /** What stands above it in the last row of headings. */
  readonly head: FormLabel | undefined;
}

/** A row of a layout as something to be found. */
export interface ExpectedRow {
  readonly labels: readonly FormLabel[];
  readonly slots: readonly FormSlot[];
  /** Where a dash stands in every form. */
  readonly dashes: readonly Columns[];
  /** What there are as many rows for as a form has. */
  readonly each?: '来源' | '指标';
}

/** A kind of forms, as something to be recognised. */
export interface ExpectedForm {
  readonly form: PackForm;
  readonly titleWords: string;
  readonly rows: readonly ExpectedRow[];
  /** All its labels. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Says what a pack's form looks like; undefined for a kind that booklets do not print. */
export function expectedForm(form: PackForm): ExpectedForm | undefined {
  const { layout, kind } = form;
  if (layout === undefined) return undefined;
  const rows = expectedRows(layout, kind.money?.rows?.length ?? 1);
  const vocabulary = new Set(rows.flatMap(({ labels }) => labels.map(({ words }) => words)));
  return { form, titleWords: fixedWords(layout.title), rows, vocabulary };
}

/** A cell with how far it reaches in a form with one indicator and so many sources. */
interface ReachingCell extends Reach {
  readonly entry: FormCell;
}

function expectedRows({ rows }: FormLayout, sources: number): readonly ExpectedRow[] {
  const placed = placeCells(
    rows.map((row) => cellsOf(row).map((entry): ReachingCell => reaching(entry, sources))),
  );
  let heads: readonly FormLabel[] = [];
  return rows.map((row, index) => {
    const own = placed.filter((one) => one.row === index);
    const labels = own.flatMap(labelOf);
    const slots = own.flatMap((one) => slotOf(one, heads));
    if ('cells' in row && row.heading !== undefined) heads = labels;
    const each = 'perSource' in row ? '来源' : 'perIndicator' in row ? '指标' : undefined;
    return { labels, slots, dashes: own.flatMap(dashOf), ...(each && { each }) };
  });
}

function cellsOf(row: FormRow): readonly FormCell[] {
  if ('perSource' in row) return row.perSource;
  return 'perIndicator' in row ? row.perIndicator : row.cells;
}

function reaching(entry: FormCell, sources: number): ReachingCell {
  const follows = 'rowsFrom' in entry ? entry.rowsFrom : undefined;
  const extra = follows === undefined ? 0 : follows === '来源' ? sources : 1;
  return { entry, columns: entry.columns, rows: entry.rows + extra };
}

function labelOf({ cell, column }: PlacedCell<ReachingCell>): readonly FormLabel[] {
  if (!('text' in cell.entry)) return [];
  const words = headWords(fixedWords(cell.entry.text));
  return words === '' ? [] : [{ words, isTall: cell.rows > 1, left: column, right: column + cell.columns }];
}

function dashOf({ cell, column }: PlacedCell<ReachingCell>): readonly Columns[] {
  const isDash = 'text' in cell.entry && /^[-—]+$/u.test(cell.entry.text);
  return isDash ? [{ left: column, right: column + cell.columns }] : [];
}

function slotOf(
  { cell, column }: PlacedCell<ReachingCell>,
  heads: readonly FormLabel[],
): readonly FormSlot[] {
  const { entry } = cell;
  if ('text' in entry) return [];
  const columns = { left: column, right: column + cell.columns };
  const head = heads.find(({ left, right }) => left < columns.right && columns.left < right);
  const isFigure = 'figure' in entry;
  return [{ name: isFigure ? entry.figure : entry.value, isFigure, head, ...columns }];
}
