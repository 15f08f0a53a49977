import { exactly } from '../equations/equation.ts';
import { isAmount, isExact, isPlain, stretchesOf } from '../equations/beside.ts';
import { minus, overlaps, percent, sum, type Interval } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { ofUnitOf, textOf, toldIn, toldRate, wrong } from './slip.ts';

/** 负荷率, 免疫密度, 支出进度: a rate by its name. */
const NAMED = /(?<name>[\p{Script=Han}]{1,12})(?:率|密度|进度)(?:为|达到?|仅为?|是)?$/u;
/** Rates of what was given, whatever that is called. */
const OF_GIVEN =
  /^(?:预算|资金|年度|总体|项目|整体|全年)*(?:执行|支付|支出|使用|拨付|完成|到位|负荷|配套|支出进|下达)$/u;
/** Rates that are made of other numbers than those beside them. */
const OF_ELSE =
  /增|长|升|降|减|幅|利率|税率|费率|节|折|汇率|误差|满意|及时|准确|转化|收益|差异|同比|环比|下达率/u;
/** 比安排数少: how far a number is from another. */
const GAP = /^比[^，。；]{1,8}[少多低高]$/u;
/** 安排 12 万元，支出 9.6 万元，完成 80%. */
const ALLOTTED = /安排|预算|计划|下达|到位|批复|控制数/u;
const AIMED = /目标|要求|计划(?!完成)|标准|指标值|不低于|应达/u;
const SPENT = /支出|支付|执行|使用|拨付|完成|到位|处理|实/u;
const NOTHING_LEFT = /未|余|剩|尚|待|不/u;

/** 应免 12.4 万头，实免 11.9 万头，免疫密度 95.97%: rates of the numbers right before them. */
export function plainRates(sentence: Sentence): readonly Relation[] {
  if (!sentence.text.includes('%')) return [];
  const everything = placedIn(sentence).filter(isAmount);
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((rate, at) => {
      const pair = pairOf(rate, all.slice(0, at));
      return pair === undefined ? [] : judged(rate, pair, ofUnitOf(pair.part, everything));
    }),
  );
}

interface Pair {
  readonly whole: Placed;
  readonly part: Placed;
}

function isPlainRate(rate: Placed): boolean {
  const { mention, clause, lead } = rate;
  const { quantity, of, direction, role } = mention;
  return (
    quantity.unit === '%' &&
    /\d/u.test(quantity.digits) &&
    of === undefined &&
    direction === 0 &&
    role !== 'changeRate' &&
    /^，/u.test(lead) &&
    !AIMED.test(clause) &&
    !OF_ELSE.test(clause) &&
    isExact(rate)
  );
}

/** The only two numbers of the stretch, or what was spent of what it began with. */
function pairOf(rate: Placed, before: readonly Placed[]): Pair | undefined {
  // 支付 1428 万元，完工率 85.71%，支付率 85%: rates may stand between.
  const part = before.findLast(
    ({ mention, clause }) => mention.quantity.kind !== 'rate' && !GAP.test(clause),
  );
  const name = isPlainRate(rate) ? nameOf(rate, before) : undefined;
  if (name === undefined || part === undefined) return undefined;
  const whole = isOfGiven(name, part) ? givenTo(part, before) : onlyOther(rate, part, before);
  const isOfElse = name.includes('资金') && part.mention.quantity.kind !== 'money';
  return whole !== undefined && !isOfElse && isPair(whole, part) ? { whole, part } : undefined;
}

/** What a rate is called; done, where the words before say of what. */
function nameOf({ clause }: Placed, [first]: readonly Placed[]): string | undefined {
  if (clause === '完成') return first !== undefined && ALLOTTED.test(first.clause) ? clause : undefined;
  return NAMED.exec(clause)?.groups?.['name'];
}

function isOfGiven(name: string, { clause, lead }: Placed): boolean {
  if (!SPENT.test(clause) || lead.includes('其中')) return false;
  return OF_GIVEN.test(name.replace(/^[\p{Script=Han}]*?(?=负荷)/u, ''));
}

/** The one number before the part, where the rate is called like that. */
function onlyOther(rate: Placed, part: Placed, before: readonly Placed[]): Placed | undefined {
  return before.length === 2 && isNamedAlike(rate.clause, part.clause) ? before[0] : undefined;
}

/** 配套 3500 万元支出 3318 万元: what stands right before it without a mark, or what the stretch began with. */
function givenTo(part: Placed, before: readonly Placed[]): Placed | undefined {
  const isBeside = /^(?:中)?[\p{Script=Han}]*$/u.test(part.lead);
  return isBeside ? before.at(-2) : ofUnitOf(part, before)[0];
}

function isPair(whole: Placed, part: Placed): boolean {
  const arePlain = [whole, part].every(isPlain);
  const [a, b] = [whole.mention.quantity, part.mention.quantity];
  return (
    arePlain && whole !== part && !NOTHING_LEFT.test(part.clause) && a.unit === b.unit && b.value.lte(a.value)
  );
}

/** 实免, 免疫密度; 已通自来水, 自来水普及率: what was done stands in the name of the rate. */
function isNamedAlike(rate: string, part: string): boolean {
  const done = /实际?(?<what>[\p{Script=Han}])/u.exec(part)?.groups?.['what'];
  if (done !== undefined && rate.includes(done)) return true;
  const pairs = [...part].slice(0, -1).map((_, at) => part.slice(at, at + 2));
  return pairs.some((two) => !/全[县市区年]|[\d]/u.test(two) && rate.includes(two));
}

function judged(rate: Placed, { whole, part }: Pair, others: readonly Placed[]): readonly Relation[] {
  const meant = percent(toldIn(part), toldIn(whole));
  const told = toldRate(rate);
  // 第一批拨付 800 万元，第二批拨付 400 万元，支付率 100%: of all that was.
  const upTo = others.slice(others.indexOf(whole) + 1, others.indexOf(part) + 1);
  const together = percent(sum(upTo.map(toldIn)), toldIn(whole));
  const outcomes = [...outcomesOf(part, others), ...(together === undefined ? [] : [together])];
  if (meant === undefined || outcomes.some((one) => overlaps(one, told))) return [];
  const isAll = rate.mention.quantity.value.eq(100) && meant.high.lt(100);
  if (!isAll && !isSlipFrom(meant, rate.mention.quantity)) return [];
  const problem = `${textOf(part)} ÷ ${textOf(whole)}，应为 ${shown(meant, '%')}，文中写 ${textOf(rate)}`;
  return [wrong([whole, part, rate], problem)];
}

/** What a number is of any other one, and what is left of it; of several numbers in a row, too. */
export function outcomesOf(part: Placed, others: readonly Placed[]): readonly Interval[] {
  const upTo = others.slice(0, others.indexOf(part) + 1);
  const first = upTo.findLastIndex(({ lead }) => !/^[、和及与]/u.test(lead));
  const rows = upTo
    .slice(Math.max(first, 0), -1)
    .map((_, at, row) => sum([...row.slice(at), part].map(toldIn)));
  return [toldIn(part), ...rows].flatMap((own) =>
    others
      .filter((one) => one !== part)
      .flatMap((whole) => {
        const share = percent(own, toldIn(whole));
        return share === undefined ? [] : [share, minus(exactly(100), share)];
      }),
  );
}
