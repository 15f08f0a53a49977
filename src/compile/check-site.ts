import { inOrder, type Diagnostic } from '../source/diagnostic.ts';
import type { RawFile } from '../source/source-file.ts';
import { hasErrors } from '../source/diagnostic.ts';
import { templateFailure } from '../document/template-failure.ts';
import type { Booklet } from './booklet.ts';
import { compileUnit, openInput } from './compile-site.ts';
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
}

/**
 * Finds everything that is wrong with the input, as `compileSite` does, and keeps nothing of the booklets: the units
 * are compiled one after the other, so that thousands fit into the memory.
 *
 * @param files everything under content/ and templates/, with paths relative to the project's root
 * @param onUnit told after each unit
 * @param used names of the packs in use, where the files are not those of all units
 */
export function checkSite(
  files: readonly RawFile[],
  onUnit: () => void = () => undefined,
  used = usedPacks(files),
): CheckedSite {
  const input = openInput(files, used);
  const diagnostics: Diagnostic[] = [...input.diagnostics];
  let trials = MOST_TRIALS;
  const units = input.content.units.flatMap((unitFiles): readonly CheckedUnit[] => {
    const { unit, diagnostics: found } = compileUnit(unitFiles, input);
    for (const finding of found) diagnostics.push(finding);
    if (unit !== undefined && trials > 0 && !hasErrors(diagnostics)) {
      trials -= unit.booklets.length;
      diagnostics.push(...unit.booklets.flatMap(typesettingFailures));
    }
    onUnit();
    return unit === undefined
      ? []
      : [{ slug: unit.slug, booklets: unit.booklets.map(({ year }) => ({ year })) }];
  });
  return { units, diagnostics: inOrder(diagnostics) };
}

/**
 * Typesetting takes longer than all checks together. A pack was checked whatever its booklets hold; these are the proof
 * that it can be typeset.
 */
const MOST_TRIALS = 20;

function typesettingFailures(booklet: Booklet): readonly Diagnostic[] {
  try {
    booklet.render();
    return [];
  } catch (thrown) {
    const failure = templateFailure(thrown);
    if (failure === undefined) throw thrown;
    return [failure.diagnostic];
  }
}

/** Puts together what was found in parts of the units. */
export function mergeChecked(parts: readonly CheckedSite[]): CheckedSite {
  return {
    units: parts.flatMap(({ units }) => units).sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    diagnostics: inOrder(parts.flatMap(({ diagnostics }) => diagnostics)),
  };
}
