import { isExact, isImpure, stretchesOf } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { minus, overlaps, times, type Interval } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { ofUnitOf, textOf, toldIn, wrong } from './slip.ts';

const BY_RATE = /按|比例|预付|首付|预留|质保金|保证金|计提|提取|扣留/u;
/** 按 5% 预留质保金 14.3 万元, 预付 30%，即 138 万元: what was done by the rate right before it. */
const TAKEN =
  /^(?:的(?:比例|标准)?)?，?(?:即|计|共计|(?:预留|扣留|留存|暂扣|预扣|暂留|收取|缴纳|交纳|计提|提取|预付|首付|支付|拨付|扣除)[^，。；：、\d]{0,10}|(?:质保金|质量保证金|履约保证金|保证金|预付款|首付款)(?:为|计)?)$/u;
const PRICE = /价|合同|金额|总额|造价|投资|款|总/u;
const HUNDREDTH = exactly('0.01');

/** 结算价 286 万元，按 5% 预留质保金 14.3 万元: a part of a price that is kept back, paid ahead or taken by a rate. */
export function retainedRelations(sentence: Sentence): readonly Relation[] {
  if (!/%/u.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((rate, at) => {
      const taken = all[at + 1];
      return taken === undefined ? [] : ofRate(rate, taken, all.slice(0, at));
    }),
  );
}

function isTakenBy(rate: Placed, taken: Placed): boolean {
  const { quantity, direction, role } = rate.mention;
  const isRate = quantity.unit === '%' && direction === 0 && role !== 'changeRate' && isExact(rate);
  const isMoney = taken.mention.quantity.kind === 'money' && isExact(taken) && !isImpure(taken);
  return isRate && isMoney && BY_RATE.test(rate.clause) && TAKEN.test(taken.lead);
}

function ofRate(rate: Placed, taken: Placed, before: readonly Placed[]): readonly Relation[] {
  const amounts = ofUnitOf(taken, before).filter(isExact);
  const price = amounts.findLast(({ clause }) => PRICE.test(clause));
  if (price === undefined || !isTakenBy(rate, taken)) return [];
  const { quantity } = rate.mention;
  // 首付后剩余部分的 30%: of any of them, or of what is left between two.
  const bases = amounts.flatMap((one) => [
    toldIn(one),
    ...amounts.filter((other) => other !== one).map((other) => minus(toldIn(one), toldIn(other))),
  ]);
  const part = (base: Interval): Interval => times(times(base, exactly(quantity.value)), HUNDREDTH);
  if (bases.some((base) => overlaps(part(base), toldIn(taken)))) return [];
  const made = part(toldIn(price));
  if (!isSlipFrom(made, taken.mention.quantity)) return [];
  const problem = `${textOf(price)} × ${textOf(rate)} ＝ ${shown(made, '万元')}，文中写 ${textOf(taken)}`;
  return [wrong([price, rate, taken], problem)];
}
