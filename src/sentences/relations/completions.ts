import { ZERO } from '../../accounts/decimal.ts';
import { intervalOf, minus, percent, type Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { mentionOf, rateOf, relation, shown, type Relation } from './relation.ts';

/** Rates of what the sentence speaks of as a whole, without a name of their own. */
const SPENDING =
  /^(?:预算|资金|年度|总体|项目|整体|全年|支出)*(?:执行率|支付率|支出率|支付进度|执行进度|支出进度|使用率|预算完成率)$/u;
const COMPLETION =
  /^(?:任务|目标|计划|年度|指标)*完成率$|^(?:已|实际)?完成(?:了|率)?$|^(?:完成|达到?|为|相当于|是)(?:了)?(?:年度|全年)?(?:计划|目标|任务|指标)(?:[数值]|任务)?$/u;
const PLANNED = /目标|计划|指标值|任务|^[^，。；]{0,4}应[^，。；]{1,6}$/u;
const DONE = /实际|完成|^[，、]?\s*[实已]/u;
const REST = /(?:未支付|未执行|未使用|结余|节余|结转|剩余|余额?|尚[有余])[^，。；、]{0,6}$/u;
const REST_BEHIND = /^(?:资金|尾款)?(?:尚|仍)?未(?:能)?(?:支付|执行|使用)/u;
const FUNDS = /资金|经费|预算|下达|安排|到位|拨款|指标/u;
/** 即在 A 预算中支出 B. */
const HEADED = /^[，（](?:即)?(?:在|以)?(?:全年|年度|本年|年初)?(?:预算|资金)?$/u;
const SPENT_OF =
  /^(?:的)?(?:全年|年度)?(?:预算|资金|指标)?(?:总额)?(?:中|里|内)?，?(?:全年|年度|实际|共|已|仅)*(?:支出|执行|支付|完成|使用|列支)(?:了)?$/u;

/** Rates whose two amounts stand before, behind, or are told by what is left. */
export function completionRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((one, index) => {
    const { role, words, of } = one.mention;
    if (role === 'changeRate' && EXCESS.test(words)) return ofExcess(one, all.slice(0, index));
    if (role !== 'completion' || of !== undefined) return [];
    const before = all
      .slice(0, index)
      .filter(({ mention }) => mention.role !== 'gap' && mention.role !== 'change');
    const ahead = ofAmountsBehind(one.mention, all.slice(index + 1, index + 3));
    if (ahead.length > 0) return ahead;
    const used = ofUsedUp(one, before);
    if (used.length > 0) return used;
    if (COMPLETION.test(words)) {
      const planned = ofPlan(one, before);
      return planned.length === 0 && words === '完成率' ? ofSpent(one, before) : planned;
    }
    return SPENDING.test(words) ? [...ofRest(one, before), ...ofSpent(one, before)] : [];
  });
}

const ALL_USED = /^(?:已|均)?(?:全部|全额)(?:执行|支付|支出|使用)(?:完毕|完)?$/u;

/** 年初预算 210 万元，调整后预算 175 万元全部执行完毕，为年初预算的 83.33%: what was used is the budget that was used up. */
function ofUsedUp({ mention: rate }: Placed, before: readonly Placed[]): readonly Relation[] {
  const used = before.at(-1)?.mention;
  const initial = before.find(({ mention }) => mention.role === 'initial')?.mention;
  if (used?.role !== 'adjusted' || initial === undefined || rate.comparand !== 'initial') return [];
  return ALL_USED.test(used.after) ? quotient(used, initial, rate) : [];
}

const EXCESS = /^超额(?:完成)?$|^超(?:计划|目标|任务)(?:完成)?$/u;

/** 计划投资 2.4 亿元，完成 2.52 亿元，超额完成 5%: by how much more than was planned. */
function ofExcess({ mention: rate }: Placed, before: readonly Placed[]): readonly Relation[] {
  const [plan, done] = before.slice(-2);
  if (plan === undefined || done === undefined || !isPlanAndDone(plan, done)) return [];
  const part = percent(intervalOf(done.mention.quantity), intervalOf(plan.mention.quantity));
  if (part === undefined) return [];
  const outcome = { low: part.low.minus(100), high: part.high.minus(100) };
  const sum = `${done.mention.quantity.text} ÷ ${plan.mention.quantity.text} − 1`;
  return [ofRate([plan.mention, done.mention], rate, outcome, sum)];
}

function isPlanAndDone(plan: Placed, done: Placed): boolean {
  const { unit } = plan.mention.quantity;
  const clause = /[^，。；：、]*$/u.exec(plan.lead)?.[0] ?? '';
  const alike = unit === done.mention.quantity.unit && unit !== '%';
  return alike && PLANNED.test(clause) && DONE.test(done.lead) && !PLANNED.test(done.lead);
}

/** 应建网点 40 个，实建 38 个，完成率 95%. */
function ofPlan({ item, mention: rate }: Placed, before: readonly Placed[]): readonly Relation[] {
  const [plan, done] = before.slice(-2);
  if (plan === undefined || done === undefined) return [];
  const { unit } = plan.mention.quantity;
  if (mentionOf(item, ['base'], unit) !== undefined || !isPlanAndDone(plan, done)) return [];
  return quotient(done.mention, { ...plan.mention, quantity: exactly(plan.mention.quantity) }, rate);
}

/** 目标不超过 260 元，实际 243.75 元，为目标值的 93.75%: of the bound itself. */
function exactly(quantity: Quantity): Quantity {
  const { approximation, ...bare } = quantity;
  return approximation === 'over' || approximation === 'under' ? { ...bare, half: ZERO } : quantity;
}

const SPENT =
  /^，(?:全年|当年|年内|截至[^，。；]{0,8})?(?:已|实际|共|累计|仅|只|才)*(?:支出|支付|执行|拨付|使用)(?:了|资金)?$/u;

/** 下达资金 1260 万元，已支出 1134 万元，支出进度 90%. */
function ofSpent({ mention: rate }: Placed, before: readonly Placed[]): readonly Relation[] {
  const [whole, spent] = before.slice(-2);
  if (whole === undefined || spent === undefined || before.length > 2) return [];
  if (whole.mention.quantity.unit !== '万元' || spent.mention.quantity.unit !== '万元') return [];
  const { role } = whole.mention;
  const isFunds =
    FUNDS.test(whole.lead) && !REST.test(whole.lead) && (role === 'amount' || role === 'budget');
  return isFunds && SPENT.test(spent.lead) ? quotient(spent.mention, whole.mention, rate) : [];
}

/** 项目资金 80.00 万元，未支付 6.40 万元，执行率 92%. */
function ofRest({ mention: rate }: Placed, before: readonly Placed[]): readonly Relation[] {
  const [whole, rest] = before.slice(-2);
  if (whole === undefined || rest === undefined || before.length > 2) return [];
  if (whole.mention.quantity.unit !== '万元' || rest.mention.quantity.unit !== '万元') return [];
  const left = REST.test(rest.lead) || REST_BEHIND.test(rest.mention.after);
  if (!left || /上年|年初|历年/u.test(rest.lead) || !FUNDS.test(whole.lead) || REST.test(whole.lead))
    return [];
  const spent = minus(intervalOf(whole.mention.quantity), intervalOf(rest.mention.quantity));
  const outcome = percent(spent, intervalOf(whole.mention.quantity));
  if (outcome === undefined) return [];
  return [
    ofRate(
      [whole.mention, rest.mention],
      rate,
      outcome,
      `${whole.mention.quantity.text}剩余 ${rest.mention.quantity.text}`,
    ),
  ];
}

/** 完成年度预算的 92.5%，即在 120.00 万元预算中支出 111.00 万元. */
function ofAmountsBehind(rate: Mention, [budget, spent]: readonly Placed[]): readonly Relation[] {
  if (budget === undefined || spent === undefined) return [];
  const { unit } = budget.mention.quantity;
  if (unit !== '万元' || spent.mention.quantity.unit !== unit) return [];
  if (!HEADED.test(budget.lead) || !SPENT_OF.test(spent.lead)) return [];
  return quotient(spent.mention, budget.mention, rate);
}

function quotient(part: Mention, whole: Mention, rate: Mention): readonly Relation[] {
  const outcome = percent(intervalOf(part.quantity), intervalOf(whole.quantity));
  return outcome === undefined
    ? []
    : [ofRate([whole, part], rate, outcome, `${part.quantity.text} ÷ ${whole.quantity.text}`)];
}

function ofRate(members: readonly Mention[], rate: Mention, outcome: Interval, sum: string): Relation {
  const problem = `${sum}，应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  return relation([...members, rate], rate, rateOf(rate), [outcome], problem, rate.quantity.half.times(2));
}
