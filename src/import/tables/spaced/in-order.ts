import type { PlacedLine, PlacedWord } from '../../text/placed.ts';
import { isNumbering, type ExpectedTable } from '../expected-table.ts';
import { headWords } from '../words.ts';
import type { Region } from './find-regions.ts';
import { isAmount } from './spaced-words.ts';

/** Lines of a table by columns: the code or the number of the row, the name, and all its amounts. */
export interface OrderedLines {
  readonly heads: readonly string[];
  readonly lines: readonly (readonly (readonly PlacedWord[])[])[];
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/u;
/** Rows that are found by their names may be numbered. */
const NUMBER = /^\d{1,3}$/u;

/**
 * Lines of a table of one side in which each row has all of its amounts: then their order tells what they are, wherever
 * they stand. Undefined for any other.
 */
export function inOrder({ table, pages }: Region): OrderedLines | undefined {
  if (table.sides.length !== 1 || !isWhole(pages[0]?.head ?? [], table)) return undefined;
  const lines = pages.flatMap(({ body }) => body.map((line) => cellsInOrder(line, table)));
  if (lines.includes(undefined)) return undefined;
  return {
    heads: ['', '', ...table.columns.map(({ heads }) => heads.join(''))],
    lines: lines.flatMap((line) => (line === undefined ? [] : [line])),
  };
}

/** Whether a head has the signs of all headings, in whatever order its lines were torn, and no others. */
function isWhole(head: readonly PlacedLine[], { columns, head: texts }: ExpectedTable): boolean {
  const found = head.flat().flatMap(({ text }) => (isNumbering(text) ? [] : [text]));
  return columns.length > 0 && signsOf(found) === signsOf(texts);
}

/** The signs of headings, whatever their order. */
function signsOf(texts: readonly string[]): string {
  return texts
    .flatMap((text) => [...headWords(text)])
    .sort()
    .join('');
}

function cellsInOrder(
  line: PlacedLine,
  { columns: { length: count }, sides }: ExpectedTable,
): readonly (readonly PlacedWord[])[] | undefined {
  const last = line.findLastIndex((word) => !isAmount(word));
  const first = line[last + 1];
  const isCoded = first !== undefined && line.length - last - 1 === count + 1 && CODE.test(first.text);
  const labels = line.slice(0, last + (isCoded ? 2 : 1));
  const amounts = line.slice(labels.length);
  if (amounts.length !== 0 && amounts.length !== count) return undefined;
  const coded = sides.some(({ open }) => open.some((rule) => !('list' in rule)));
  const codes = coded
    ? labels.filter(({ text }) => CODE.test(text))
    : labels.slice(0, 1).filter(({ text }) => labels.length > 1 && NUMBER.test(text));
  return [
    codes,
    labels.filter((word) => !codes.includes(word)),
    ...Array.from({ length: count }, (_, index) => amounts.slice(index, index + 1)),
  ];
}
