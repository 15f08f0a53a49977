import { characterMaps } from './character-map.ts';

/** Characters without a shape of their own: spaces, line ends, joiners, selectors, soft hyphens. */
const INVISIBLE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/**
 * The visible characters of a text that none of the booklet's fonts can show, each once, in their
 * order; empty when the whole text can be printed. (Each family falls back to the other one.)
 */
export async function missingCharacters(text: string): Promise<readonly string[]> {
  const maps = [...(await characterMaps()).values()];
  return [...new Set(text)].filter(
    (character) => !INVISIBLE.test(character) && !maps.some((map) => map.has(codeOf(character))),
  );
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
