import { unitOf } from '../accounts/content-files.ts';
import { orTemplateFailure } from '../document/template-failure.ts';
import { hasErrors, inOrder, type Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import type { Booklet } from './booklet.ts';
import { compileUnit, type CompiledUnit } from './compile-unit.ts';
import { openInput } from './open-input.ts';
import {
  mergeChecked,
  type CheckedPart,
  type CheckedSite,
  type CheckedUnit,
  type FoundInUnit,
} from './checked-site.ts';
import type { GivenName } from './given-names.ts';
import { usedPacks } from './used-packs.ts';

/** What was found in some of the units and in what all units share. */
export interface CheckedShare extends CheckedPart {
  /** What was found in files of no unit. */
  readonly shared: readonly Diagnostic[];
}

/**
 * What was found in a compiled unit.
 *
 * @param beside what was found in its files before it was compiled, or when it was typeset
 */
export function foundIn(
  slug: string,
  { unit, diagnostics, names }: CompiledUnit,
  beside: readonly Diagnostic[],
): FoundInUnit {
  const booklets = unit?.booklets.map(({ year }) => ({ year })) ?? [];
  return { slug, booklets, diagnostics: inOrder([...beside, ...diagnostics]), names };
}

/** What was found before units were compiled, by the unit in whose files it was found. */
export function byUnit(
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string | undefined, readonly Diagnostic[]> {
  return Map.groupBy(diagnostics, ({ place }) => unitOf(place.file));
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
): CheckedShare {
  const input = openInput(files, used, recall);
  const before = byUnit(input.diagnostics);
  const diagnostics: Diagnostic[] = [...input.diagnostics];
  const names: GivenName[] = [];
  let trials = MOST_TRIALS;
  const units = input.content.units.flatMap((unitFiles): readonly CheckedUnit[] => {
    const { slug } = unitFiles;
    const compiled = compileUnit(unitFiles, input);
    const { unit } = compiled;
    const failures: Diagnostic[] = [];
    const faulty = hasErrors(compiled.diagnostics) || hasErrors(diagnostics);
    if (unit !== undefined && trials > 0 && !faulty) {
      trials -= unit.booklets.length;
      failures.push(...unit.booklets.flatMap(typesettingFailures));
    }
    const found = foundIn(slug, compiled, [...(before.get(slug) ?? []), ...failures]);
    for (const finding of found.diagnostics) diagnostics.push(finding);
    for (const name of found.names) names.push(name);
    onUnit(found);
    return unit === undefined ? [] : [{ slug, booklets: found.booklets }];
  });
  return { units, diagnostics, names, shared: before.get(undefined) ?? [] };
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
