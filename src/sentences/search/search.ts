import { formatFixed, Exact } from '../../accounts/decimal.ts';
import { saysPartsDiffer } from '../charity/overlaps.ts';
import type { Quantity } from '../quantity.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import type { Guess } from './guess.ts';
import { productGuesses } from './products.ts';
import { quotientGuesses } from './quotients.ts';
import { slipsOf, type Slip, type SlipKind } from './slips.ts';
import { sumGuesses } from './sums.ts';
import { termsOf, type Term } from './terms.ts';

/** How many bits a near miss must be worth to be told: what is as rare by chance as one in so many powers of two. */
const ENOUGH = Number(process.env['BITS'] ?? 8);
/** So much of it must lie in the digits: words alone tell nothing here. */
const IN_DIGITS = Number(process.env['DIG'] ?? 3);
/** So many make a sum that comes out no chance. */
const CERTAIN = Number(process.env['CERT'] ?? 8);
/** Rounding may leave open so much of what a slip has moved. */
const PINNED = 0.2;
const LEEWAY = 1 + 1e-9;
const TINY = 1e-9;

/**
 * What the numbers of a sentence make, whatever its words say: all sums, differences, quotients and products of numbers
 * beside each other. One that nearly comes out, and does with one slip mended, is told where chance hardly makes one so:
 * the more digits agree, the rarer; the more was tried and the more slips there are of that kind, the commoner. Numbers
 * that sums bear out are not in doubt.
 */
export function searchRelations(sentence: Sentence, known: readonly Relation[]): readonly Relation[] {
  const terms = termsOf(sentence);
  if (terms.length < 3) return [];
  const guesses = [sumGuesses, quotientGuesses, productGuesses].flatMap((guess) => judged(guess(terms)));
  const held: readonly Held[] = [
    ...known.filter(({ holds, members }) => holds && members.length > 2),
    ...guesses
      .filter(({ open, worth }) => open <= 0 && worth >= CERTAIN)
      .map(({ guess }) => ({ members: membersOf(guess).map(({ quantity }) => quantity), result: guess.result.quantity })),
  ];
  const borne = new Set(held.flatMap(({ members }) => members.map(({ from }) => from)));
  const fits = guesses
    .filter(({ open, guess }) => open > 0 && !isHeldOtherwise(guess, held) && !isPartial(guess, sentence))
    .flatMap((one) => fitsOf(one, borne));
  const best = told(fits);
  return best === undefined ? [] : [relationOf(best)];
}

/** 其余为往届生: a sum of parts of which the sentence says that there are more. */
function isPartial(guess: Guess, sentence: Sentence): boolean {
  return guess.kind === 'sum' && saysPartsDiffer({ members: membersOf(guess).map(({ quantity }) => quantity) }, sentence);
}

type Held = Pick<Relation, 'members' | 'result'>;

/** Whether its result comes out of other numbers: a rate has one origin, and a total is not told of the same parts twice. */
function isHeldOtherwise({ parts, result }: Guess, held: readonly Held[]): boolean {
  const own = result.quantity;
  return held.some((one) => {
    const has = ({ from }: Quantity): boolean => one.members.some((other) => other.from === from);
    if (own.kind === 'rate' || own.kind === 'times' || own.kind === 'points') return one.result.from === own.from;
    return has(own) && parts.filter(({ quantity }) => has(quantity)).length >= Math.min(one.members.length - 1, 2);
  });
}

interface Judged {
  readonly guess: Guess;
  /** What its coming out is worth, in bits. */
  readonly worth: number;
  /** By how much it does not come out beyond rounding; 0 or less where it does. */
  readonly open: number;
  readonly made: number;
  readonly reach: number;
}

function membersOf({ parts, result }: Guess): readonly Term[] {
  return [...parts, result];
}

function judged(guesses: readonly Guess[]): readonly Judged[] {
  return guesses.map((guess) => {
    const alike = guesses.filter(({ cue }) => cue >= guess.cue).length;
    const values = guess.parts.map(({ value }) => value);
    const made = guess.make(values);
    const moved = (by: (term: Term) => number): readonly number[] =>
      guess.parts.map((term, at) => Math.abs(guess.make(values.with(at, term.value + by(term))) - made));
    const { result } = guess;
    const reach = result.half + moved(({ half }) => half).reduce((a, b) => a + b, 0);
    const grain = Math.max(
      guess.cut === true ? 2 * reach : reach,
      guess.cut === true
        ? Math.min(...moved(({ unit }) => unit))
        : Math.min(...moved(({ step }) => step), result.step),
    );
    const worth = Math.log2(Math.max(result.value / grain, 1)) + guess.cue - Math.log2(alike);
    const wide = guess.cut === true ? reach + result.half + (result.half === 0 ? 0.5 : 0) : reach;
    return { guess, worth, open: Math.abs(made - result.value) - wide * LEEWAY - TINY, made, reach };
  });
}

/** A slip with which a guess comes out. */
interface Fit {
  readonly judgement: Judged;
  readonly term: Term;
  readonly meant: number;
  /** What it is worth, in bits, and how much of it lies in the digits. */
  readonly worth: number;
  readonly digits: number;
}

function fitsOf(judgement: Judged, borne: ReadonlySet<number>): readonly Fit[] {
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
function told(fits: readonly Fit[]): Fit | undefined {
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
  if (process.env['DBG'] && best) console.log(best.worth.toFixed(1), best.digits.toFixed(1), best.judgement.guess.formula, best.term.quantity.text, best.meant);
  return best === undefined || best.worth < ENOUGH || best.digits < IN_DIGITS ? undefined : best;
}

function relationOf({ judgement: { guess, made }, term, meant }: Fit): Relation {
  const [{ quantity }, told] = [guess.result, term.quantity];
  const advice = meant < 0 ? `，${told.text} 的增减似应相反` : told.from === quantity.from ? '' : `，${told.text} 似应为 ${textLike(told, meant)}`;
  const problem = `${guess.formula} ＝ ${textLike(quantity, made)}，文中写 ${quantity.text}${advice}`;
  const members = membersOf(guess).map((one) => one.quantity);
  return { members, result: told, holds: false, problem, explained: true };
}

const ORDER: readonly SlipKind[] = ['turned', 'exchanged', 'moved', 'digit', 'length'];

/** A number written as another one is, with its unit. */
function textLike({ value, digits, text }: Quantity, meant: number): string {
  const factor = value.div(new Exact(digits.replaceAll(',', '')));
  const decimals = digits.split('.')[1]?.length ?? 0;
  return formatFixed(new Exact(meant).div(factor), decimals) + text.slice(digits.length);
}
