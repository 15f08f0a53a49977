/**
 * What the index looks texts up by: two characters that follow each other, as Chinese has no spaces between words, and
 * of longer numbers also four, as any two digits stand in nearly every table.
 */
const NUMBER = /[\d.]{4,}/g;
/** Characters of a number that are looked up together. */
export const NUMBER_GRAM = 4;

/** All grams of a folded text, each once; none reaches over the end of a cell or a line. */
export function gramsOf(folded: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const piece of folded.split(/[\t\n]/)) {
    // As `pairs` does, without their places: whole sites are read by this.
    let last = '';
    for (const character of piece) {
      if (last !== '') grams.add(last + character);
      last = character;
    }
    for (const number of numbers(piece)) grams.add(number.gram);
  }
  return grams;
}

/** The grams that a text must have for a folded term to stand in it, in order; none for a single character. */
export function gramsOfTerm(term: string): readonly string[] {
  const long = numbers(term);
  const inNumber = ({ start, end }: Placed): boolean =>
    long.some((number) => number.start <= start && end <= number.end);
  return [...pairs(term).filter((pair) => !inNumber(pair)), ...long]
    .sort((a, b) => a.start - b.start)
    .map(({ gram }) => gram);
}

interface Placed {
  readonly gram: string;
  readonly start: number;
  readonly end: number;
}

function pairs(text: string): readonly Placed[] {
  const placed: Placed[] = [];
  let last: string | undefined;
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (last !== undefined) placed.push({ gram: last + character, start: at - last.length, end });
    last = character;
    at = end;
  }
  return placed;
}

function numbers(text: string): readonly Placed[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: run, index }) =>
    Array.from({ length: run.length - NUMBER_GRAM + 1 }, (_, offset) => ({
      gram: run.slice(offset, offset + NUMBER_GRAM),
      start: index + offset,
      end: index + offset + NUMBER_GRAM,
    })),
  );
}
