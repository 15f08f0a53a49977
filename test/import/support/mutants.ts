import { understand } from '../../../src/import/accounts/understood.ts';
import { isRefused, type GivenFile } from '../../../src/import/given-file.ts';
import { openWorkbook } from '../../../src/import/workbook/open-workbook.ts';
import { recogniseTables } from '../../../src/import/tables/recognise-tables.ts';
import { addressOf, cellsOf, type SheetCell, type Workbook } from '../../../src/import/workbook/sheet.ts';
import { opened } from '../../support/compiled.ts';
import type { RawFile } from '../../../src/source/source-file.ts';

/** A workbook with one of its cells changed. */
export interface Mutant {
  /** `公开01表!C5: 12 → 13`. */
  readonly name: string;
  readonly book: Workbook;
}

/** Every change of one amount of a workbook: another number; none where there was one; one where there was none. */
export async function mutantsOf(file: GivenFile): Promise<readonly Mutant[]> {
  const book = await openWorkbook(file);
  if (book === undefined || isRefused(book)) throw new Error('no workbook');
  return book.sheets.flatMap((sheet) =>
    cellsOf(sheet)
      .filter(isAmount)
      .flatMap((cell) => changesOf(cell.text).map((text) => mutant(book, sheet.name, cell, text))),
  );
}

/** Amounts in 万元 have decimals or are zero; what numbers lines and columns has none. */
function isAmount({ isNumber, text }: SheetCell): boolean {
  return isNumber && (text === '0' || text.includes('.'));
}

function changesOf(text: string): readonly string[] {
  return text === '0' ? ['1.23'] : [(Number(text) + 0.0001).toFixed(6), '0'];
}

function mutant(book: Workbook, name: string, cell: SheetCell, text: string): Mutant {
  const sheets = book.sheets.map((sheet) =>
    sheet.name === name
      ? {
          ...sheet,
          rows: sheet.rows.map((row) => row?.map((one) => (one === cell ? { ...cell, text } : one))),
        }
      : sheet,
  );
  return {
    name: `${name}!${addressOf(cell.row, cell.column)}: ${cell.text} → ${text}`,
    book: { ...book, sheets },
  };
}

/** The mutants that nothing is said of. */
export function unnoticed(
  mutants: readonly Mutant[],
  files: readonly RawFile[],
  packName: string,
): readonly string[] {
  const input = opened(files);
  const pack = input.packs.packs.get(packName);
  if (pack === undefined) throw new Error(`no pack ${packName}`);
  const codes = input.content.shared.codesFor(2023);
  const by = { pack, codes, items: new Map<string, string>() };
  const context = { book: pack.facts.book, codes, year: 2023, kind: '行政单位' as const };
  const rest = { entered: [], evaluations: [], forms: pack.forms };
  return mutants.flatMap(({ name, book }) => {
    const read = recogniseTables([book], by);
    if (isRefused(read)) return [];
    const { recognised } = read;
    const { findings, leftovers } = understand(recognised, { ...context, ...rest });
    return findings.length + leftovers.length + recognised.leftovers.length > 0 ? [] : [name];
  });
}
