import { halfStep, type Exact, formatExact } from '../../accounts/decimal.ts';
import { writtenText } from '../booklet/written-text.ts';
import { cellAmount } from '../tables/cell-amount.ts';
import { plainWords } from '../tables/words.ts';
import type { SheetCell } from '../workbook/sheet.ts';

/** Options of which some are ticked: `☑达成 ☐未达成`. */
const TICKED = /[☑☒■✓✔√]\s*([^☐□☑☒■✓✔√]+)/gu;
const OPEN = /[☐□]/u;
const WITH_UNIT = /^(.*\d)\s*(?:分|%|元|万元)$/u;
const SENTENCE_ENDS = /[。；：！？]\s*$/u;
const DASH = /^[-—–─]*$/u;

/** What a cell of a form says: of options, those that are ticked; lines that were only torn are one. */
export function formText({ text }: Pick<SheetCell, 'text'>): string {
  const ticked = OPEN.test(text) ? [...text.matchAll(TICKED)].map(([, option = '']) => option.trim()) : [];
  if (ticked.length > 0) return ticked.map(writtenText).join('、');
  // A line that ends with a sentence was ended by its writer.
  const paragraphs: string[] = [];
  for (const line of text.split(/\n+/u).map((one) => one.trim())) {
    const last = paragraphs.at(-1);
    if (line === '') continue;
    if (last === undefined || SENTENCE_ENDS.test(last)) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = `${last}\n${line}`;
  }
  return paragraphs.map(writtenText).join('\n');
}

/** Whether a cell says that there is nothing: it is missing, or a dash. */
export function isNothing(cell: SheetCell | undefined): boolean {
  return cell === undefined || (cell.fault === undefined && DASH.test(plainWords(cell.text)));
}

/** A cell's number, as its digits are written and as a value; undefined where none is. */
export function formNumber(
  cell: SheetCell | undefined,
): { readonly digits: string; readonly number: Exact; readonly around: Exact } | undefined {
  if (cell === undefined) return undefined;
  const plain = cell.text.normalize('NFKC').trim();
  const text = WITH_UNIT.exec(plain)?.[1] ?? plain;
  const amount = cellAmount({ ...cell, text });
  if (amount.kind !== 'number') return undefined;
  const { number } = amount;
  const decimals = Math.max(LEAST_DECIMALS, number.decimalPlaces());
  return {
    digits: /^\d+(?:\.\d+)?$/u.test(text) ? text : formatExact(number),
    number,
    around: halfStep(decimals),
  };
}

/** Zeros at the end are not always stored: what seems to have fewer decimals has two. */
const LEAST_DECIMALS = 2;
