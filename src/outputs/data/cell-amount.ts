import type { TableCell } from '../../document/table-view.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * The exact amount behind a cell of a statutory table, in 万元, as decimal text; a rate to four more decimals than it is
 * printed with. Empty where it is not disclosed or, as
 * a rate on a base of zero, has no value. A cell that stands for no figure prints a zero.
 */
export function cellAmount({ figure }: TableCell): string {
  if (figure === undefined) return '0';
  const value = figure.rounded ?? figure.value;
  return DECIMAL.test(value) ? value : '';
}
