import { suggestion } from '../accounts/suggestion.ts';
import { rowId, type Fact } from '../accounts/facts/fact.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import { codeCellsLike, isCodeCell } from '../figures/code-columns.ts';
import { columnNames, declarationIn, EACH_COLUMN } from '../figures/column-patterns.ts';
import { namesRows, ofRow, ROW_CODE, ROW_ITEM, withoutRows } from '../figures/row-patterns.ts';

/** Codes of both classifications that every year's tables have. */
const SAMPLES = ['2010301', '30101'] as const;

/** Why a pattern names no column of rows that a pack knows; undefined if it does, or names no rows. */
export function patternProblem(pattern: string, book: FactBook): string | undefined {
  if (pattern.includes(EACH_COLUMN)) return columnProblem(pattern, book);
  if (!namesRows(pattern)) return undefined;
  if (pattern.includes(ROW_CODE)) {
    if (SAMPLES.some((code) => isCodeCell(ofRow(pattern, code), book))) return undefined;
    const [sample] = SAMPLES;
    const own = [...book.facts, ...book.sums].flatMap((one) => (isByCode(one) ? [rowId(one, sample)] : []));
    const known = [...codeCellsLike(ofRow(pattern, sample), book), ...own];
    return `没有“${pattern}”这一栏${suggestion(ofRow(pattern, sample), known).replaceAll(sample, ROW_CODE)}`;
  }
  if (pattern.startsWith(`绩效.${ROW_ITEM}.`)) return undefined;
  const whole = withoutRows(pattern);
  const rows = [...book.facts, ...book.sums].filter((one) => one.keys !== undefined && !isByCode(one));
  if (rows.some(({ id }) => id === whole)) return undefined;
  return `没有“${pattern}”这样逐项的数${suggestion(
    whole,
    rows.map(({ id }) => id),
  )}`;
}

/** Columns that were not put in a pattern's place are of no declaration. */
export function columnProblem(pattern: string, book: FactBook): string | undefined {
  const declaration = declarationIn(pattern);
  if (columnNames(declaration, book).length > 0) return undefined;
  const known = book.facts.flatMap(({ columnOf }) => columnOf ?? []);
  return `“自定数”中没有写了“栏”的“${declaration}”${suggestion(declaration, [...new Set(known)])}`;
}

function isByCode({ keys }: Pick<Fact, 'keys'>): boolean {
  return keys === '科目' || keys === '经济科目';
}
