import type { FactBook } from '../accounts/facts/fact-book.ts';
import type { Assembly } from './assembly.ts';
import type { PackSheet } from './pack.ts';
import { withColumns } from './table-columns.ts';

/** The sheets that are only read: those of all packs of the line, of each name the nearest. */
export function assembleSheets(assembly: Assembly, book: FactBook): readonly PackSheet[] {
  const keys = new Set(assembly.line.flatMap(({ sheets }) => [...sheets.keys()]));
  return [...keys].sort().flatMap((key) =>
    assembly
      .owned(key, ({ sheets }) => sheets)
      .map(({ file: { value, document } }): PackSheet => ({
        key,
        layout: { ...withColumns(value, book), aliases: value.aliases },
        document,
        rows: document,
      })),
  );
}
