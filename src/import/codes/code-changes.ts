import { ancestorsOf } from '../../accounts/code-levels.ts';
import { codeTableFor, type Code, type CodeTable } from '../../accounts/code-table.ts';
import type { CodeTableFile } from '../../accounts/schema/code-table.ts';
import type { Source } from '../reading.ts';
import { isSameName } from './code-text.ts';
import type { StatedCode } from './read-codes.ts';

/** A code with its name; of a renamed one also what it was called before. */
export interface ChangedCode {
  readonly code: string;
  readonly name: string;
  readonly before?: string;
}

/** What a year's own file says with certainty and the given file says otherwise. */
export interface CodeConflict {
  readonly code: string;
  readonly own: string;
  readonly name: string;
  readonly source: Source;
}

/** What an official classification makes new in a year's table. */
export interface CodeChanges {
  /** The year whose table is continued; undefined where the year's table stands alone. */
  readonly from: number | undefined;
  readonly added: readonly ChangedCode[];
  readonly renamed: readonly ChangedCode[];
  /** Codes of classes that the file lists, which it does not have. */
  readonly gone: readonly ChangedCode[];
  /** Codes that were known without proof. */
  readonly verified: readonly ChangedCode[];
  readonly conflicts: readonly CodeConflict[];
  /** Classes that the file says nothing of: they stay. */
  readonly unlisted: readonly ChangedCode[];
}

/**
 * Compares an official classification with what a year's table says so far: its own file, or the table of the nearest year
 * before. What is official replaces what was only guessed; what the year's own file is certain of stays.
 *
 * @param own the year's own file, if there is one
 * @param tables the tables of the same classification of all years
 */
export function codeChanges(
  year: number,
  stated: readonly StatedCode[],
  own: CodeTableFile | undefined,
  tables: readonly CodeTableFile[],
): CodeChanges {
  const from = own === undefined ? yearBefore(year, tables) : own.continues;
  const base: CodeTable = from === undefined ? new Map() : codeTableFor(from, tables);
  const entries = new Map(Object.entries(own?.entries ?? {}));
  const withdrawn = new Set(own?.gone);
  const found = Map.groupBy(stated, ({ code, name }) => {
    const mine = entries.get(code);
    return mine === undefined
      ? changeOfInherited(name, withdrawn.has(code) ? undefined : base.get(code))
      : changeOfOwn(name, mine);
  });
  const nameOf = (code: string): string => entries.get(code)?.name ?? base.get(code)?.name ?? '';
  const all = (kind: Change): readonly StatedCode[] => found.get(kind) ?? [];
  const listed = new Set(stated.map(({ code }) => code));
  const classes = new Set([...listed].map(classOf));
  const missing = [...base].flatMap(([code, { name }]) =>
    listed.has(code) || entries.has(code) || withdrawn.has(code) ? [] : [{ code, name }],
  );
  return {
    from,
    added: all('added').map(({ code, name }) => ({ code, name })),
    renamed: all('renamed').map(({ code, name }) => ({ code, name, before: nameOf(code) })),
    verified: all('verified').map(({ code }) => ({ code, name: nameOf(code) })),
    conflicts: all('conflict').map((one) => ({ ...one, own: nameOf(one.code) })),
    gone: missing.filter(({ code }) => classes.has(classOf(code))),
    unlisted: missing.filter(({ code }) => code.length === 3 && !classes.has(code)),
  };
}

type Change = 'same' | 'added' | 'renamed' | 'verified' | 'conflict';

/** What an official name is to what the year's own file says. */
function changeOfOwn(
  name: string,
  { name: known, basis = '已核实' }: CodeTableFile['entries'][string],
): Change {
  const certain = basis === '已核实';
  if (isSameName(known, name)) return certain ? 'same' : 'verified';
  return certain ? 'conflict' : 'renamed';
}

/** What an official name is to what the year before says. */
function changeOfInherited(name: string, known: Code | undefined): Change {
  if (known === undefined) return 'added';
  if (!isSameName(known.name, name)) return 'renamed';
  return known.verified ? 'same' : 'verified';
}

/** The nearest year before that has a table. */
function yearBefore(year: number, tables: readonly CodeTableFile[]): number | undefined {
  return tables
    .map((table) => table.year)
    .filter((one) => one < year)
    .sort((a, b) => a - b)
    .at(-1);
}

function classOf(code: string): string {
  return ancestorsOf(code)[0] ?? code;
}
