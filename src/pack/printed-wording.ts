import type { Place } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import { glossaryPart, type Pack } from './pack.ts';
import { CODE } from './wording.ts';

/** A stretch of a pack's own words, without its code, and where it stands. */
export interface Wording {
  readonly text: string;
  placeAt(offset: number): Place;
}

/** The words that a pack puts into its booklets, wherever it inherits them from: parts, what they include, glossary. */
export function printedWording(pack: Pack): readonly Wording[] {
  const { parts, glossarySource } = pack;
  const own = parts.map(({ template }) => template.source);
  const included = new Set(parts.flatMap(({ template }) => template.included));
  const terms = glossaryPart(pack) ? [glossarySource] : [];
  return [...own, ...included, ...terms].map(withoutCode);
}

/** Code is blanked out, so that offsets stay. */
function withoutCode(source: SourceFile): Wording {
  const text = source.text.replaceAll(CODE, (code) => ' '.repeat(code.length));
  return { text, placeAt: (offset) => source.placeAt(offset) };
}
