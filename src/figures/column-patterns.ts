import type { FactBook } from '../accounts/facts/fact-book.ts';
import { withoutRows } from './row-patterns.ts';

/** Stands in a figure's id for each of the columns of a declaration of several facts. */
export const EACH_COLUMN = '{栏}';

/** The ids of the columns that a pattern stands for, one for each; the pattern itself where there are no such columns. */
export function eachColumn(pattern: string, book: FactBook): readonly string[] {
  const names = pattern.includes(EACH_COLUMN) ? columnNames(declarationIn(pattern), book) : [];
  return names.length === 0 ? [pattern] : names.map((name) => pattern.replaceAll(EACH_COLUMN, name));
}

/** The names of a declaration's columns. */
export function columnNames(declaration: string, book: FactBook): readonly string[] {
  return book.columnsOf(declaration).map(({ path }) => path.at(-1) ?? '');
}

/** What a pattern names the columns of: `支出明细` of `支出明细.{科目}.{栏}`. */
export function declarationIn(pattern: string): string {
  return withoutRows(pattern)
    .split('.')
    .filter((step) => step !== EACH_COLUMN)
    .join('.');
}
