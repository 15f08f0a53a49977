/** A text as it is compared, with the place in the original of each of its UTF-16 units. */
export interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

const IGNORED = /[^\S\t\n]|[“”‘’"'「」『』]/gu;

/** Parts thousands; only between digits, three of which follow. */
const SEPARATOR = /(?<=[\d０-９])[,，](?=[\d０-９]{3}(?![\d０-９]))/gu;

const known = new Map<string, string>();

/**
 * Brings a text into the form in which texts and queries are compared: full and half width (NFKC) and upper and lower
 * case are the same, spaces and what parts thousands do not count. Tabs and line ends, which part cells and lines, stay.
 */
export function fold(text: string): string {
  let folded = '';
  for (const character of text.replaceAll(SEPARATOR, '')) folded += foldCharacter(character);
  return folded;
}

/** Folds a text and remembers where each piece of it came from. */
export function foldWithPlaces(text: string): Folded {
  const places: number[] = [];
  let folded = '';
  const separators = new Set([...text.matchAll(SEPARATOR)].map(({ index }) => index));
  let at = 0;
  for (const character of text) {
    const piece = separators.has(at) ? '' : foldCharacter(character);
    places.push(...Array.from(piece, () => at));
    folded += piece;
    at += character.length;
  }
  return { text: folded, places };
}

/** Each character by itself: but for separators, what is found never depends on its neighbours. */
function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = character.normalize('NFKC').toLowerCase().replaceAll(IGNORED, '');
    known.set(character, folded);
  }
  return folded;
}
