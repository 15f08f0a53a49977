import { isAmount, isExact, stretchesOf } from '../equations/beside.ts';
import { minus, overlaps } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, signed, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { ofUnitOf, textOf, toldIn, wrong } from './slip.ts';

const LAST = /^(?:比|较|同比)?(?:上年|去年)(?:度|同期|末|底)?的?$/u;

/** 优良天数 296 天，优良率 81.1%，比上年的 285 天增加 11 天: nothing but rates stand between what is compared. */
export function plainChanges(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((base, at) => {
      const change = all[at + 1];
      const now = all.slice(0, at).findLast(({ mention }) => mention.quantity.kind !== 'rate');
      return now === undefined || change === undefined ? [] : ofThree(now, base, change, all.slice(0, at));
    }),
  );
}

function ofThree(now: Placed, base: Placed, change: Placed, before: readonly Placed[]): readonly Relation[] {
  const { direction, quantity, role } = change.mention;
  const isChange = role === 'change' && direction !== 0 && !/[，；、]/u.test(change.lead);
  const areAlike = ofUnitOf(base, [now, change]).length === 2 && [now, base].every(isAmount);
  if (!isChange || !areAlike || !LAST.test(base.clause) || ![now, base, change].every(isExact)) return [];
  const told = signed(toldIn(change), direction);
  // 监测 365 天，优良 296 天: it may be told of any of them.
  if (ofUnitOf(base, before).some((one) => overlaps(minus(toldIn(one), toldIn(base)), told))) return [];
  const apart = signed(minus(toldIn(now), toldIn(base)), direction);
  if (apart.high.isNegative() || !isSlipFrom(apart, quantity)) return [];
  const problem = `${textOf(now)} − ${textOf(base)}，应相差 ${shown(apart, quantity.unit)}，文中写 ${textOf(change)}`;
  return [wrong([now, base, change], problem)];
}
