import { checkSite } from '../../src/compile/check-site.ts';
import type { CheckedSite } from '../../src/compile/checked-site.ts';
import { compileSite, type Site } from '../../src/compile/compile-site.ts';
import { openInput, type OpenInput } from '../../src/compile/open-input.ts';
import { loadPacks, type LoadedPacks } from '../../src/pack/load-packs.ts';
import { remembering } from '../../src/source/recall.ts';
import type { RawFile } from '../../src/source/source-file.ts';

const recall = remembering();

/** The site of an input. Of a row of inputs that differ a little, only the booklets that differ are made anew. */
export function compiled(files: readonly RawFile[]): Site {
  return compileSite(files, recall);
}

/** The findings of an input, those of typesetting it among them, made in the same way. */
export function checked(files: readonly RawFile[]): CheckedSite {
  return checkSite(files, undefined, recall);
}

/** What an input holds before anything of it is compiled, made in the same way. */
export function opened(files: readonly RawFile[]): OpenInput {
  return openInput(files, undefined, recall);
}

/** The packs of an input, made in the same way. */
export function packsOf(files: readonly RawFile[]): LoadedPacks {
  return loadPacks(files, recall);
}
