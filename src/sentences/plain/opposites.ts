import { isAmount, isExact, isImpure, stretchesOf, wordsOf } from '../equations/beside.ts';
import { minus, overlaps } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { ofUnitOf, textOf, toldIn, wrong } from './slip.ts';

/** Not 不满意, 不采纳, between which and their opposites there is more. */
const NOT = /^(?:(?:尚未|不予|未|非)(?<undone>[\p{Script=Han}]{2,6})|不(?<what>[\p{Script=Han}]{3,6}))的?$/u;

/** 692 人，批准逮捕 519 人、不批准逮捕 173 人: what is so and what is not so make all. */
export function oppositeRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((not, at) => {
      const [whole, so] = ofUnitOf(not, all.slice(0, at)).slice(-2);
      return whole === undefined || so === undefined || so !== all[at - 1] ? [] : ofThree(whole, so, not);
    }),
  );
}

function ofThree(whole: Placed, so: Placed, not: Placed): readonly Relation[] {
  const { undone, what = undone } = NOT.exec(wordsOf(not))?.groups ?? {};
  const members = [whole, so, not];
  const arePlain = members.every((one) => isAmount(one) && isExact(one) && !isImpure(one));
  if (what === undefined || !wordsOf(so).endsWith(what) || NOT.test(wordsOf(so)) || !arePlain) return [];
  if (members.some(({ mention }) => mention.direction !== 0) || !/^[、，]/u.test(not.lead)) return [];
  const rest = minus(toldIn(whole), toldIn(so));
  if (overlaps(rest, toldIn(not)) || !isSlipFrom(rest, not.mention.quantity)) return [];
  const problem = `${textOf(whole)} − ${textOf(so)} ＝ ${shown(rest, whole.mention.quantity.unit)}，文中写 ${textOf(not)}`;
  return [wrong(members, problem)];
}
