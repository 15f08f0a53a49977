import { alignInOrder } from '../tables/align.ts';
import { headWords } from '../tables/words.ts';
import { spannedIn, type Sheet, type Spanned } from '../workbook/sheet.ts';
import type { ExpectedForm, ExpectedRow, FormLabel } from './expected-form.ts';

/** Where the labels of a row stand in a sheet. */
export type PlacedLabels = ReadonlyMap<FormLabel, Spanned>;

/** A row of a layout that was found in a sheet. */
export interface PlacedRow {
  readonly row: number;
  readonly labels: PlacedLabels;
}

/** A layout laid over rows of a sheet. */
export interface PlacedForm {
  readonly sheet: Sheet;
  readonly expected: ExpectedForm;
  /** The first row of the form, and the first one behind it that may belong to another. */
  readonly from: number;
  readonly end: number;
  /** For each row of the layout where it is; undefined for those without labels and those that were not found. */
  readonly rows: readonly (PlacedRow | undefined)[];
  /** How much of its labels was found: 1 if all of them. */
  readonly fit: number;
}

/** How alike labels are: the same; one is the beginning or the end of the other. */
const SAME = 1;
const PARTLY = 0.6;
/** Of the longer label, how much the shorter one is at least. */
const LONG_ENOUGH = 0.4;
/** Of a row's labels, how many at least are found in it. */
const ENOUGH = 0.5;

/** Lays a layout over the rows of a sheet from one to another, the last not included. */
export function placeForm(sheet: Sheet, expected: ExpectedForm, from: number, end: number): PlacedForm {
  const labelled = expected.rows.filter(({ labels }) => labels.length > 0);
  const rows = Array.from({ length: end - from }, (_, index) => spannedIn(sheet, from + index));
  const at = alignInOrder(labelled.length, rows.length, (a, b) => rowLikeness(labelled[a], rows[b]));
  const placed = new Map(
    labelled.flatMap((row, index): [ExpectedRow, PlacedRow][] => {
      const found = at[index];
      if (found === undefined) return [];
      return [[row, { row: from + found, labels: labelsIn(row.labels, rows[found] ?? []) }]];
    }),
  );
  const all = labelled.reduce((sum, { labels }) => sum + labels.length, 0);
  const found = [...placed].reduce((sum, [row, one]) => sum + scoreOf(row.labels, one.labels), 0);
  return {
    ...{ sheet, expected, from, end },
    rows: expected.rows.map((row) => placed.get(row)),
    fit: found / Math.max(all, 1),
  };
}

/** How well cells fit the labels of a layout's row; 0 where most of these are missing. */
export function rowLikeness(row: ExpectedRow | undefined, cells: readonly Spanned[] | undefined): number {
  if (row === undefined || cells === undefined || cells.length === 0 || row.labels.length === 0) return 0;
  // Most rows are none of a form's: no labels need be put in order then.
  const possible = row.labels.filter((label) => cells.some((cell) => likeness(label, cell) > 0));
  if (possible.length < ENOUGH * row.labels.length) return 0;
  const score = scoreOf(row.labels, labelsIn(row.labels, cells));
  return score >= ENOUGH * row.labels.length ? score : 0;
}

function scoreOf(labels: readonly FormLabel[], placed: PlacedLabels): number {
  return labels.reduce((sum, label) => sum + likeness(label, placed.get(label)), 0);
}

function labelsIn(labels: readonly FormLabel[], cells: readonly Spanned[]): PlacedLabels {
  const at = alignInOrder(labels.length, cells.length, (a, b) => likeness(labels[a], cells[b]));
  return new Map(
    labels.flatMap((label, index): [FormLabel, Spanned][] => {
      const cell = cells[at[index] ?? -1];
      return cell === undefined ? [] : [[label, cell]];
    }),
  );
}

function likeness(label: FormLabel | undefined, cell: Spanned | undefined): number {
  if (label === undefined || cell === undefined) return 0;
  const [one, other] = [label.words, headWords(cell.cell.text)];
  if (one === other) return SAME;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 2 || short.length < LONG_ENOUGH * long.length) return 0;
  return long.startsWith(short) || long.endsWith(short) ? PARTLY : 0;
}
