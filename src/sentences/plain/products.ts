import { Exact } from '../../accounts/decimal.ts';
import { exactly } from '../equations/equation.ts';
import { isAlike, isAmount, isExact, only, stretchesOf } from '../equations/beside.ts';
import { overlaps, times, type Interval } from '../interval.ts';
import { shown, type Relation } from '../relations/relation.ts';
import { saysNotAllPaid } from '../charity/overlaps.ts';
import type { Placed } from '../relations/placed.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { ofUnitOf, textOf, toldIn, wrong } from './slip.ts';

/** 每人每月, 每月每平方米, 每吨每年, 每人每天: what is paid for one of them in a month, a year, a day. */
const EACH_TIME =
  /每(?<one>平方米|[\p{Script=Han}])每(?<time>[月年天日餐])|每(?<when>[月年天日餐])每(?<other>平方米|[\p{Script=Han}])/u;
const EACH_MONTH = /每人每月|每月每人|每户每月/u;
/** 250 个就餐日. */
const DAYS = /^(?:就餐|供餐|工作|上班|上学|教学|开放|服务|出勤)日/u;
const PEOPLE: ReadonlySet<string> = new Set(['人', '户']);
const RATE = /(?:年利率|年化利率|利率)(?:为|按)?$/u;
const PRINCIPAL = /余额|本金|贷款|债券|借款/u;
const INTEREST = /利息(?:支出)?(?:为|共)?$/u;
const EACH_OF =
  /^每(?<many>百|千|万|十万|百万)(?:名|位)?(?:人|人口|常住人口)?(?:口)?(?:拥有|有|配备|达到?|配)?(?:量)?/u;
const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 十万: 1e5, 百万: 1e6 };
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Prices by counts, interest of what is owed, and what so many people have of something. */
export function plainProducts(sentence: Sentence): readonly Relation[] {
  if (!/每|利率/u.test(sentence.text) || saysNotAllPaid(sentence)) return [];
  return stretchesOf(sentence).flatMap((all) => [
    ...ofTimes(all),
    ...ofTriples(all),
    ...ofInterest(all),
    ...all.flatMap((one, at) => ofEach(one, all.slice(0, at))),
  ]);
}

/** The product, where it does not come out and one slip in what is told would mend it. */
function judged(
  outcomes: readonly Interval[],
  members: readonly Placed[],
  formula: string,
): readonly Relation[] {
  const one = members.at(-1);
  const [first] = outcomes;
  if (one === undefined || first === undefined) return [];
  const told = toldIn(one);
  if (outcomes.some((outcome) => overlaps(outcome, told))) return [];
  if (!isSlipFrom(first, one.mention.quantity)) return [];
  return [wrong(members, `${formula} ＝ ${shown(first, one.mention.quantity.unit)}，文中写 ${textOf(one)}`)];
}

/** 150 人，每人每月 1500 元，6 个月，135 万元: one price, one number of people, one of months, one amount. */
function ofTimes(all: readonly Placed[]): readonly Relation[] {
  const money = all.filter(({ mention }) => mention.quantity.kind === 'money');
  const price = only(money.filter(({ clause }) => EACH_TIME.test(clause)));
  const paid = only(money.filter((one) => one !== price));
  if (price === undefined || paid === undefined || /均|结余|预算|计划/u.test(price.clause + paid.clause))
    return [];
  const { one = '', other = one, time = '', when = time } = EACH_TIME.exec(price.clause)?.groups ?? {};
  const counts = all.filter(({ mention }) => isAlike(mention.quantity.unit, other));
  const many = timesIn(when, other, paid, all);
  return many === undefined || ![price, paid, ...counts].every(isExact)
    ? []
    : ofCounts(price, counts, many, paid);
}

/** Of any of what is counted: 1.5 万吨，轮换 0.5 万吨，每吨…. */
function ofCounts(price: Placed, counts: readonly Placed[], many: Exact, paid: Placed): readonly Relation[] {
  const [count] = counts;
  if (count === undefined) return [];
  const one = exactly(price.mention.quantity.value.times(many));
  const outcomes = counts.map(({ mention }) => times(one, exactly(mention.quantity.value)));
  return judged(outcomes, [price, count, paid], `${textOf(price)} × ${textOf(count)} × ${many.toFixed()}`);
}

/** How many months or days it was paid for; undefined where no number tells. */
function timesIn(when: string, of: string, paid: Placed, all: readonly Placed[]): Exact | undefined {
  if (when === '年') return new Exact(1);
  const isTime = ({ mention: { quantity, after } }: Placed): boolean =>
    when === '月'
      ? quantity.unit === '个月'
      : isAlike(quantity.unit, when) || (quantity.unit === '个' && DAYS.test(after));
  const told = all.filter(isTime);
  const one = only(told);
  if (one !== undefined && isExact(one)) return one.mention.quantity.value;
  // People come and go within a year.
  const isYear = when === '月' && told.length === 0 && paid.lead.includes('全年') && !PEOPLE.has(of);
  return isYear ? new Exact(MONTHS.length) : undefined;
}

/** 按每人每月 50 元发放 160 万元，涉及 3.2 万人: a price, what was paid at it, and to how many. */
function ofTriples(all: readonly Placed[]): readonly Relation[] {
  return all.flatMap((price, at) => {
    const [paid, people] = all.slice(at + 1, at + 3);
    if (paid === undefined || people === undefined || !EACH_MONTH.test(price.clause)) return [];
    if (!PEOPLE.has(people.mention.quantity.unit) || ofUnitOf(price, [paid]).length === 0) return [];
    if (
      ![price, paid, people].every(isExact) ||
      !/发放|支付|补助/u.test(paid.lead) ||
      !/涉及|惠及|共|，/u.test(people.lead)
    )
      return [];
    const one = times(exactly(price.mention.quantity.value), toldIn(people));
    const outcomes = MONTHS.map((months) => times(one, exactly(months)));
    return judged(outcomes, [price, people, paid], `${textOf(price)} × ${textOf(people)}`);
  });
}

/** 余额 2.4 亿元，年利率 2.85%，利息 684 万元; of a part of the year it is less. */
function ofInterest(all: readonly Placed[]): readonly Relation[] {
  const rate = only(all.filter(({ clause, mention }) => mention.quantity.unit === '%' && RATE.test(clause)));
  const money = all.filter(({ mention }) => mention.quantity.kind === 'money');
  const owed = only(money.filter(({ clause }) => PRINCIPAL.test(clause) && !INTEREST.test(clause)));
  const paid = only(money.filter(({ clause }) => INTEREST.test(clause)));
  if (rate === undefined || owed === undefined || paid === undefined || money.length !== 2) return [];
  if (![rate, owed, paid].every(isExact)) return [];
  const year = times(toldIn(owed), times(toldIn(rate), exactly('0.01')));
  const outcomes = [12, ...MONTHS].map((months) => times(year, exactly(months / 12)));
  return judged(outcomes, [owed, rate, paid], `${textOf(owed)} × ${textOf(rate)}`);
}

/** 专利 326 件，人口 50 万人，每万人 6.52 件. */
function ofEach(one: Placed, before: readonly Placed[]): readonly Relation[] {
  const many = SCALES[EACH_OF.exec(one.clause)?.groups?.['many'] ?? ''];
  const inhabitants = before.filter(
    ({ clause, mention }) => mention.quantity.unit === '人' && /人口/u.test(clause),
  );
  const people = only(
    inhabitants.length > 0 ? inhabitants : before.filter(({ mention }) => mention.quantity.unit === '人'),
  );
  const things = only(ofUnitOf(one, before).filter((other) => other !== people));
  if (many === undefined || things === undefined || people === undefined || !isAmount(one)) return [];
  const value = people.mention.quantity.value.div(many);
  if (value.lte(0) || ![one, things, people].every(isExact)) return [];
  const made = times(toldIn(things), exactly(exactly(1).low.div(value)));
  return judged([made], [things, people, one], `${textOf(things)} ÷ ${textOf(people)}`);
}
