import { ZERO } from '../../accounts/decimal.ts';
import type { Refused } from '../given-file.ts';
import {
  NOTHING_READ,
  type Leftover,
  type Listing,
  type Reading,
  type Recognised,
  type RecognisedBy,
} from '../reading.ts';
import { readCaption } from './captions.ts';
import { isNumeric } from './cell-amount.ts';
import { chooseTables, type ChosenTable } from './choose-tables.ts';
import { expectedTables } from './expected-table.ts';
import { findTables, type Site } from './find-tables.ts';
import { readTable } from './read-table.ts';
import { plainWords } from './words.ts';
import { cellsOf, nameOf, sourceOf, type Sheet, type SheetCell } from '../workbook/sheet.ts';
import { writingsOf, type TakenTable, type Writing } from './writings.ts';

/** A file in which tables stand: a workbook, or a text. */
export interface TableFile {
  readonly file: string;
  /** What the file says of itself, where it does. */
  readonly title?: string;
  readonly sheets: readonly Sheet[];
}

/** What tables say. */
export interface RecognisedTables {
  readonly recognised: Recognised;
  /** The sheets in which some table stands. */
  readonly sheets: ReadonlySet<Sheet>;
}

/**
 * Takes from files what their tables say of figures, by the table layouts of a pack read backwards. A table is found
 * by its headings and its title, whatever its sheet is called.
 */
export function recogniseTables(
  books: readonly TableFile[],
  { pack, codes, items }: RecognisedBy,
): RecognisedTables | Refused {
  const tables = expectedTables(pack, codes.functional);
  const sheets = books.flatMap((book) => book.sheets);
  const sites = sheets.flatMap((sheet) => findTables(sheet, tables));
  const { chosen, unsure } = chooseTables(sites);
  const hidden = plainWords(pack.conventions.undisclosed);
  // In the order of the booklet, whatever that of the sheets.
  const rank = ({ candidate }: ChosenTable): number => tables.indexOf(candidate.table);
  const taken = chosen
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one): TakenTable => {
      const isAll = chosen.every((other) => other === one || other.candidate.table !== one.candidate.table);
      return { chosen: one, read: readTable(one, items, isAll), caption: readCaption(one.site.caption) };
    });
  const writings = writingsOf(taken, pack.facts.book);
  if ('refused' in writings) return writings;
  const found = new Set(sites.flatMap(({ sheet, candidates }) => (candidates.length === 0 ? [] : [sheet])));
  // What else stands in a text is its own.
  const own = sheets.filter((sheet) => sheet.places === undefined || found.has(sheet));
  const recognised = {
    ...NOTHING_READ,
    told: [
      ...new Set(
        taken.map(
          ({ chosen: { site, candidate } }) =>
            `${nameOf(site.sheet)} 是${candidate.table.called}${site.sheet.isGuessed === true ? GUESSED : ''}`,
        ),
      ),
    ],
    readings: taken.flatMap((table, index) => readingsOf(table, writings[index], hidden)),
    listings: listingsOf(taken),
    names: taken.flatMap(({ read, chosen: { site } }) =>
      read.names.map(({ code, name, cell }) => ({ code, name, source: sourceOf(site.sheet, cell) })),
    ),
    leftovers: [...taken.flatMap(leftoversOf), ...own.flatMap((sheet) => unknownIn(sheet, sites, unsure))],
    ...saidAbove(taken, books),
  };
  return { recognised, sheets: found };
}

const GUESSED = '；文件里没有表格，各列是按文字的位置分开的，请逐列核对';

function readingsOf(
  { chosen: { site }, read }: TakenTable,
  writing: Writing | undefined,
  hidden: string,
): readonly Reading[] {
  if (writing === undefined) return [];
  const { unit, tolerance } = writing;
  return read.cells.map(({ id, row, column, amount, mark, total }) => ({
    id,
    number: amount ?? ZERO,
    // A plain zero means that there is nothing, not something below half a step.
    tolerance: amount === undefined || amount.isZero() ? ZERO : tolerance,
    unit,
    source: sourceOf(site.sheet, { row, column }),
    ...(amount === undefined && { blank: true as const }),
    ...(mark !== '' && mark === hidden && { mayBeHidden: true as const }),
    ...(total && { total: true as const }),
  }));
}

/** What tables list; one that goes on below another head, or in another sheet, is one list. */
function listingsOf(taken: readonly TakenTable[]): readonly Listing[] {
  const all = taken.flatMap(({ chosen: { site, candidate }, read }) => {
    const at = site.sheet.name === '' ? candidate.table.called : site.sheet.name;
    const source = { file: site.sheet.file, at };
    return read.listings.map((listing): Listing => ({ ...listing, source }));
  });
  const groups = Map.groupBy(all, ({ ids, below }) => [...ids, ...below].join('\n'));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ ...first, codes: new Set(group.flatMap(({ codes }) => [...codes])) }];
  });
}

function leftoversOf({ chosen: { site }, read }: TakenTable): readonly Leftover[] {
  const above = site.caption.filter(isNumeric).map((cell) => ({ cell, why: '在表的上面，不知道是什么数' }));
  return [...above, ...read.leftovers].map(({ cell, why }) => leftover(site.sheet, cell, why));
}

function leftover(sheet: Sheet, cell: SheetCell, why: string): Leftover {
  return { source: sourceOf(sheet, cell), text: cell.text, why };
}

const UNKNOWN = '没有认出这是哪张表（标题、表头都不像）';

/** The numbers of a sheet that stand in no table that was recognised. */
function unknownIn(sheet: Sheet, sites: readonly Site[], unsure: readonly Site[]): readonly Leftover[] {
  const own = sites.filter((site) => site.sheet === sheet);
  if (own.length === 0) {
    return cellsOf(sheet)
      .filter(isNumeric)
      .map((cell) => leftover(sheet, cell, UNKNOWN));
  }
  return own
    .filter((site) => unsure.includes(site))
    .flatMap((site) => {
      const may = site.candidates.slice(0, 2).map(({ table }) => table.called);
      const why = may.length === 0 ? UNKNOWN : `可能是${may.join('或')}，表上没有标题，分不清；请补上标题`;
      const cells = cellsOf(sheet).filter(({ row }) => row > site.head.bottom && row < site.end);
      return cells.filter(isNumeric).map((cell) => leftover(sheet, cell, why));
    });
}

/** The bodies and years that the files name: above their tables, and in what they say of themselves. */
function saidAbove(
  taken: readonly TakenTable[],
  books: readonly TableFile[],
): Pick<Recognised, 'units' | 'years'> {
  const captions = taken.map(({ chosen: { site }, caption }) => ({
    caption,
    source: { file: site.sheet.file, at: site.sheet.name },
  }));
  const titles = books.flatMap(({ title = '', file }) => {
    const { year } = readCaption([{ row: 0, column: 0, text: title, isNumber: false }]);
    return year === undefined ? [] : [{ year, source: { file, at: '' } }];
  });
  return {
    units: captions.flatMap(({ caption: { name }, source }) =>
      name === undefined ? [] : [{ name, source }],
    ),
    years: [
      ...captions.flatMap(({ caption: { year }, source }) => (year === undefined ? [] : [{ year, source }])),
      ...titles,
    ],
  };
}
