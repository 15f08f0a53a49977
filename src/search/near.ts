/** Shorter words are too easily others with a sign wrong. */
const SHORTEST = 3;

/**
 * The known word that a term is with one sign wrong, missing or too many; undefined if there is none. A digit is never
 * taken for a slip: another number is another matter.
 */
export function nearWord(term: string, known: readonly string[]): string | undefined {
  if (term.length < SHORTEST || /\d/.test(term)) return undefined;
  return known.find((word) => word.length >= SHORTEST && word !== term && isNear(term, word));
}

/** Whether one sign makes the difference: changed, left out, put in, or changed places with its neighbour. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}

/** A stretch of a name that is as long as a term and differs from it in one sign. */
export function nearStretch(term: string, names: readonly string[]): string | undefined {
  if (term.length <= SHORTEST || /\d/.test(term)) return undefined;
  for (const name of names)
    for (let at = 0; at + term.length <= name.length; at += 1) {
      const stretch = name.slice(at, at + term.length);
      if (differences(term, stretch) === 1) return stretch;
    }
  return undefined;
}

function differences(a: string, b: string): number {
  return [...a].filter((character, at) => character !== b[at]).length;
}

/** The pieces of a term around each of its signs, one of which may be wrong. */
export function withoutOneSign(term: string): readonly { readonly before: string; readonly after: string }[] {
  if (term.length < SHORTEST) return [];
  return [...term.matchAll(/\p{L}/gu)].map(({ 0: sign, index }) => ({
    before: term.slice(0, index),
    after: term.slice(index + sign.length),
  }));
}
