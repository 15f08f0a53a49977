import { exactly, over } from '../equations/equation.ts';
import { isAlike, isAmount } from '../equations/beside.ts';
import { intervalOf, minus, overlaps, sum, times, widened, type Interval } from '../interval.ts';
import { significantDigits } from '../near-miss/slips.ts';
import type { Quantity } from '../quantity.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

/** How many numbers on either side of one may make it. */
const REACH = 7;
const BOTH = /均(?!为?每|价)|都|分别/u;
/** Fewer digits are made by chance. */
const ENOUGH_DIGITS = 3;
const HUNDRED = exactly(100);
const MONTHS = exactly(12);

/**
 * Whether the result of a relation that words only suggest comes out of other numbers of its sentence, not all of them
 * members of the relation: then it is theirs.
 */
export function isMadeOtherwise({ result, members }: Relation, sentence: Sentence): boolean {
  const all = placedIn(sentence);
  const at = all.findIndex(({ mention }) => mention.quantity.from === result.from);
  const clause = all[at]?.clause ?? '';
  // 两项均增长 50%: of each of them.
  if (BOTH.test(clause) || significantDigits(result) < ENOUGH_DIGITS) return false;
  const others = [...all.slice(Math.max(at - REACH, 0), at), ...all.slice(at + 1, at + 1 + REACH)];
  const told = result.kind === 'rate' ? widened(intervalOf(result), result.half) : intervalOf(result);
  const isMember = ({ mention }: Placed): boolean =>
    members.some(({ from }) => from === mention.quantity.from);
  const makes = (parts: readonly Placed[], outcomes: readonly (Interval | undefined)[]): boolean =>
    !parts.every(isMember) && outcomes.some((one) => one !== undefined && overlaps(one, told));
  const amounts = others.filter(isAmount);
  const pairs = amounts.flatMap((a) => amounts.filter((b) => b !== a).map((b) => [a, b] as const));
  if (result.kind === 'rate' || result.kind === 'times') {
    const scale = result.kind === 'rate' ? HUNDRED : exactly(1);
    return pairs.some(([a, b]) => isOfUnit(a, b) && makes([a, b], ratesOf(a, b, scale)));
  }
  if (result.kind === 'points') return false;
  return (
    runsOf(others, result).some((run) => makes(run, [sum(run.map(valueOf))])) ||
    pairs.some(([a, b]) => makes([a, b], amountsOf(a, b, result, clause)))
  );
}

function valueOf({ mention }: Placed): Interval {
  return intervalOf(mention.quantity);
}

function isOfUnit(a: Placed, b: Placed): boolean {
  return a.mention.quantity.unit === b.mention.quantity.unit;
}

/** What one is of another, of both, of what it left or came to, and by how much it is less. */
function ratesOf(a: Placed, b: Placed, scale: Interval): readonly (Interval | undefined)[] {
  const [one, other] = [valueOf(a), valueOf(b)];
  const bases = [other, sum([one, other]), minus(other, one)];
  const parts = bases.map((base) => over(one, base));
  const grown = over(minus(one, other), other);
  const fallen = over(minus(other, one), other);
  return [...parts, grown, fallen].map((part) => part && times(part, scale));
}

/** The sum and the difference of two of its unit; what one of them costs, of all or in a month. */
function amountsOf(
  a: Placed,
  b: Placed,
  result: Quantity,
  clause: string,
): readonly (Interval | undefined)[] {
  const [one, other] = [valueOf(a), valueOf(b)];
  const [unit, second] = [a, b].map(({ mention }) => mention.quantity.unit);
  const isOwn = unit !== undefined && isAlike(unit, result.unit);
  if (isOfUnit(a, b)) return isOwn ? [sum([one, other]), minus(one, other)] : [];
  if (!isOwn || second === result.unit) return [];
  const product = times(one, other);
  const mean = over(one, other);
  const [monthly, all] = [times(product, MONTHS), mean && over(mean, MONTHS)];
  return /月/u.test(a.clause + clause) ? [product, mean, monthly, all] : [product, mean];
}

/** Numbers of its unit that follow one another. */
function runsOf(others: readonly Placed[], { unit }: Quantity): readonly (readonly Placed[])[] {
  const own = others.filter(({ mention }) => mention.quantity.unit === unit);
  return own.flatMap((_, from) =>
    own.slice(from + 2).map((__, length) => own.slice(from, from + 3 + length)),
  );
}
