import type { CodeTableFile } from './schema/code-table.ts';

/** One entry of a classification as it is known for a year. */
export interface Code {
  readonly name: string;
  /** Name and code, e.g. `事业运行（2011350）`. */
  readonly label: string;
  /** Whether name and code were seen together in a published document. */
  readonly verified: boolean;
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
  for (const { entries } of chain) {
    for (const [code, entry] of Object.entries(entries)) {
      const { name, basis } = entry;
      const verified = basis === undefined || basis === '已核实';
      codes.set(code, { name, label: `${name}（${code}）`, verified });
    }
  }
  return codes;
}
