/** A stretch of a text: plain words, a number declared as literal, or a number that nobody answers for. */
export interface NumberSegment {
  readonly kind: 'words' | 'literal' | 'unbound';
  readonly text: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly offset: number;
}

/** Digits with what belongs to one number: separators, decimals, full-width forms. */
const NUMBER = /[0-9０-９]+(?:[.,．，][0-9０-９]+)*/gu;

/**
 * Splits a text at its numbers. A number inside an occurrence of a declared phrase (`职业经理人32人`) is literal; any
 * other number is unbound: it must be a figure, or be declared.
 */
export function markNumbers(text: string, declared: readonly string[]): readonly NumberSegment[] {
  const covered = coveredRanges(text, declared);
  const segments: NumberSegment[] = [];
  let end = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (match.index > end) segments.push({ kind: 'words', text: text.slice(end, match.index), offset: end });
    end = match.index + match[0].length;
    const literal = covered.some(([from, to]) => from <= match.index && end <= to);
    segments.push({ kind: literal ? 'literal' : 'unbound', text: match[0], offset: match.index });
  }
  if (end < text.length) segments.push({ kind: 'words', text: text.slice(end), offset: end });
  return segments;
}

function coveredRanges(
  text: string,
  declared: readonly string[],
): readonly (readonly [from: number, to: number])[] {
  return declared
    .filter((phrase) => phrase.length > 0)
    .flatMap((phrase) => {
      const ranges: (readonly [number, number])[] = [];
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
        ranges.push([at, at + phrase.length]);
      }
      return ranges;
    });
}
