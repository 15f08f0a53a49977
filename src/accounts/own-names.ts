import { remembered } from '../source/remembered.ts';
import type { YamlPath } from '../source/yaml.ts';
import { codeEntries } from './code-entries.ts';
import { withAncestors } from './code-levels.ts';
import { nearestTable, type Classifications, type Code, type CodeTable } from './code-table.ts';
import type { LoadedYear } from './load-year.ts';
import type { Comparatives } from './schema/accounts.ts';

/** The section of `accounts.yaml` that names codes wherever they are used. */
export const NAMES_SECTION = '科目名称';

/** A name that a unit gives to a code of its accounts. */
export interface OwnName {
  readonly table: keyof Classifications;
  readonly code: string;
  readonly name: string;
  /** Where the name stands in `accounts.yaml`. */
  readonly path: YamlPath;
}

/** Every name that a year's accounts give: under 科目名称, and beside the amounts of a code. */
export const ownNames = remembered((year: LoadedYear): readonly OwnName[] => {
  const listed = Object.entries(year.accounts.value.codeNames).map(([code, name]) => ({
    table: code.startsWith('2') ? ('functional' as const) : ('economic' as const),
    code,
    name,
    path: [NAMES_SECTION, code],
  }));
  const beside = codeEntries(year).map(({ table, code, name, path }) => {
    return { table, code, name, path: [...path, '名称'] };
  });
  return [...listed, ...beside].flatMap(({ name, ...one }) => (name === undefined ? [] : [{ ...one, name }]));
});

/** Where the names of a booklet's codes are looked up. */
export interface NameSources {
  /** The classifications in force for a year. */
  codesFor(year: number): Classifications;
  /** What last year's booklet called its codes. */
  readonly last?: Classifications | undefined;
  /** Last year's figures, where they were only entered for comparison. */
  readonly comparatives?: Comparatives | undefined;
}

/**
 * What a booklet calls its codes: the year's classifications, then, for what these lack, the unit's own names, last
 * year's names for codes that only last year had, and the classification of a near year (`known-codes` then doubts the
 * code). Everything that prints a name gets its names from here.
 */
export function bookletCodes(year: LoadedYear, sources: NameSources): Classifications {
  const entered = [...codeEntries(year), ...comparedCodes(sources.comparatives)];
  const resolve = (table: keyof Classifications): CodeTable => {
    const known = sources.codesFor(year.year)[table];
    const ofTable = <T extends { table: keyof Classifications }>(all: readonly T[]): readonly T[] =>
      all.filter((one) => one.table === table);
    const own = ofTable(ownNames(year)).map(({ code, name }) => [code, codeOf(code, name)] as const);
    const used = withAncestors(ofTable(entered).map(({ code }) => code));
    const gone = [...(sources.last?.[table] ?? [])].filter(([code]) => !used.includes(code));
    const doubted = used
      .filter((code) => !known.has(code))
      .flatMap((code) => {
        const found = nearestTable(year.year, table, sources, (other) => other.has(code))?.table.get(code);
        return found === undefined ? [] : [[code, found] as const];
      });
    return withLacking(known, [...own, ...gone, ...doubted]);
  };
  return { functional: resolve('functional'), economic: resolve('economic') };
}

/** The codes that last year's comparatives are about, by table, with the figure's id. */
export function comparedCodes(
  comparatives: Comparatives | undefined,
): readonly { readonly table: keyof Classifications; readonly code: string; readonly id: string }[] {
  return Object.keys(comparatives?.figures ?? {}).flatMap((id) => {
    const [, section, code] = /^([^.]+)\.(\d{3,7})(?:\.|$)/.exec(id) ?? [];
    if (code === undefined) return [];
    return [{ table: section === '基本支出' ? ('economic' as const) : ('functional' as const), code, id }];
  });
}

function codeOf(code: string, name: string): Code {
  return { name, label: `${name}（${code}）`, verified: false };
}

/** The table with what it lacks, the first of several; classes are the law's alone. The very table where it lacks nothing. */
function withLacking(table: CodeTable, others: readonly (readonly [string, Code])[]): CodeTable {
  const lacking = others.filter(([code]) => code.length > 3 && !table.has(code));
  return lacking.length === 0 ? table : new Map([...lacking.toReversed(), ...table]);
}
