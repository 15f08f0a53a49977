import { formatFixed, Exact } from '../../accounts/decimal.ts';
import { saysNotAllPaid, saysPartsDiffer } from '../charity/overlaps.ts';
import type { Quantity } from '../quantity.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { fitsOf, told, type Fit } from './fits.ts';
import type { Guess } from './guess.ts';
import { judged, membersOf, TINY, type Judged } from './judged.ts';
import { productGuesses } from './products.ts';
import { quotientGuesses } from './quotients.ts';
import { sumGuesses } from './sums.ts';
import { termsOf, type Term } from './terms.ts';

/** What comes out and is worth so many bits is no chance. */
const CERTAIN = 8;

/**
 * What the numbers of a sentence make, whatever its words say: all sums, differences, quotients and products of numbers
 * beside each other. One that nearly comes out, and does with one slip mended, is told where chance hardly makes one so:
 * the more digits agree, the rarer; the more was tried and the more slips there are of that kind, the commoner. Numbers
 * that sums bear out are not in doubt. What comes out beyond chance is given, too.
 */
export function searchRelations(sentence: Sentence, known: readonly Relation[]): readonly Relation[] {
  const terms = termsOf(sentence);
  if (terms.length < 3) return [];
  const guesses = [sumGuesses, quotientGuesses, productGuesses].flatMap((guess) => judged(guess(terms)));
  const certain = guesses.filter(({ open, worth }) => open <= 0 && worth >= CERTAIN).map(heldOf);
  const held = [...known.filter((one) => one.holds && one.members.length > 2 && isTelling(one)), ...certain];
  const borne = new Set(held.flatMap(({ members }) => members.map(({ from }) => from)));
  const fits = guesses
    .filter(({ open, guess }) => open > 0 && !isHeldOtherwise(guess, held) && !isPartial(guess, sentence))
    .filter((one) => !isRated(one, terms) && !isMeanOfAnother(one, terms))
    .flatMap((one) => fitsOf(one, borne));
  const best = told(fits);
  return best === undefined ? certain : [...certain, relationOf(best)];
}

/** 100%, of whatever: that bears out nothing. */
function isTelling({ result }: Relation): boolean {
  return !(result.unit === '%' && (result.value.eq(100) || result.value.isZero()));
}

/** 其余为往届生: a sum of parts of which the sentence says that there are more. */
function isPartial(guess: Guess, sentence: Sentence): boolean {
  if (guess.kind === 'product') return saysNotAllPaid(sentence);
  return (
    guess.kind === 'sum' &&
    saysPartsDiffer({ members: membersOf(guess).map(({ quantity }) => quantity) }, sentence)
  );
}

/** 优良率 85%，其中优 12 个、良 5 个，共 20 个: what the parts are of their whole is told, so they are not all of it. */
function isRated({ guess: { kind, result }, made }: Judged, terms: readonly Term[]): boolean {
  if (kind !== 'sum' || result.quantity.kind === 'points' || made >= result.value) return false;
  const share = (made * 100) / result.value;
  return terms.some(
    ({ quantity, value, half }) => quantity.unit === '%' && Math.abs(value - share) <= half + TINY,
  );
}

/** 12.60 万元，其中 A 7.20 万元…，6 辆，平均每辆 2.10 万元: a mean that comes out of another number is of that. */
function isMeanOfAnother({ guess: { parts, result, make, cut } }: Judged, terms: readonly Term[]): boolean {
  const [all, ...counts] = parts;
  if (cut !== true || all?.quantity.unit !== result.quantity.unit || counts.length === 0) return false;
  if (counts.some(({ quantity }) => quantity.unit === result.quantity.unit)) return false;
  const made = (one: Term): number => make([one.value, ...counts.map(({ value }) => value)]);
  return terms.some(
    (one) =>
      one !== result &&
      one.quantity.unit === result.quantity.unit &&
      Math.abs(made(one) - result.value) <= result.half + TINY,
  );
}

function heldOf({ guess }: Judged): Relation {
  const members = membersOf(guess).map(({ quantity }) => quantity);
  return { members, result: guess.result.quantity, holds: true, problem: '' };
}

/** Whether its result comes out of other numbers: a rate has one origin, and a total is not told of the same parts twice. */
function isHeldOtherwise({ parts, result }: Guess, held: readonly Relation[]): boolean {
  const own = result.quantity;
  return held.some((one) => {
    const has = ({ from }: Quantity): boolean => one.members.some((other) => other.from === from);
    if (own.kind === 'rate' || own.kind === 'times' || own.kind === 'points')
      return one.result.from === own.from;
    return (
      has(own) && parts.filter(({ quantity }) => has(quantity)).length >= Math.min(one.members.length - 1, 2)
    );
  });
}

function relationOf({ judgement: { guess, made }, term, meant }: Fit): Relation {
  const [{ quantity }, told] = [guess.result, term.quantity];
  const advice =
    meant < 0
      ? `，${told.text} 的增减似应相反`
      : told.from === quantity.from
        ? ''
        : `，${told.text} 似应为 ${textLike(told, meant)}`;
  const problem = `${guess.formula} ＝ ${textLike(quantity, made)}，文中写 ${quantity.text}${advice}`;
  const members = membersOf(guess).map((one) => one.quantity);
  return { members, result: told, holds: false, problem, explained: true };
}

/** A number written as another one is, with its unit. */
function textLike({ value, digits, text }: Quantity, meant: number): string {
  const factor = value.div(new Exact(digits.replaceAll(',', '')));
  const decimals = digits.split('.')[1]?.length ?? 0;
  return formatFixed(new Exact(meant).div(factor), decimals) + text.slice(digits.length);
}
