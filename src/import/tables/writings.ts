import { Exact, ZERO } from '../../accounts/decimal.ts';
import type { FactBook } from '../../accounts/facts/fact-book.ts';
import { remembered } from '../../source/remembered.ts';
import type { Refused } from '../given-file.ts';
import type { StatedUnit } from '../reading.ts';
import { SHEET_UNITS, TEN_THOUSAND, type Caption } from './captions.ts';
import type { ChosenTable } from './choose-tables.ts';
import type { ReadTable } from './read-table.ts';
import { nameOf } from '../workbook/sheet.ts';

/** A table as read, with what stands above it. */
export interface TakenTable {
  readonly chosen: ChosenTable;
  readonly read: ReadTable;
  readonly caption: Caption;
}

/** How the amounts of a table are written. */
export interface Writing {
  readonly unit: StatedUnit;
  /** How far a true number may be from a written one, in the unit. */
  readonly tolerance: Exact;
}

/**
 * How the amounts of each table are written. The approved tables come from one system: they have one unit, and one number
 * of decimals, but for those that the pack prints in another. A sheet from elsewhere has its own.
 */
export function writingsOf(taken: readonly TakenTable[], book: FactBook): readonly Writing[] | Refused {
  const writings: Writing[] = [];
  for (const table of taken) {
    const like = isPrinted(table) ? likeIn(taken, table) : [table];
    const unit = isPrinted(table) ? unitOf(like) : ownUnit(table, taken, book);
    if ('refused' in unit) return unit;
    writings.push({ unit, tolerance: toleranceOf(like, unit) });
  }
  return writings;
}

/** The tables that are written like one: all, if all state one unit, and otherwise those that the pack prints so. */
function likeIn(taken: readonly TakenTable[], { chosen: { candidate } }: TakenTable): readonly TakenTable[] {
  const printed = taken.filter(isPrinted);
  const stated = new Set(printed.flatMap(({ caption }) => caption.unit ?? []));
  if (stated.size <= 1) return printed;
  return printed.filter(({ chosen }) => chosen.candidate.table.unit === candidate.table.unit);
}

function isPrinted({ chosen }: TakenTable): boolean {
  return chosen.candidate.table.printed;
}

/** The one unit in which all tables state amounts. */
function unitOf(taken: readonly TakenTable[]): StatedUnit | Refused {
  const [first, ...others] = taken.filter(({ caption }) => caption.unit !== undefined);
  const [any] = taken;
  if (any === undefined) return TEN_THOUSAND;
  const { file } = any.chosen.site.sheet;
  if (first?.caption.unit === undefined)
    return { file, refused: `表上都没有写金额单位（${placeOf(any)} 等）${STATE_IT}` };
  const { unit } = first.caption;
  const other = others.find(({ caption }) => caption.unit !== unit);
  if (other === undefined) return SHEET_UNITS.get(unit) ?? TEN_THOUSAND;
  const sheets = [first, other].map((one) => `${placeOf(one)} 写的是${one.caption.unit}`);
  return { file, refused: `各表的金额单位不一样：${sheets.join('，')}；请统一后再导入` };
}

const STATE_IT = '；请在表头写上“金额单位：元”或“金额单位：万元”';

/** The unit that a sheet states, or that all others of its file do; one that only counts needs none. */
function ownUnit(table: TakenTable, taken: readonly TakenTable[], book: FactBook): StatedUnit | Refused {
  const { file } = table.chosen.site.sheet;
  const near = taken.filter(({ chosen }) => chosen.site.sheet.file === file);
  const stated = new Set(near.flatMap(({ caption }) => caption.unit ?? []));
  const [only] = stated;
  const unit = table.caption.unit ?? (stated.size === 1 ? only : undefined);
  if (unit !== undefined) return SHEET_UNITS.get(unit) ?? TEN_THOUSAND;
  return table.read.cells.some(({ id }) => isMoney(id, book))
    ? { file, refused: `表上没有写金额单位（${placeOf(table)}）${STATE_IT}` }
    : TEN_THOUSAND;
}

/** Whether a figure is an amount: one that is entered, or a sum of such. */
function isMoney(id: string, book: FactBook): boolean {
  const entered = book.placeOf(id)?.fact;
  const group = id.slice(0, id.lastIndexOf('.') + 1);
  const facts = entered === undefined ? book.facts.filter((one) => one.id.startsWith(group)) : [entered];
  return facts.some((one) => one.unit === '万元');
}

/** One 分 in 万元: what is written so exactly was not rounded. */
const SMALLEST = new Exact('0.000001');

/** Half a step of the last decimal: two at least, since zeros at the end are not stored. */
function toleranceOf(tables: readonly TakenTable[], { factor }: StatedUnit): Exact {
  const step = new Exact(`1e-${Math.max(2, ...tables.map(({ read }) => mostDecimals(read)))}`);
  return step.times(factor).lte(SMALLEST) ? ZERO : step.div(2);
}

const mostDecimals = remembered(({ cells }: ReadTable): number =>
  cells.reduce((most, { decimals }) => Math.max(most, decimals), 0),
);

function placeOf({ chosen: { site } }: TakenTable): string {
  return nameOf(site.sheet);
}
