import type { Relation } from '../relations/relation.ts';
import { DONE, TAKEN_IN } from '../deeds.ts';
import { overlaps, percent } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Sentence } from '../sentence.ts';
import { isAmount, isExact, sameUnit } from './beside.ts';
import { share, toldBy } from './equation.ts';

const FEWEST = 2;
/** What rounding may leave out of a hundred. */
const REACH = 0.05;

interface Pair {
  readonly part: Placed;
  readonly rate: Placed;
}

/** 45860 件，A 30268 件，占 66.00%；B 15592 件，占 34.00%: shares that make a hundred are of one whole, which one of them tells. */
export function rowEquations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  const [whole] = all;
  const pairs = all.flatMap((rate, index): readonly Pair[] => {
    const part = all[index - 1];
    return isShare(rate) && part !== undefined && isAmount(part) ? [{ part, rate }] : [];
  });
  const made = pairs.reduce((sum, { rate }) => sum + rate.mention.quantity.value.toNumber(), 0);
  if (whole === undefined || pairs.length < FEWEST || Math.abs(made - 100) > REACH) return [];
  const alike = pairs.every(({ part }) => part !== whole && sameUnit(part.mention, whole.mention));
  if (!alike || !pairs.some((pair) => isOf(whole, pair))) return [];
  return pairs.map(({ part, rate }) =>
    share(part.mention, whole.mention, rate.mention, { named: true, sure: false }),
  );
}

function isShare(one: Placed): boolean {
  const { role, whole, of, quantity } = one.mention;
  return role === 'share' && whole === '' && of === undefined && quantity.kind === 'rate' && isExact(one);
}

function isOf(whole: Placed, { part, rate }: Pair): boolean {
  const outcome = percent(toldBy(part.mention), toldBy(whole.mention));
  return outcome !== undefined && overlaps(outcome, toldBy(rate.mention));
}

const PAID = /(?:支付|执行|支出|使用|拨付|到位)(?:率|进度|比例)(?:为|达)?$/u;

/** 60、45、25 万元，共 130 万元，已支付 117 万元，支付率 90%: what was paid of a total that stands before it. */
export function paidEquations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((rate, index) => {
    const [part, before] = [all[index - 1], all.slice(0, Math.max(index - 1, 0))];
    if (!PAID.test(rate.clause) || part?.mention.role !== 'outturn' || rate.mention.of !== undefined)
      return [];
    const total = before.at(-1);
    if (total?.mention.role !== 'total' || !isExact(total) || !sameUnit(total.mention, part.mention))
      return [];
    return [share(part.mention, total.mention, rate.mention, { named: true })];
  });
}

const DONE_RATE = /^(?:总|综合)?(?:办结|结案|审结|执结|整改|答复|采纳|兑现)率(?:为|达)?$/u;

/** 受理 12860 件，审结 12345 件，结案率 96.00%: what was done of what came in. */
export function doneEquations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((rate, index) => {
    const part = all[index - 1];
    if (!DONE_RATE.test(rate.clause) || !isExact(rate) || part === undefined || !DONE.test(part.clause))
      return [];
    const before = all
      .slice(0, index - 1)
      .filter((one) => isAmount(one) && sameUnit(one.mention, part.mention));
    const whole = before.at(-1);
    if (whole === undefined || before.length > 1 || !TAKEN_IN.test(whole.clause) || !isExact(part)) return [];
    return [share(part.mention, whole.mention, rate.mention, { named: true })];
  });
}
