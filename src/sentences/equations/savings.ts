import type { Relation } from '../relations/relation.ts';
import { minus, overlaps, percent } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from '../relations/placed.ts';
import { isAmount, isExact, sameUnit, stretchesOf } from './beside.ts';
import { equation, toldBy, written } from './equation.ts';

const SAVED = /(?:节[约支资省]|核减|审减|下浮|降价|压减)(?:率|比例|幅度)(?:为|达)?$/u;

const SPARED = /节[约支资省]|核减|审减|下浮|降低|压减/u;

/** 预算 128 万元，签约 119.6 万元，节支率 6.56%: what was saved, of what was meant to be spent and not of what was. */
export function savingEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((rate, index) => {
      const { quantity, of } = rate.mention;
      if (quantity.kind !== 'rate' || of !== undefined || !isExact(rate) || !SAVED.test(rate.clause))
        return [];
      const before = stretch.slice(0, index).filter((one) => isAmount(one) && isExact(one));
      const last = before.at(-1);
      const own = before.filter((one) => last !== undefined && sameUnit(one.mention, last.mention));
      return ofAmounts(rate, own);
    }),
  );
}

/** The budget, what it cost, and perhaps what was saved, which is the difference of the two. */
function ofAmounts(rate: Placed, own: readonly Placed[]): readonly Relation[] {
  const [whole, now, third] = own.toSorted((a, b) => b.mention.quantity.value.cmp(a.mention.quantity.value));
  if (whole === undefined || now === undefined || whole !== own[0] || own.length > 3) return [];
  const all = toldBy(whole.mention);
  const isSaved = third === undefined && SPARED.test(now.clause);
  const [spent, saved] = isSaved
    ? [minus(all, toldBy(now.mention)), toldBy(now.mention)]
    : [toldBy(now.mention), minus(all, toldBy(now.mention))];
  if (third !== undefined && !overlaps(saved, toldBy(third.mention))) return [];
  const [a, b] = [whole.mention, now.mention];
  const formula = isSaved ? written([b, a], ' ÷ ') : `（${written([a, b], ' − ')}）÷ ${a.quantity.text}`;
  const twins = [percent(saved, spent), percent(spent, all)];
  return [equation(rate.mention, percent(saved, all), [a, b], formula, { named: true, twins })];
}
