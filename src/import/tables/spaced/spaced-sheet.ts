import type { PlacedLine, PlacedWord } from '../../text/placed.ts';
import type { ExpectedTable } from '../expected-table.ts';
import { headColumns } from '../head-columns.ts';
import { plainWords } from '../words.ts';
import type { Region, RegionPage } from './find-regions.ts';
import { inOrder, type OrderedLines } from './in-order.ts';
import { cellsIn } from './lanes.ts';
import { lanesLike } from './lanes-like.ts';
import { pageColumns } from './page-columns.ts';
import { cellOf, type SpacedCell } from './spaced-words.ts';
import { wholeRows, type KnownNames } from './whole-rows.ts';

/** A table that was found by where its words stand. */
export interface SpacedSheet {
  readonly rows: readonly (readonly (SpacedCell | undefined)[])[];
  /** All words of which it was made. */
  readonly words: readonly PlacedWord[];
}

/** Headings that fit worse are those of something else. */
const LEAST_FIT = 0.65;

/** Lays the words of a table into cells; undefined where its columns cannot be told. */
export function spacedSheet(found: Region, known: KnownNames): SpacedSheet | undefined {
  const tabbed = byTabs(found);
  if (tabbed !== undefined) return tabbed;
  const { region, footer } = withoutFooter(found);
  const laid = inLanes(region) ?? inOrder(region);
  const amounts = laid && amountColumns(laid.heads, region.table);
  if (laid === undefined || amounts === undefined) return undefined;
  const { table, caption, pages, note } = region;
  const lines = [...caption, ...footer, ...pages.flatMap(linesOn)];
  return {
    rows: [
      ...caption.map((line) => line.map((word) => cellOf([word]))),
      laid.heads.map((text) => (text === '' ? undefined : { text, words: [] })),
      ...wholeRows(laid.lines, amounts, table, known),
      ...footer.map((line) => line.map((word) => cellOf([word]))),
      // Of a table whose rows have no names, an empty one has no line.
      [],
      ...(note === undefined ? [] : [[cellOf(note)]]),
    ],
    words: [...lines, note ?? []].flat(),
  };
}

function linesOn({ head, numbering, body }: RegionPage): readonly PlacedLine[] {
  return [...head, ...(numbering === undefined ? [] : [numbering]), ...body];
}

/** A table whose columns are divided by tabs, as spreadsheets save it: undefined for any other. */
function byTabs({ caption, pages, note }: Region): SpacedSheet | undefined {
  const body = pages.flatMap(linesOn);
  if (body.every((line) => line.every(({ cell }) => cell === 0))) return undefined;
  const lines = [...caption, ...body, [], note ?? []];
  const rows = lines.map((line) => {
    const cells: (SpacedCell | undefined)[] = [];
    for (const [cell, words] of Map.groupBy(line, (word) => word.cell)) cells[cell] = cellOf(words);
    return Array.from(cells, (cell) => cell);
  });
  return { rows, words: lines.flat() };
}

/** A table without the rows in which amounts stand behind their names, in no column. */
function withoutFooter(region: Region): { readonly region: Region; readonly footer: readonly PlacedLine[] } {
  const isFooter = (line: PlacedLine): boolean =>
    line.some(({ text }) => region.table.footer.some(({ name }) => name.test(plainWords(text))));
  const pages = region.pages.map((page) => ({ ...page, body: page.body.filter((line) => !isFooter(line)) }));
  return { region: { ...region, pages }, footer: region.pages.flatMap(({ body }) => body.filter(isFooter)) };
}

/** The lines of a table by the lanes in which their words stand; undefined where that does not tell what they are. */
function inLanes({ table, pages: [first, ...others] }: Region): OrderedLines | undefined {
  if (first === undefined) return undefined;
  const { lanes, heads } = pageColumns(first, table);
  const later = others.map((page) => lanesLike({ lanes, heads }, first.head, page, table));
  if (later.includes(undefined)) return undefined;
  const lines = [
    ...first.body.map((line) => cellsIn(line, lanes)),
    ...others.flatMap(({ body }, index) => body.map((line) => cellsIn(line, later[index] ?? []))),
  ];
  const columns = amountColumns(heads, table);
  if (columns === undefined) return undefined;
  const amounts = new Set(columns);
  const isTold = lines.every((cells) =>
    cells.every(
      (words, column) =>
        words.every(({ text }) => !DECIMAL.test(text)) || (amounts.has(column) && words.length === 1),
    ),
  );
  return isTold ? { heads, lines } : undefined;
}

const DECIMAL = /^[^\p{Script=Han}]*\d[.．]\d/u;

/** In which column each of the table's amounts stands; undefined where the head is that of something else. */
function amountColumns(
  heads: readonly string[],
  table: ExpectedTable,
): readonly (number | undefined)[] | undefined {
  const cells = heads.map((text, column) =>
    text === '' ? undefined : { row: 0, column, text, isNumber: false },
  );
  const sheet = { file: '', name: '', rows: [cells], merges: [] };
  const { columns, fit } = headColumns(sheet, { top: 0, bottom: 0 }, table);
  return fit < LEAST_FIT ? undefined : columns;
}
