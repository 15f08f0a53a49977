import { isAmount, isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { minus, overlaps } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { textOf, toldIn, wrong } from './slip.ts';

const AMONG = /^[^，。；：、\d]{0,10}[中里]，(?:已经?有?|有)?$/u;
const REST = /^[^。；\d]{0,24}，(?:目前)?(?:尚有|还有|仍有|仅有|只有|另有|其余|余下|剩余|剩下)(?:的)?$/u;

/** 39 个村民小组中，38 个完成安装，尚有 1 个暂缓: what is not so is all that is left. */
export function notYetRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((whole, at) => ofThree(whole, all.slice(at + 1))),
  );
}

/** What was taken in, and what became of it one way or the other. */
const TAKEN_IN = /(?:收回|收到|受理|申报|提交|送审|报送|上报|参评|抽查|抽检)[^，。；：、\d]{0,10}$/u;
const FOUND = /(?:发现|查出|排查出?|梳理出?|交办|移交|反馈)[^，。；：、\d]{0,10}$/u;
const MENDED = /^，[^，。；：、\d]{0,3}(?:整改|办结|解决|完成|化解|销号|处置)(?:了|完成|到位)?$/u;
const PASSED = /^，[^，。；：、\d]{0,4}(?:通过|合格|采纳|认定|核准|批准)$/u;
const SENT_BACK = /^，(?:退回|驳回|不予|未通过|不合格|未采纳|未予)[^，。；：、\d]{0,4}$/u;

function areTwoSides(whole: Placed, done: Placed, rest: Placed): boolean {
  if (AMONG.test(done.lead) && REST.test(rest.lead)) return true;
  if (FOUND.test(whole.clause)) return MENDED.test(done.lead) && REST.test(rest.lead);
  return TAKEN_IN.test(whole.clause) && PASSED.test(done.lead) && SENT_BACK.test(rest.lead);
}

function ofThree(whole: Placed, [done, rest, next]: readonly Placed[]): readonly Relation[] {
  if (done === undefined || rest === undefined || !areTwoSides(whole, done, rest)) return [];
  const arePlain = [whole, done, rest].every((one) => isAmount(one) && isExact(one));
  if (!arePlain || ![done, rest].every((one) => sameUnit(one.mention, whole.mention))) return [];
  // 尚有 2 个在建，1 个未开工
  if (next !== undefined && sameUnit(next.mention, whole.mention)) return [];
  const meant = minus(toldIn(whole), toldIn(done));
  if (overlaps(meant, toldIn(rest))) return [];
  const isSlip =
    isSlipFrom(meant, rest.mention.quantity) ||
    isSlipFrom(minus(toldIn(whole), toldIn(rest)), done.mention.quantity);
  if (!isSlip) return [];
  const problem = `${textOf(whole)} − ${textOf(done)} ＝ ${shown(meant, whole.mention.quantity.unit)}，文中写 ${textOf(rest)}`;
  return [wrong([whole, done, rest], problem)];
}
