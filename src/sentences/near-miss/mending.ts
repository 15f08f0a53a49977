import { Exact } from '../../accounts/decimal.ts';
import type { Quantity } from '../quantity.ts';
import type { Relation, Strength } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { withQuantity } from './replaced.ts';
import { slipsOf } from './slips.ts';

/** A relation with the family that found it, which finds it again when a number is another one. */
export interface Found extends Relation {
  readonly strength: Strength;
  readonly of: (sentence: Sentence) => readonly Relation[];
  /** Other numbers of the sentence may explain it. */
  readonly isMisreadable: boolean;
  /** No words tell it: it comes out, or nearly does, beyond chance. */
  readonly isSearched: boolean;
}

/** A number in which the hand slipped, and what it was meant to be. */
export interface Mending {
  readonly quantity: Quantity;
  readonly meant: Quantity;
}

/**
 * The one slip of the hand that explains why a relation does not hold: the sentence is read with the number as it was
 * before the slip, and then the relation holds. Numbers that `borne` holds are borne out by other relations and not in
 * doubt.
 */
export function mendingOf(
  failed: Found,
  sentence: Sentence,
  borne: ReadonlySet<number>,
): Mending | undefined {
  const { members, result } = failed;
  const inOrder = [result, ...members.filter((one) => one.from !== result.from).toReversed()];
  for (const quantity of inOrder) {
    const { approximation } = quantity;
    if (borne.has(quantity.from) || approximation === 'over' || approximation === 'under') continue;
    const slip = slipsOf(quantity, failed.strength === 'named').find(
      ({ before }) =>
        closesGap(failed, quantity, before) &&
        holdsWith(failed, sentence, before) &&
        isNarrow(failed, sentence, before),
    );
    if (slip !== undefined) return { quantity, meant: slip.before };
  }
  return undefined;
}

/** Whether a number moves by as much as a sum does not come out by; spares reading the sentence in vain. */
function closesGap({ gap }: Found, { value, half }: Quantity, meant: Quantity): boolean {
  if (gap === undefined) return true;
  const moved = meant.value.minus(value).abs();
  const [low, high] = [gap.low, gap.high].map((end) => end.abs()).toSorted((a, b) => a.cmp(b));
  const open = half.plus(meant.half);
  return (
    low === undefined || high === undefined || (moved.gte(low.minus(open)) && moved.lte(high.plus(open)))
  );
}

function holdsWith({ of, members, result }: Found, sentence: Sentence, instead: Quantity): boolean {
  return of(withQuantity(sentence, instead)).some(
    (one) =>
      one.holds &&
      one.result.from === result.from &&
      one.members.length === members.length &&
      one.members.every(({ from }) => members.some((own) => own.from === from)),
  );
}

const A_LITTLE = ['0.97', '1.03'].map((factor) => new Exact(factor));
const NAMED_A_LITTLE = ['0.8', '1.25'].map((factor) => new Exact(factor));

/** Where numbers that lie a little beside hold as well, rounding leaves open so much that many a number would do. */
function isNarrow(failed: Found, sentence: Sentence, meant: Quantity): boolean {
  return (failed.strength === 'named' ? NAMED_A_LITTLE : A_LITTLE).every(
    (factor) => !holdsWith(failed, sentence, { ...meant, value: meant.value.times(factor) }),
  );
}
