import { Exact, ZERO } from '../../accounts/decimal.ts';
import type { SheetCell } from '../workbook/sheet.ts';

/** What a cell says where an amount may stand. */
export type CellAmount =
  /** A dash, or nothing: there is none. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'number'; readonly number: Exact; readonly decimals: number }
  | { readonly kind: 'words' };

const NOTHING = /^[-—–─]*$/;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^-?\d+(\.\d+)?$/;
const IN_BRACKETS = /^\((.+)\)$/;

/** Reads an amount as spreadsheets and clerks write it: `1,234.50`, `１２．５`, `-`, `(12.50)`, `'12.5`; of `95%`, 95. */
export function cellAmount(cell: Pick<SheetCell, 'text' | 'fault'> | undefined): CellAmount {
  if (cell === undefined) return { kind: 'nothing' };
  if (cell.fault !== undefined) return { kind: 'words' };
  if (PLAIN.test(cell.text)) return numberOf(cell.text);
  const plain = cell.text
    .normalize('NFKC')
    .replaceAll(/[\s'‘’]/g, '')
    .replace(/^[¥￥]/, '')
    .replaceAll('\u2212', '-');
  if (NOTHING.test(plain)) return { kind: 'nothing' };
  const bracketed = IN_BRACKETS.exec(plain)?.[1];
  const digits = (bracketed ?? plain).replace(/%$/, '');
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) return { kind: 'words' };
  const read = numberOf(digits.replaceAll(',', ''));
  return bracketed === undefined ? read : { ...read, number: ZERO.minus(read.number) };
}

function numberOf(digits: string): Extract<CellAmount, { kind: 'number' }> {
  const number = new Exact(digits);
  return { kind: 'number', number, decimals: number.decimalPlaces() };
}

/** Whether a cell holds a number, or should: then it must not be lost. */
export function isNumeric(cell: SheetCell): boolean {
  return cell.isNumber || cell.fault !== undefined || cellAmount(cell).kind === 'number';
}
