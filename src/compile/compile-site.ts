import type { SearchWords } from '../accounts/schema/search-words.ts';
import type { SiteSettings } from '../accounts/schema/site.ts';
import type { OwnFont } from '../accounts/fonts/own-fonts.ts';
import { inOrder, type Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import { compileUnit } from './compile-unit.ts';
import { differentNames } from './different-names.ts';
import type { GivenName } from './given-names.ts';
import { openInput } from './open-input.ts';
import type { SiteUnit } from './site-unit.ts';
import { usedPacks } from './used-packs.ts';

/** Everything that the input says, and everything that is wrong with it. */
export interface Site {
  readonly settings: SiteSettings;
  /** What the public calls things, for the search. */
  readonly searchWords: SearchWords;
  /** Fonts of the body's own that may be embedded. */
  readonly fonts: readonly OwnFont[];
  readonly units: readonly SiteUnit[];
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A site made of some of the units, and what is still to be held against the others. */
export interface SitePart extends Site {
  readonly names: readonly GivenName[];
}

/**
 * The pure middle of the program: source texts in, booklets and findings out. Reads no file, no clock, no network.
 *
 * @param files everything under content/ and templates/, with paths relative to the project's root
 * @param recall gives what was compiled before and has not changed since
 */
export function compileSite(files: readonly RawFile[], recall: Recall = forgetful): Site {
  const { settings, searchWords, fonts, units, diagnostics } = compilePart(files, usedPacks(files), recall);
  return { settings, searchWords, fonts, units, diagnostics };
}

/**
 * Compiles some of the units; between them, names are held against each other as in a whole site.
 *
 * @param used names of the packs in use, by the units that are left out too
 */
export function compilePart(
  files: readonly RawFile[],
  used: ReadonlySet<string>,
  recall: Recall = forgetful,
): SitePart {
  const input = openInput(files, used, recall);
  const compiled = input.content.units.map((unit) => compileUnit(unit, input));
  const names = compiled.flatMap((one) => one.names);
  const diagnostics = [
    ...input.diagnostics,
    ...compiled.flatMap((one) => one.diagnostics),
    ...differentNames(names),
  ];
  return {
    settings: input.content.shared.settings,
    searchWords: input.content.shared.searchWords,
    fonts: input.content.shared.fonts,
    units: compiled.flatMap(({ unit }) => unit ?? []),
    diagnostics: inOrder(diagnostics),
    names,
  };
}
