import type { Guess } from './guess.ts';
import type { Term } from './terms.ts';

/** Of numbers that computers keep in binary, the last digits tell nothing. */
export const LEEWAY = 1 + 1e-9;
export const TINY = 1e-9;
/** A whole number that was divided is rounded to the next one. */
const WHOLE = 0.5;

/** A guess, what comes out of it and what that is worth. */
export interface Judged {
  readonly guess: Guess;
  readonly made: number;
  /** By how much it does not come out beyond rounding; 0 or less where it does. */
  readonly open: number;
  /** How far rounding leaves open what is made and what is told. */
  readonly reach: number;
  /** How unlikely it is by chance that it comes out, in bits, with what its words say for it and how many alike were tried. */
  readonly worth: number;
}

export function membersOf({ parts, result }: Pick<Guess, 'parts' | 'result'>): readonly Term[] {
  return [...parts, result];
}

/** Judges guesses of one kind. */
export function judged(guesses: readonly Guess[]): readonly Judged[] {
  return guesses.map((guess) => {
    const { parts, result, make, cue, cut = false } = guess;
    const values = parts.map(({ value }) => value);
    const made = make(values);
    const moved = (by: (term: Term) => number): readonly number[] =>
      parts.map((term, at) => Math.abs(make(values.with(at, term.value + by(term))) - made));
    const reach = result.half + moved(({ half }) => half).reduce((a, b) => a + b, 0);
    // So many outcomes there are: no finer than rounding, and no finer than what the last digits make.
    const grain = cut
      ? Math.max(2 * reach, Math.min(...moved(({ unit }) => unit)))
      : Math.max(reach, Math.min(...moved(({ step }) => step), result.step));
    const alike = guesses.filter((other) => other.cue >= cue).length;
    const worth = Math.log2(Math.max(result.value / grain, 1)) + cue - Math.log2(alike);
    const wide = cut ? reach + (result.half === 0 ? WHOLE : result.half) : reach;
    return { guess, made, reach, worth, open: Math.abs(made - result.value) - wide * LEEWAY - TINY };
  });
}
