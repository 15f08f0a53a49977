import type { Guess } from './guess.ts';
import { LEEWAY, membersOf, TINY, type Judged } from './judged.ts';
import { slipsOf, type Slip, type SlipKind } from './slips.ts';
import type { Term } from './terms.ts';

/** So many bits a near miss must be worth: what chance makes once in so many powers of two. */
const ENOUGH = 8;
/** So many of them must lie in the digits: words alone tell nothing here. */
const IN_DIGITS = 3;
/** Rounding may leave open so much of what a slip has moved. */
const PINNED = 0.2;
/** The likelier slips first. */
const ORDER: readonly SlipKind[] = ['turned', 'exchanged', 'moved', 'digit', 'length'];

/** A slip with which a guess comes out. */
export interface Fit {
  readonly judgement: Judged;
  readonly term: Term;
  readonly meant: number;
  /** What it is worth, in bits, and how much of it lies in the digits. */
  readonly worth: number;
  readonly digits: number;
}

/** The slips with which a guess comes out; numbers that `borne` holds are not in doubt. */
export function fitsOf(judgement: Judged, borne: ReadonlySet<number>): readonly Fit[] {
  const { guess } = judgement;
  const slips = membersOf(guess)
    .filter(({ quantity }) => !borne.has(quantity.from))
    .flatMap((term) => [...slipsOf(term), ...turnOf(term, guess)].map((slip) => ({ term, ...slip })));
  const fitting = slips.filter(({ term, value }) => isMended(judgement, term, value));
  return fitting.map(({ term, kind, value }) => {
    const dear = ORDER.indexOf(kind);
    const many = slips.filter((other) => ORDER.indexOf(other.kind) <= dear).length;
    const worth = judgement.worth - Math.log2(many);
    return { judgement, term, meant: value, worth, digits: worth - guess.cue };
  });
}

/** 增加 for 减少, in a sum of changes. */
function turnOf(term: Term, { turns, result }: Guess): readonly Slip[] {
  return turns === true && term !== result ? [{ kind: 'turned', value: -term.value }] : [];
}

/** Whether a guess comes out when one number is another one, and rounding does not leave open whether it would anyway. */
function isMended({ guess, made, reach }: Judged, term: Term, meant: number): boolean {
  const at = guess.parts.indexOf(term);
  const outcome = at < 0 ? made : guess.make(guess.parts.map(({ value }) => value).with(at, meant));
  const [before, now] = at < 0 ? [term.value, meant] : [made, outcome];
  const result = at < 0 ? meant : guess.result.value;
  return (
    Math.abs(outcome - result) <= reach * LEEWAY + TINY &&
    Math.abs(now - before) * PINNED >= reach &&
    Math.abs(now) * PINNED >= reach &&
    Math.abs(meant) * PINNED >= term.half
  );
}

/** The fit that is worth most, where it is worth enough: sums and quotients that one slip mends bear each other out. */
export function told(fits: readonly Fit[]): Fit | undefined {
  const sameSlip = Map.groupBy(fits, ({ term, meant }) => `${term.quantity.from} ${meant.toPrecision(9)}`);
  const [best] = sameSlip
    .values()
    .map((same) => {
      const byKind = Map.groupBy(same, ({ judgement }) => judgement.guess.kind);
      const [first, ...others] = byKind
        .values()
        .flatMap((all) => all.toSorted((a, b) => b.worth - a.worth).slice(0, 1))
        .toArray()
        .toSorted((a, b) => b.worth - a.worth);
      const more = others.reduce((all, { digits }) => all + Math.max(digits, 0), 0);
      return first && { ...first, worth: first.worth + more, digits: first.digits + more };
    })
    .filter((one) => one !== undefined)
    .toArray()
    .toSorted((a, b) => b.worth - a.worth);
  if (best === undefined || best.worth < ENOUGH) return undefined;
  return best.digits < IN_DIGITS && best.judgement.guess.isNamed !== true ? undefined : best;
}
