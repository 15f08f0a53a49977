import { orTemplateFailure } from '../document/template-failure.ts';
import { hasErrors, inOrder, type Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import type { Booklet } from './booklet.ts';
import { compileUnit, type CompiledUnit } from './compile-unit.ts';
import { openInput } from './open-input.ts';
import { differentNames, type GivenName } from './given-names.ts';
import { usedPacks } from './used-packs.ts';

/** What was checked, and everything that is wrong with it. A compiled site is one, too. */
export interface CheckedSite {
  readonly units: readonly CheckedUnit[];
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A body and the years of its booklets. */
export interface CheckedUnit {
  readonly slug: string;
  readonly booklets: readonly { readonly year: number }[];
  /** Editions that were corrected since, where they are compiled. */
  readonly editions?: readonly { readonly year: number }[];
}

/** What was found in a unit, and what is still to be held against others. Plain data, to be kept and handed on. */
export interface FoundInUnit extends CheckedUnit {
  /** Each finding once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly names: readonly GivenName[];
}

/** What was found in some of the units, and what is still to be held against the others. */
export interface CheckedPart extends CheckedSite {
  readonly names: readonly GivenName[];
}

/** What was found in a unit that could be read, as a part of a site. */
export function partOf({ slug, booklets, diagnostics, names }: FoundInUnit): CheckedPart {
  return { units: [{ slug, booklets }], diagnostics, names };
}

/** What was found in a compiled unit. */
export function foundIn(slug: string, { unit, diagnostics, names }: CompiledUnit): FoundInUnit {
  const booklets = unit?.booklets.map(({ year }) => ({ year })) ?? [];
  return { slug, booklets, diagnostics: inOrder(diagnostics), names };
}

/**
 * Finds everything that is wrong with the input, as `compileSite` does, and keeps nothing of the booklets: the units
 * are compiled one after the other, so that thousands fit into the memory.
 *
 * @param files everything under content/ and templates/, with paths relative to the project's root
 * @param onUnit told after each unit what was found in it
 * @param recall gives what was compiled before and has not changed since
 */
export function checkSite(
  files: readonly RawFile[],
  onUnit: () => void = () => undefined,
  recall: Recall = forgetful,
): CheckedSite {
  return mergeChecked([checkPart(files, onUnit, usedPacks(files), recall)]);
}

/**
 * Checks some of the units, each by itself; `mergeChecked` holds them against each other.
 *
 * @param used names of the packs in use, where the files are not those of all units
 */
export function checkPart(
  files: readonly RawFile[],
  onUnit: (found: FoundInUnit) => void,
  used: ReadonlySet<string> = usedPacks(files),
  recall: Recall = forgetful,
): CheckedPart {
  const input = openInput(files, used, recall);
  const diagnostics: Diagnostic[] = [...input.diagnostics];
  const names: GivenName[] = [];
  let trials = MOST_TRIALS;
  const units = input.content.units.flatMap((unitFiles): readonly CheckedUnit[] => {
    const compiled = compileUnit(unitFiles, input);
    const found = foundIn(unitFiles.slug, compiled);
    for (const finding of found.diagnostics) diagnostics.push(finding);
    for (const name of found.names) names.push(name);
    const { unit } = compiled;
    if (unit !== undefined && trials > 0 && !hasErrors(diagnostics)) {
      trials -= unit.booklets.length;
      diagnostics.push(...unit.booklets.flatMap(typesettingFailures));
    }
    onUnit(found);
    return unit === undefined ? [] : [{ slug: found.slug, booklets: found.booklets }];
  });
  return { units, diagnostics, names };
}

/**
 * Typesetting takes longer than all checks together. A pack was checked whatever its booklets hold; these are the proof
 * that it can be typeset.
 */
const MOST_TRIALS = 4;

function typesettingFailures(booklet: Booklet): readonly Diagnostic[] {
  return orTemplateFailure(() => {
    booklet.render();
    return [];
  });
}

/** Puts together what was found in parts of the units, and what was found between them. */
export function mergeChecked(parts: readonly CheckedPart[]): CheckedSite {
  const between = differentNames(parts.flatMap(({ names }) => names));
  return {
    units: parts.flatMap(({ units }) => units).sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    diagnostics: inOrder([...parts.flatMap(({ diagnostics }) => diagnostics), ...between]),
  };
}
