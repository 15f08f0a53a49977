import type { CodeTableFile } from './schema/code-table.ts';

/** One entry of a classification as it is known for a year. */
export interface Code {
  readonly name: string;
  /** Name and code, e.g. `事业运行（2011350）`. */
  readonly label: string;
  /** Whether name and code were seen together in a published document. */
  readonly verified: boolean;
  /** What a class pays for, in everyday words. */
  readonly purpose?: string | undefined;
}

/** A classification of one year: code → name. Not complete: an unknown code is not thereby wrong. */
export type CodeTable = ReadonlyMap<string, Code>;

/** Both classifications that a booklet needs. */
export interface Classifications {
  readonly functional: CodeTable;
  readonly economic: CodeTable;
}

/**
 * The table in force for a year: the newest one that is not newer, following 沿用 back to its beginnings.
 * A year before all tables takes the oldest.
 */
export function codeTableFor(year: number, tables: readonly CodeTableFile[]): CodeTable {
  const byYear = new Map(tables.map((table) => [table.year, table]));
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const chain: CodeTableFile[] = [];
  let table = byYear.get(years.findLast((candidate) => candidate <= year) ?? years[0] ?? year);
  while (table !== undefined && !chain.includes(table)) {
    chain.unshift(table);
    table = table.continues === undefined ? undefined : byYear.get(table.continues);
  }
  const codes = new Map<string, Code>();
  for (const { entries, gone } of chain) {
    for (const code of gone) codes.delete(code);
    for (const [code, entry] of Object.entries(entries))
      codes.set(code, codeOf(code, entry, codes.get(code)));
  }
  return codes;
}

/** An entry as it is known; what a class pays for is said once, in the first of the tables that continue each other. */
function codeOf(code: string, entry: CodeTableFile['entries'][string], old: Code | undefined): Code {
  const { name, basis, purpose = old?.purpose } = entry;
  const verified = basis === undefined || basis === '已核实';
  return { name, label: `${name}（${code}）`, verified, ...(purpose !== undefined && { purpose }) };
}

/** Where a name is added that all units share, as an order in a message: a table stands in for the whole of the program's. */
export function amendTable(year: number, table: keyof Classifications): string {
  return `补入 content/codes/${year}/${table}.yaml（没有这个文件的，先把程序自带的这张表复制到这里）`;
}

/** Tables are looked through this many years back and ahead: names are copied from near years. */
const REACH = 6;

/** The table of the nearest other year that fits, an earlier one first; undefined if none within reach does. */
export function nearestTable(
  year: number,
  table: keyof Classifications,
  { codesFor }: { codesFor(year: number): Classifications },
  fits: (table: CodeTable) => boolean,
): { readonly year: number; readonly table: CodeTable } | undefined {
  for (let distance = 1; distance <= REACH; distance += 1) {
    for (const other of [year - distance, year + distance]) {
      const candidate = codesFor(other)[table];
      if (fits(candidate)) return { year: other, table: candidate };
    }
  }
  return undefined;
}

/** A code's name; the code itself where no name is known, which `unnamed-code` reports, so that it is never published. */
export function nameOf(code: string, table: CodeTable): string {
  return table.get(code)?.name ?? code;
}

/** `事业运行（2011350）`, or the bare code where no name is known. */
export function codeLabel(code: string, table: CodeTable): string {
  return table.get(code)?.label ?? code;
}
