import type { PlacedLine, PlacedWord } from '../../text/placed.ts';
import { isNumbering, type ExpectedTable } from '../expected-table.ts';
import { headWords } from '../words.ts';
import type { Region } from './find-regions.ts';
import { isAmount } from './spaced-words.ts';

/** Lines of a table by columns: the code, the name, and all its amounts. */
export interface OrderedLines {
  readonly heads: readonly string[];
  readonly lines: readonly (readonly (readonly PlacedWord[])[])[];
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/u;

/**
 * Lines of a table of one side in which each row has all of its amounts: then their order tells what they are, wherever
 * they stand. Undefined for any other.
 */
export function inOrder({ table, pages }: Region): OrderedLines | undefined {
  if (table.sides.length !== 1 || !isWhole(pages[0]?.head ?? [], table)) return undefined;
  const lines = pages.flatMap(({ body }) => body.map((line) => cellsInOrder(line, table.columns.length)));
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

function cellsInOrder(line: PlacedLine, count: number): readonly (readonly PlacedWord[])[] | undefined {
  const last = line.findLastIndex((word) => !isAmount(word));
  const first = line[last + 1];
  const isCoded = first !== undefined && line.length - last - 1 === count + 1 && CODE.test(first.text);
  const labels = line.slice(0, last + (isCoded ? 2 : 1));
  const amounts = line.slice(labels.length);
  if (amounts.length !== 0 && amounts.length !== count) return undefined;
  const codes = labels.filter(({ text }) => CODE.test(text));
  return [
    codes,
    labels.filter((word) => !codes.includes(word)),
    ...Array.from({ length: count }, (_, index) => amounts.slice(index, index + 1)),
  ];
}
