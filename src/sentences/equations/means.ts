import type { Relation } from '../relations/relation.ts';
import { Exact } from '../../accounts/decimal.ts';
import { minus, overlaps, sum, times, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isAlike, isAmount, isBefore, isExact, isImpure, sameUnit, stretchesOf, wordsOf } from './beside.ts';
import { exactly, product, toldBy } from './equation.ts';
import { meanOf, scaleOf } from './per-one.ts';
import { DONE, TAKEN_IN } from '../deeds.ts';
import type { Placed } from '../relations/placed.ts';
import { TOGETHER } from '../sum-words.ts';

/** 平均每期, 每千瓦时, 户均, 单方造价: what one of something costs or has. */
const PER =
  /(?:平均)?每(?:一)?(批次|人次|平方米|立方米|平方公里|公里|千瓦时|[\p{Script=Han}])|((?!平|年)[\p{Script=Han}])均(?!价|分|衡)|单(方|位(?=成本|造价|价|面积)|台|件|套|辆|车|价)/u;
/** 每人每天, 每平方米月租金. */
const OF_SEVERAL =
  /每.*每|每.*均|均.*均|人均每|户均每|[日月年]租|租金|[每/][天日月年](?:每|人)|人[天日月]均/u;
/** What one of something has, of which nobody adds up all. */
const NO_MEANS =
  /分别|收入|增收|工资|年龄|岁|标准|上限|限额|不得|最高|最低|人均(?:可支配|GDP|预期|住房|公园)|单日|当日|高峰|目标|合格|补助标准/u;
const DAYS = { low: new Exact(365), high: new Exact(366) };
const MONTHS = exactly(12);
const QUARTERS = exactly(4);
const ALL_YEAR = /全年|年(?!均|末|初|底)|本年|累计|共/u;
/** How far from what one has, all and their number stand. */
const REACH = 4;

/** What one has × how many there are ＝ what all have: 16 期，1120 人次，平均每期 70 人次. */
export function meanEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((one, index) => {
      const unit = unitOf(one);
      if (unit === undefined || !isTold(one) || NO_MEANS.test(one.clause) || isBefore(one)) return [];
      const near = stretch.slice(Math.max(index - REACH, 0), index + 1 + REACH);
      // What is only about so may be of other numbers than those right before it.
      const wide = isExact(one) ? [] : ofOne(one, unit, near, sentence).filter(({ holds }) => holds);
      if (wide.length > 0) return wide;
      const own = isExact(one) ? near : stretch.slice(Math.max(index - 2, 0), index + 1);
      return ofOne(one, unit, areOfYearBefore(own, one) ? own.map(asOfNow) : own, sentence);
    }),
  );
}

/** 约 12 人 is told near enough to be wrong. */
function isTold(one: Placed): boolean {
  return isExact(one) || one.mention.quantity.approximation === 'about';
}

/** 上年接待 48 批次、430 人次，平均每批 9 人: all that the sentence tells is of one year. */
function areOfYearBefore(near: readonly Placed[], mean: Placed): boolean {
  return near.length > 2 && near.every((one) => one === mean || one.mention.role === 'last');
}

function asOfNow(one: Placed): Placed {
  return one.mention.role === 'last'
    ? { ...one, lead: '', mention: { ...one.mention, role: 'amount' } }
    : one;
}

/** 笔均 20 万元，平均每笔带动 3 人: of money and of people. */
function isSameKind({ mention: a }: Placed, { mention: b }: Placed): boolean {
  return isAlike(a.quantity.unit, b.quantity.unit);
}

/** 应拨 133.2 万元，实拨 133.2 万元: one total, told twice. */
function areSame(totals: readonly Placed[]): boolean {
  const [first] = totals;
  return (
    first !== undefined &&
    totals.every(({ mention }) => mention.quantity.value.eq(first.mention.quantity.value))
  );
}

function unitOf(one: Placed): string | undefined {
  const words = wordsOf(one);
  // 每人每天, 每平方米月租金: of each of several things.
  if (!isAmount(one) || OF_SEVERAL.test(words) || /[多少]$/u.test(words)) return undefined;
  const found = PER.exec(words);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

function ofOne(one: Placed, unit: string, near: readonly Placed[], sentence: Sentence): readonly Relation[] {
  const totals = near.filter((all) => all !== one && isTotal(all, one));
  const counts = near.filter(
    (count) => count !== one && isExact(count) && scaleOf(count, unit) !== undefined,
  );
  // The whole is counted first, and its parts behind it.
  const most = counts.find(({ mention }) => mention.role === 'total') ?? counts[0];
  const saved = ofSaved(one, unit, near);
  // 由 6 个增加到 10 个，平均每个: of those that came.
  if (counts.some(isBefore)) return saved;
  const named =
    areSame(totals) &&
    !near.some((other) => other !== one && isSameKind(other, one) && isOfSameCount(other, counts, near));
  const mean = meanOf(one, sentence);
  if (isOfAllCounts(mean, unit, totals, counts)) return saved;
  const direct = totals.flatMap((all) =>
    counts
      .filter((count) => count !== all && !isSchedule(count, all))
      .map((count) =>
        product([mean, count.mention], all.mention, exactly(scaleOf(count, unit) ?? 1), {
          named: named && count === most && isBesideEachOther(all, one, sentence),
          sure: isPriced(count, one, all, near) || isShared(count, one, all, near),
        }),
      ),
  );
  const held = direct.filter(({ holds }) => holds);
  if (held.length > 0) return [...held, ...saved];
  const days = wordsOf(one).includes('均') && counts.length === 0 ? ofDays(mean, unit, totals) : [];
  return [...direct, ...days, ...saved];
}

/** 8.6 万亩，每亩 150 元，5160 户，户均 2500 元: what is told of something else that is counted, too, is told apart. */
function isOfSameCount(other: Placed, counts: readonly Placed[], near: readonly Placed[]): boolean {
  const unit = unitOf(other);
  if (unit === undefined) return false;
  const own = near.filter((count) => isExact(count) && scaleOf(count, unit) !== undefined);
  return own.length === 0 || own.some((count) => counts.includes(count));
}

/** 新建 3 处、改扩建 5 处，平均每处 330 平方米: of both together. */
function isOfAllCounts(
  mean: Mention,
  unit: string,
  totals: readonly Placed[],
  counts: readonly Placed[],
): boolean {
  if (counts.length < 2) return false;
  const all = sum(counts.map((count) => times(toldBy(count.mention), exactly(scaleOf(count, unit) ?? 1))));
  return totals.some(({ mention }) => overlaps(times(toldBy(mean), all), toldBy(mention)));
}

/** 全年处理 584 万吨，日均 1.6 万吨; 月均 4.2 万元，全年 50.4 万元. */
function ofDays(mean: Mention, unit: string, totals: readonly Placed[]): readonly Relation[] {
  const scales: Readonly<Record<string, Interval>> = { 日: DAYS, 天: DAYS, 月: MONTHS, 季: QUARTERS };
  const scale = scales[unit];
  if (scale === undefined) return [];
  return totals.map((all) =>
    product(
      [mean],
      all.mention,
      scale,
      { named: totals.length === 1 && ALL_YEAR.test(all.clause) },
      `${mean.quantity.text} × ${String(scale.low)}`,
    ),
  );
}

/** 由 96 万千瓦时降至 81.6 万千瓦时，每千瓦时 0.5 元，节约 7.2 万元: the price of what was saved. */
function ofSaved(one: Placed, unit: string, near: readonly Placed[]): readonly Relation[] {
  const totals = near.filter((all) => all !== one && isExact(all) && isSameKind(all, one));
  const used = near.filter(({ mention }) => mention.quantity.unit === unit && mention.role !== 'change');
  const [before, now] = used;
  if (before === undefined || now === undefined || used.length !== 2 || !isBefore(before)) return [];
  const saved: Interval = minus(toldBy(before.mention), toldBy(now.mention));
  return totals
    .filter(({ clause }) => /节|省|减|降/u.test(clause))
    .map((all) =>
      product(
        [one.mention],
        all.mention,
        saved,
        { named: true },
        `（${before.mention.quantity.text} − ${now.mention.quantity.text}）× ${one.mention.quantity.text}`,
      ),
    );
}

function isTotal(all: Placed, one: Placed): boolean {
  if (
    unitOf(all) !== undefined ||
    !isExact(all) ||
    isImpure(all) ||
    isBefore(all) ||
    /能力|设计|规模|目标|节约|节省|节支/u.test(all.clause)
  )
    return false;
  if (DONE.test(one.clause) && TAKEN_IN.test(all.clause) && !DONE.test(all.clause)) return false;
  const { role, quantity } = all.mention;
  return isAlike(quantity.unit, one.mention.quantity.unit) && !NO_TOTALS.has(role);
}

const NO_TOTALS: ReadonlySet<Mention['role']> = new Set([
  'budget',
  'initial',
  'adjusted',
  'last',
  'base',
  'gap',
]);

const SUMMED =
  /^[，、；]?(?:共|合|总|小|需)?计?(?:需|支出|支付|金额|价款|费用|总价|(?:合同|中标|成交|采购)(?:总)?(?:金额|价|价款|额)|总造价)?(?:为)?$/u;

/** 45 部，每部 2360 元，计 10.62 万元: number, price and what they make, one behind the other. */
function isPriced(count: Placed, one: Placed, all: Placed, near: readonly Placed[]): boolean {
  const at = near.indexOf(count);
  if (near[at + 1] !== one || near[at + 2] !== all || one.mention.quantity.kind !== 'money') return false;
  return !/[每均]/u.test(count.clause) && /^，/u.test(one.lead) && SUMMED.test(all.lead) && !isImpure(one);
}

/** 按 4 个季度支付，每季度 6 万元，本年支付 18 万元: of so many, this year need not have seen all. */
function isSchedule(count: Placed, all: Placed): boolean {
  return /[按分]$/u.test(count.clause) && /本年|今年|当年|已/u.test(all.clause);
}

const EVENLY = /^，(?:平均|均)?每(?:一)?[\p{Script=Han}]{1,3}$/u;
const ALL_OF_THEM = new RegExp(`${TOGETHER}|累计|合计`, 'u');

/** 全年 12 个月共组织 24 场，平均每月 3 场: how many, what all have and what one has, one behind the other. */
function isShared(count: Placed, one: Placed, all: Placed, near: readonly Placed[]): boolean {
  const at = near.indexOf(count);
  if (near[at + 1] !== all || near[at + 2] !== one || /[，；。]/u.test(all.lead)) return false;
  return EVENLY.test(one.lead) && ALL_OF_THEM.test(all.lead) && sameUnit(all.mention, one.mention);
}

/** Nothing else is told between what all have and what one has. */
function isBesideEachOther(all: Placed, one: Placed, { text, from }: Sentence): boolean {
  const [first, last] = [all.mention.quantity, one.mention.quantity].toSorted((a, b) => a.from - b.from);
  if (first === undefined || last === undefined) return false;
  return !/[；。]|另|此外|其中/u.test(text.slice(first.to - from, last.from - from));
}
