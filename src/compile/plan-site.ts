import type { SearchWords } from '../accounts/schema/search-words.ts';
import type { SiteSettings } from '../accounts/schema/site.ts';
import type { OwnFont } from '../accounts/fonts/own-fonts.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { RawFile } from '../source/source-file.ts';
import { compileUnit, type CompiledUnit } from './compile-unit.ts';
import { openInput } from './open-input.ts';
import { unitKeys } from './unit-key.ts';
import { usedPacks } from './used-packs.ts';

/** A unit that can be compiled when it is needed. */
export interface PlannedUnit {
  readonly slug: string;
  /** Sums up all that it is made of: see `unitKeys`. */
  readonly key: string;
  /** Compiles it, each time anew. */
  compile(): CompiledUnit;
}

/** What a site will be made of, as far as it is known before its units are compiled. */
export interface SitePlan {
  readonly settings: SiteSettings;
  readonly searchWords: SearchWords;
  readonly fonts: readonly OwnFont[];
  /** In the order of their folders' names. */
  readonly units: readonly PlannedUnit[];
  /** What was found in files that belong to no unit. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what all units share, and tells how each is compiled. */
export function planSite(files: readonly RawFile[]): SitePlan {
  const input = openInput(files, usedPacks(files));
  const keys = unitKeys(files);
  return {
    settings: input.content.shared.settings,
    searchWords: input.content.shared.searchWords,
    fonts: input.content.shared.fonts,
    units: input.content.units.map((unit) => ({
      slug: unit.slug,
      key: keys.get(unit.slug) ?? '',
      compile: () => compileUnit(unit, input),
    })),
    diagnostics: input.diagnostics,
  };
}
