import type { PlacedLine, PlacedWord } from '../../text/placed.ts';
import type { ExpectedTable } from '../expected-table.ts';
import { headWords, plainWords } from '../words.ts';
import type { RegionPage } from './find-regions.ts';
import { apart, laneOf, lanesOf, type Lane } from './lanes.ts';
import { isAmount } from './spaced-words.ts';

/** The columns of a table on one page, from left to right. */
export interface PageColumns {
  readonly lanes: readonly Lane[];
  /** What stands above each, lines that were torn joined. */
  readonly heads: readonly string[];
}

/** In letters: what stands further from the heading of a column is not of it. */
const REACH = 6;

/** Finds the columns of a table on a page: where its rows have words one below the other, or its head has a heading. */
export function pageColumns({ head, body }: RegionPage, table: ExpectedTable): PageColumns {
  const own = lanesOfRows(body, table);
  const lanes = [...own, ...emptyLanes(head.flat(), own, table)].sort((a, b) => a.left - b.left);
  const columns = { lanes, heads: headsAbove(head, lanes) };
  return head.length === 0 ? columns : withHeadings(columns, body);
}

function headsAbove(head: readonly PlacedLine[], lanes: readonly Lane[]): readonly string[] {
  const heads = lanes.map((): string[] => []);
  for (const word of head.flat()) for (const at of lanesBelow(word, lanes)) heads[at]?.push(word.text);
  return heads.map((words) => words.join(''));
}

/** Numbers of different lengths may stand beside each other in one column: then only one of the lanes has its heading. */
function withHeadings({ lanes, heads }: PageColumns, body: readonly PlacedLine[]): PageColumns {
  const filled = body.map((line) => new Set(line.map((word) => laneOf(word, lanes))));
  const size = body[0]?.[0]?.size ?? 1;
  const near = lanes.flatMap((lane, index) => {
    if (heads[index] !== '') return [];
    return [index - 1, index + 1].flatMap((beside): Nearby[] => {
      const other = lanes[beside];
      const isApart = filled.every((line) => !line.has(index) || !line.has(beside));
      if (other === undefined || !isApart) return [];
      const gap = apart(lane, other);
      return gap > REACH * size ? [] : [{ index, beside, gap }];
    });
  });
  const nearest = near.toSorted((a, b) => a.gap - b.gap)[0];
  const one = lanes[nearest?.index ?? -1];
  const other = lanes[nearest?.beside ?? -1];
  if (nearest === undefined || one === undefined || other === undefined) return { lanes, heads };
  const { index, beside } = nearest;
  const whole = { left: Math.min(one.left, other.left), right: Math.max(one.right, other.right) };
  return withHeadings(
    { lanes: lanes.with(beside, whole).toSpliced(index, 1), heads: heads.toSpliced(index, 1) },
    body,
  );
}

/** A lane without a heading, and one beside it that may be the same column. */
interface Nearby {
  readonly index: number;
  readonly beside: number;
  readonly gap: number;
}

/** Where words of rows stand one below the other. Wide names go over several columns; they make one where they stand alone. */
function lanesOfRows(body: readonly PlacedLine[], table: ExpectedTable): readonly Lane[] {
  const lanes = lanesOf(body.flatMap((line) => (isWide(line, table) ? line.filter(isAmount) : line)));
  const first = lanes[0]?.left ?? Infinity;
  return [...lanesOf(body.flat().filter(({ right }) => right <= first)), ...lanes];
}

/** Rows whose names go over several columns: those of totals. */
function isWide(line: PlacedLine, { sides }: ExpectedTable): boolean {
  const names = sides.flatMap(({ totals }) => totals);
  return line.some(({ text }) => names.some((name) => name.test(plainWords(text))));
}

/** Columns in which nothing stands but their heading. */
function emptyLanes(
  head: readonly PlacedWord[],
  own: readonly Lane[],
  { columns }: ExpectedTable,
): readonly Lane[] {
  const leaves = new Set(columns.flatMap(({ heads }) => headWords(heads.at(-1) ?? '')));
  const free = head.filter(({ left, right }) =>
    own.every((lane) => lane.right <= left || lane.left >= right),
  );
  return lanesOf(free).filter((lane) => {
    const words = free.filter(({ left, right }) => left < lane.right && right > lane.left);
    return leaves.has(headWords(words.map(({ text }) => text).join('')));
  });
}

/** The columns above which a heading stands: all that it covers at least in half, or the one that is nearest. */
function lanesBelow(word: PlacedWord, lanes: readonly Lane[]): readonly number[] {
  const covered = lanes.flatMap((lane, index) =>
    -apart(lane, word) >= (lane.right - lane.left) / 2 ? [index] : [],
  );
  return covered.length > 1 ? covered : [laneOf(word, lanes)];
}
