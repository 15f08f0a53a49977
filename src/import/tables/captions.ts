import { Exact } from '../../accounts/decimal.ts';
import type { StatedUnit } from '../reading.ts';
import type { SheetCell } from '../workbook/sheet.ts';
import { isCountUnit } from './words.ts';

/** Units in which sheets state amounts, by name. */
export const SHEET_UNITS: ReadonlyMap<string, StatedUnit> = new Map(
  Object.entries({
    元: '0.0001',
    百元: '0.01',
    千元: '0.1',
    万元: '1',
    百万元: '100',
    亿元: '10000',
  }).map(([name, factor]) => [name, { name, factor: new Exact(factor) }]),
);

/** The unit where nothing is said, or nothing is money. */
export const TEN_THOUSAND: StatedUnit = { name: '万元', factor: new Exact(1) };

const UNIT_OF_MONEY =
  /(?:金额)?单位[:：]?\s*(?:人民币)?\s*(元|百元|千元|万元|百万元|亿元)(?![\p{Script=Han}])/u;
const NAME = /(?:编制|填报)?(?:单位|部门)(?:名称)?\s*[:：]\s*(?<name>[\p{Script=Han}\p{L}\d（）()、·“”"]+)/u;
/** A year of accounts, and not the day on which a table was made. */
const YEAR = /(?<!\d)(20\d\d)年(?!\d{1,2}月)/u;

/** What the lines above a table say of it. */
export interface Caption {
  /** A key of SHEET_UNITS. */
  readonly unit?: string;
  /** The body whose table it is. */
  readonly name?: string;
  readonly year?: number;
  /** The cells that say so. */
  readonly cells: readonly SheetCell[];
}

/** Reads what is said above a table: 金额单位, the body, the year. */
export function readCaption(cells: readonly SheetCell[]): Caption {
  let caption: Caption = { cells };
  for (const { text } of cells) {
    const plain = text.normalize('NFKC').replaceAll(/\s+/g, '');
    const unit = UNIT_OF_MONEY.exec(plain)?.[1];
    const year = YEAR.exec(plain)?.[1];
    const name = NAME.exec(plain.replace(UNIT_OF_MONEY, ''))?.groups?.['name'];
    caption = {
      ...caption,
      ...(unit !== undefined && { unit }),
      ...(year !== undefined && { year: Number(year) }),
      ...(name !== undefined && !SHEET_UNITS.has(name) && !isCountUnit(name) && { name }),
    };
  }
  return caption;
}
