import { Exact, ZERO } from '../../accounts/decimal.ts';
import { intervalOf, sum, times, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

/** 35%即91万元, 25%（60万元）. */
const SAME = /^(?:，?即|，?计|，?合|，?约合|（即?)(?:人民币|约)?$/u;
const DONE = /完成|已|支付|执行|使用|覆盖|通过/u;
const REST = /^(?:尚|还|仍|其余|剩余|余下|另|剩)[有余下的]?[^，。；]{0,4}$/u;
const TO_DO = /^[^，。；]{0,6}(?:待|未|尚|没有)/u;
const HUNDREDTH = new Exact('0.01');
const HUNDRED = new Exact(100);

/** A rate and the amount that it makes of a whole; what is done and what is left in percent. */
export function portionRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return [
    ...all.flatMap((one, index) => ofAmount(one, all[index - 1], all.slice(0, Math.max(index - 1, 0)))),
    ...all.flatMap((one, index) => ofTaken(one, all[index - 1], all[index - 2])),
    ...ofRest(all.filter(({ mention }) => mention.quantity.unit === '%')),
  ];
}

function ofAmount(amount: Placed, rate: Placed | undefined, before: readonly Placed[]): readonly Relation[] {
  const { quantity } = amount.mention;
  if (rate === undefined || rate.mention.quantity.unit !== '%' || quantity.kind === 'rate') return [];
  if (!SAME.test(amount.lead) || (amount.lead.startsWith('（') && !amount.behind.startsWith('）'))) return [];
  const { role, of } = rate.mention;
  if (of !== undefined || (role !== 'amount' && role !== 'share')) return [];
  const wholes = before
    .filter(
      ({ mention, lead }) => mention.quantity.unit === quantity.unit && isAmount(mention) && !SAME.test(lead),
    )
    .map(({ mention }) => mention)
    .toReversed();
  const [whole] = wholes;
  if (whole === undefined) return [];
  const outcomes = wholes.map((one) => times(intervalOf(one.quantity), fraction(rate.mention)));
  const problem = `${whole.quantity.text}的 ${rate.mention.quantity.text}应为 ${shown(outcomes[0] ?? intervalOf(quantity), quantity.unit)}，文中写 ${quantity.text}`;
  return [
    relation([whole, rate.mention, amount.mention], amount.mention, intervalOf(quantity), outcomes, problem),
  ];
}

const TAKEN =
  /^(?:的?比例)?(?:计提|提取|缴纳|计缴|计算|计征|补助|补贴|支付|给予|奖励)[^，。；：\d]{0,6}，[^，。；：\d]{0,6}$/u;

/** 按工资总额 1850 万元的 2% 计提，共 37 万元: so much of a whole that is told with its rate. */
function ofTaken(
  { mention: amount, lead }: Placed,
  rate: Placed | undefined,
  whole: Placed | undefined,
): readonly Relation[] {
  if (rate === undefined || whole === undefined || rate.mention.quantity.unit !== '%') return [];
  const { quantity } = amount;
  if (!TAKEN.test(lead) || rate.lead !== '的' || whole.mention.quantity.unit !== quantity.unit) return [];
  const exact = { ...rate.mention, quantity: { ...rate.mention.quantity, half: ZERO } };
  const outcome = times(intervalOf(whole.mention.quantity), fraction(exact));
  const problem = `${whole.mention.quantity.text}的 ${rate.mention.quantity.text}应为 ${shown(outcome, quantity.unit)}，文中写 ${quantity.text}`;
  return [relation([whole.mention, rate.mention, amount], amount, intervalOf(quantity), [outcome], problem)];
}

function isAmount({ role }: Mention): boolean {
  return role !== 'change' && role !== 'gap' && role !== 'other' && role !== 'last';
}

function fraction({ quantity }: Mention): Interval {
  const { low, high } = intervalOf(quantity);
  return { low: low.times(HUNDREDTH), high: high.times(HUNDREDTH) };
}

/** 已完成 72%，尚有 28% 待处理; 占 20%，其余 80% 已支付: all rates of the sentence up to what is left. */
function ofRest(rates: readonly Placed[]): readonly Relation[] {
  const index = rates.findIndex(({ lead }) => REST.test(lead.replace(MARK, '')));
  const rest = rates[index];
  const before = rates.slice(0, Math.max(index, 0));
  if (rest === undefined || rest.mention.role !== 'amount' || !before.every(isPortion)) return [];
  return REST_OF_ALL.test(rest.lead) ? ofAll(before, rest) : ofTwo(before, rest, rates.length);
}

function ofTwo([done, more]: readonly Placed[], rest: Placed, count: number): readonly Relation[] {
  if (done === undefined || more !== undefined || count > 2) return [];
  const clause = rest.lead.replace(MARK, '') + rest.mention.after;
  return DONE.test(done.mention.words) && TO_DO.test(clause) ? [hundred([done], rest)] : [];
}

/** Those from one of them on, for rates of something else may stand before. */
function ofAll(before: readonly Placed[], rest: Placed): readonly Relation[] {
  const choices = before.map((_, from) => hundred(before.slice(from), rest));
  const held = choices.find(({ holds }) => holds) ?? choices[0];
  return held === undefined ? [] : [held];
}

function isPortion({ mention: { role } }: Placed): boolean {
  return role === 'amount' || role === 'completion' || role === 'share';
}

const MARK = /^[，、；]/u;
const REST_OF_ALL = /^[，；、](?:其余|其他|剩余|余下)的?$/u;

function hundred(parts: readonly Placed[], rest: Placed): Relation {
  const members = [...parts, rest].map(({ mention }) => mention);
  const outcome = sum(members.map(({ quantity }) => intervalOf(quantity)));
  const problem = `${members.map(({ quantity }) => quantity.text).join(' ＋ ')} ＝ ${shown(outcome, '%')}，应为 100%`;
  return relation(members, rest.mention, outcome, [{ low: HUNDRED, high: HUNDRED }], problem);
}
