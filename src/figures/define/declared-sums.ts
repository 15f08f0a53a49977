import type { DeclaredSum } from '../../accounts/facts/declared-sum.ts';
import { rowId } from '../../accounts/facts/fact.ts';
import { codeLabel } from '../../accounts/code-table.ts';
import type { FigureUnit } from '../figure.ts';
import { followingFigure } from '../following.ts';
import { isBelow, keysIn, namesRows, ofRow, ROW_CODE, uppermost, withoutRows } from '../row-patterns.ts';
import type { FigureContext } from './context.ts';

/** The sums and differences that the booklet's pack declares (自定合计), those that others are made of first. */
export function deriveDeclaredSums(context: FigureContext): void {
  for (const sum of context.entered.book.sums) {
    const unit = unitOf(sum, context);
    if (sum.keys === undefined) {
      const all = (ids: readonly string[]): readonly string[] =>
        ids.flatMap((id) => eachRow(id, sum, context));
      combine(context, { id: sum.id, label: sum.label, unit }, all(sum.plus), all(sum.minus));
    } else defineRows(context, sum, unit);
  }
}

interface Named {
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
}

/** Adds and subtracts. What is added first is a figure of its own where more is subtracted from it. */
function combine(
  { definitions }: FigureContext,
  { id, label, unit }: Named,
  plus: readonly string[],
  minus: readonly string[],
): void {
  const [only] = plus;
  if (minus.length === 0) definitions.sum(id, label, plus, unit);
  else {
    const first =
      plus.length === 1 && only !== undefined
        ? only
        : definitions.sum(`${id}.加数`, `${label}（相加的部分）`, plus, unit);
    definitions.difference(id, label, [first, ...minus], unit);
  }
}

/** A figure for each row, and for all of them together. */
function defineRows(context: FigureContext, sum: DeclaredSum, unit: FigureUnit): void {
  const { definitions, codes } = context;
  const { id, label, keys } = sum;
  const patterns = [...sum.plus, ...sum.minus].filter(namesRows);
  const found = patterns.flatMap((pattern) => keysIn(pattern, definitions.slots.keys()));
  const byCode = keys === '科目' || keys === '经济科目';
  const table = keys === '经济科目' ? codes.economic : codes.functional;
  const meant = [...new Set(found)].filter((key) => isMeant(key, sum, context));
  for (const key of byCode ? meant.toSorted() : meant) {
    const cells = (ids: readonly string[]): readonly string[] =>
      ids.flatMap((one) => cell(one, key, context));
    const named = { id: rowId(sum, key), label: `${byCode ? codeLabel(key, table) : key}${label}`, unit };
    combine(context, named, cells(sum.plus), cells(sum.minus));
  }
  const wholes = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((one) => wholeOf(one, sum, context));
  combine(context, { id, label, unit }, wholes(sum.plus), wholes(sum.minus));
}

/** The figures of a plain sum that a pattern stands for: of codes those that hold all others. */
function eachRow(pattern: string, sum: DeclaredSum, context: FigureContext): readonly string[] {
  if (!namesRows(pattern)) return existing(pattern, context);
  const keys = keysIn(pattern, context.definitions.slots.keys()).filter((key) => isMeant(key, sum, context));
  const rows = pattern.includes(ROW_CODE) ? uppermost(keys) : keys;
  return [...rows.map((key) => ofRow(pattern, key)), ...veilOf(pattern, context)];
}

/** A row's cell; nothing where the booklet has none of it, unless some of what has no code may belong there. */
function cell(pattern: string, key: string, context: FigureContext): readonly string[] {
  const found = existing(ofRow(pattern, key), context);
  return found.length > 0 ? found : veilOf(pattern, context);
}

/** What a column comes to: its own whole, which may be known where its rows are not. */
function wholeOf(pattern: string, sum: DeclaredSum, context: FigureContext): readonly string[] {
  const whole = sum.only === undefined && namesRows(pattern) ? existing(withoutRows(pattern), context) : [];
  return whole.length > 0 ? whole : eachRow(pattern, sum, context);
}

/** What keeps the rows of a column from being known: it was entered as one amount. */
function veilOf(pattern: string, { definitions }: FigureContext): readonly string[] {
  const veil = `${withoutRows(pattern)}.分科目`;
  return namesRows(pattern) && definitions.has(veil) ? [veil] : [];
}

/** An id if there is such a figure, also where it only follows from others; what is missing is told of in the pack. */
function existing(id: string, { definitions, entered }: FigureContext): readonly string[] {
  const listed = definitions.find(id);
  const found = listed ?? followingFigure(id, (one) => definitions.find(one), entered.book);
  return found === undefined ? [] : [id];
}

/** Whether a row is one of those that a sum is limited to. */
function isMeant(key: string, { only }: DeclaredSum, { year }: FigureContext): boolean {
  if (only === undefined) return true;
  if (/^\d/.test(key)) return isBelow(key, only);
  const kind = year.evaluations.find(({ name }) => name === key)?.value.kind.key;
  return only.includes(key) || (kind !== undefined && only.includes(kind));
}

/** The unit of the first of its figures; of rows that a booklet does not have, as they are entered. */
function unitOf(sum: DeclaredSum, { definitions, entered }: FigureContext): FigureUnit {
  for (const pattern of [...sum.plus, ...sum.minus]) {
    const [key] = namesRows(pattern) ? keysIn(pattern, definitions.slots.keys()) : [''];
    const id = key === undefined ? withoutRows(pattern) : ofRow(pattern, key);
    const found = definitions.find(id) ?? followingFigure(id, (one) => definitions.find(one), entered.book);
    const unit = found?.unit ?? entered.book.find(withoutRows(pattern))?.unit;
    if (unit !== undefined) return unit;
  }
  return '万元';
}
