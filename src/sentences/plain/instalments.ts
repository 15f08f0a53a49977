import { isAmount, isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { overlaps, sum } from '../interval.ts';
import { leading } from '../leading.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { toldIn } from './slip.ts';
import { differing } from './whole-and-parts.ts';

const PAID =
  /^[，、；：](?:其中[，：]?)?(?:20\d\d年|第[一二三四五]年|第[一二三四五][期次批])(?:度)?(?:已|计划|拟|再)?(?:付|支付|拨付|付款|投入|安排|结算)(?:了|款)?$/u;
const ALL_PAID =
  /^(?:，|。|、|；)?(?:[两三四五]年|[两三四五][期次批]|合同价?款?|已|均已)?(?:全部)?(?:付清|结清|付讫|支付完毕|拨付完毕|付完)/u;
const CONTRACT = /合同|总价|总额|价款|总投资|中标|成交/u;

/** 合同总价 144 万元，2021年付 48 万元，2022年付 57.6 万元，2023年付 38.4 万元，三年付清: what was paid is all. */
export function instalmentRelations(sentence: Sentence): readonly Relation[] {
  if (!/[付结]清|付讫|完毕|付完/u.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((whole, at) => ofContract(whole, all.slice(at + 1), sentence)),
  );
}

function ofContract(whole: Placed, behind: readonly Placed[], { text, from }: Sentence): readonly Relation[] {
  const parts = leading(behind, (one) => PAID.test(one.lead) && sameUnit(one.mention, whole.mention));
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2 || !CONTRACT.test(whole.clause)) return [];
  if (![whole, ...parts].every((one) => isAmount(one) && isExact(one))) return [];
  if (!ALL_PAID.test(text.slice(last.mention.quantity.to - from))) return [];
  return overlaps(sum(parts.map(toldIn)), toldIn(whole)) ? [] : [differing(whole, parts)];
}
