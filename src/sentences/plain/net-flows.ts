import { isExact } from '../equations/beside.ts';
import { minus, overlaps } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import { shown, signed, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { ofUnitOf, textOf, toldIn, wrong } from './slip.ts';

const CAME =
  /^[，；：](?:其中|主要是|本年|当年|年内)?(?:新纳入|新增|新登记|新设立?|新认定|新批准|调入|新进|迁入)$/u;
const WENT = /^[，；、](?:退出|注销|清退|取消|撤销|调出|退休|迁出|核减)$/u;
/** Some that came or went are not told. */
const MORE = /另|其余|等|死亡|部分|自然|转|其他|若干/u;

/** 减少 48 户；新纳入 35 户，退出 83 户: what came and what went make the change right before them. */
export function netFlowRelations(sentence: Sentence): readonly Relation[] {
  if (MORE.test(sentence.text)) return [];
  const all = placedIn(sentence);
  return all.slice(1).flatMap((went, at) => {
    const came = all[at];
    const change = all.slice(0, at).findLast(({ mention }) => mention.quantity.kind !== 'rate');
    return came === undefined || change === undefined ? [] : ofThree(change, came, went);
  });
}

function ofThree(change: Placed, came: Placed, went: Placed): readonly Relation[] {
  const { direction, role } = change.mention;
  const members = [change, came, went];
  if (role !== 'change' || direction === 0 || !members.every(isExact)) return [];
  if (!CAME.test(came.lead) || !WENT.test(went.lead) || ofUnitOf(change, members).length < 3) return [];
  const net = minus(toldIn(came), toldIn(went));
  const told = signed(toldIn(change), direction);
  if (overlaps(net, told)) return [];
  const meant: readonly (readonly [Placed, ReturnType<typeof minus>])[] = [
    [change, signed(net, direction)],
    [came, minus(told, signed(toldIn(went), -1))],
    [went, minus(toldIn(came), told)],
  ];
  if (!meant.some(([one, needed]) => needed.low.gt(0) && isSlipFrom(needed, one.mention.quantity))) return [];
  const problem = `${textOf(came)} − ${textOf(went)} ＝ ${shown(net, came.mention.quantity.unit)}，与“${change.clause}${textOf(change)}”不符`;
  return [wrong(members, problem)];
}
