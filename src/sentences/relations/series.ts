import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, meantBy, minus, overlaps, sum, times, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { relation, shown, signed, type Relation } from './relation.ts';
import { TOGETHER } from '../sum-words.ts';

/** Numbers of years that follow one another. */
export interface Series {
  readonly years: readonly Placed[];
  /** What the sentence tells of the same unit behind them. */
  readonly behind: readonly Placed[];
}

const FEWEST_YEARS = 3;
/** How far before the first number its years stand. */
const FAR = 60;
const ONE_YEAR = /(?<!\d)(\d{4})年(?!起|以来|以前|之前|前)/gu;
/** 2021年至2023年依次为, 2021年、2022年、2023年分别. */
const YEARS_AHEAD = /(\d{4})年?(?:至|到|-|—|、.*、)(\d{4})年度?[^，。；]*(?:分别|依次|各)[^，。；、\d]*$/u;
const EACH_STEP = /每年|逐年|年年|递增|递减|每年度/u;
const MEAN = /(?:年均|平均)[^，。；、]{0,6}$/u;
const SUM = new RegExp(String.raw`(?:累计|合计|总计|${TOGETHER})[^，。；、\d]{0,6}$`, 'u');
const SPAN = new RegExp(String.raw`(?:[两二三四五六]年|累计|合计|期间|${TOGETHER})[^，。；、\d]{0,8}$`, 'u');
const NUMERALS = '零一二三四五六七八九';
const OF_RATES = /增[长速幅]|[升降]幅/u;

/** 2021年A、2022年B、2023年C, and what they add up to, how they rise, what they make on average. */
export function seriesRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence).filter(({ mention }) => mention.quantity.unit !== '%');
  const units = new Set(all.map(({ mention }) => mention.quantity.unit));
  return [...units].flatMap((unit) => {
    const series = seriesIn(all.filter(({ mention }) => plain(mention.quantity.unit) === unit));
    return series === undefined ? [] : series.behind.flatMap((one) => ofOne(series.years, one).map(weighed));
  });
}

/** 2,613 户…三年累计 9,286 户次: visits of the same. */
function plain(unit: string): string {
  return unit.length > 1 ? unit.replace(/次$/u, '') : unit;
}

/** Visits need not be as many as the visitors of each year. */
function weighed(one: Relation): Relation {
  const { members, result } = one;
  return members.every(({ unit }) => unit === result.unit) ? one : { ...one, strength: 'suggested' };
}

/** The first numbers that are those of three years or more in a row, and what stands behind them. */
export function seriesIn(own: readonly Placed[]): Series | undefined {
  const start = own.findIndex((_, index) => lengthOf(own.slice(index)) >= FEWEST_YEARS);
  if (start < 0) return undefined;
  const length = lengthOf(own.slice(start));
  return { years: own.slice(start, start + length), behind: own.slice(start + length) };
}

/** 近三年分别为, 三年依次为. */
const COUNTED_AHEAD = /([三四五])年(?:来|间)?[^，。；]*(?:分别|依次|各)[^，。；、\d]*$/u;

/** How many years words announce whose numbers follow one by one. */
function announced(words: string): number | undefined {
  const [, from, to] = YEARS_AHEAD.exec(words) ?? [];
  if (from !== undefined) return Number(to) - Number(from) + 1;
  const numeral = COUNTED_AHEAD.exec(words)?.[1];
  return numeral === undefined ? undefined : NUMERALS.indexOf(numeral);
}

/** How many of the numbers are those of years in a row. */
function lengthOf(own: readonly Placed[]): number {
  const [first] = own;
  if (first === undefined || isOther(first.mention)) return 0;
  const count = announced(first.lead.slice(-FAR));
  if (count !== undefined) {
    const listed = own.slice(1, count).every(({ lead }) => /^(?:、|和|及|与)$/u.test(lead));
    return listed && own.length >= count ? count : 0;
  }
  let length = 0;
  let before: number | undefined;
  for (const { lead, mention } of own) {
    const year = yearIn(lead);
    if (year === undefined || isOther(mention) || (before !== undefined && year !== before + 1)) break;
    [length, before] = [length + 1, year];
  }
  return length;
}

function isOther({ role, quantity }: Mention): boolean {
  return role === 'change' || role === 'gap' || quantity.approximation !== undefined;
}

/** The one year that words speak of, of what is told of all, and not of each. */
export function yearIn(lead: string): number | undefined {
  return /每[^，。；、]*$/u.test(lead) ? undefined : yearOfAny(lead);
}

/** The one year that words speak of. */
export function yearOfAny(lead: string): number | undefined {
  const years = [...lead.matchAll(ONE_YEAR)].map(([, digits]) => Number(digits));
  const clause = /[^，。；、]*$/u.exec(lead)?.[0] ?? lead;
  return years.length === 1 && !/计划|目标|预算(?!拨款|收入|支出|财政)|累计|每[年月季]/u.test(clause)
    ? years[0]
    : undefined;
}

function ofOne(years: readonly Placed[], placed: Placed): readonly Relation[] {
  const { mention, lead } = placed;
  const { quantity, role } = mention;
  if (isVague(placed)) return [];
  const amounts = years.map((one) => intervalOf(one.mention.quantity));
  const clause = /[^，。；]*$/u.exec(lead)?.[0] ?? '';
  if (role === 'change') return ofChange(years, placed, amounts, clause);
  if (isOther(mention) || countedElse(clause, years.length)) return [];
  if (MEAN.test(clause))
    return [told(years, mention, [times(sum(amounts), part(years.length))], '平均', meantBy(quantity))];
  return SUM.test(clause) ? [told(years, mention, [sum(amounts)], '合计')] : [];
}

function isVague(placed: Placed): boolean {
  const { mention, lead, behind } = placed;
  if (mention.quantity.approximation !== undefined || OF_RATES.test(mention.words)) return true;
  return isQualified(placed) || lead.includes('其中') || /^[^，]*(?:上下|左右|以上)/u.test(behind);
}

/** 两年平均, behind the numbers of three. */
function countedElse(clause: string, count: number): boolean {
  return (yearsCounted(clause) ?? count) !== count;
}

function yearsCounted(clause: string): number | undefined {
  const numeral = /([两二三四五六七八九])年/u.exec(clause)?.[1];
  return numeral === undefined ? undefined : NUMERALS.indexOf(numeral.replace('两', '二'));
}

function ofChange(
  years: readonly Placed[],
  { mention }: Placed,
  amounts: readonly Interval[],
  clause: string,
): readonly Relation[] {
  const steps = amounts.slice(1).map((one, index) => minus(one, amounts[index] ?? one));
  const stated = signed(intervalOf(mention.quantity), mention.direction);
  if (EACH_STEP.test(clause)) {
    const wrong = steps.find((step) => !overlaps(step, stated)) ?? steps[0];
    return wrong === undefined ? [] : [told(years, mention, [wrong], '相邻两年相差')];
  }
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (first === undefined || last === undefined || !SPAN.test(clause) || mention.comparand === 'last')
    return [];
  const count = yearsCounted(clause);
  // Over three years, the third of which is the first that is told, it may have begun anywhere.
  if (count !== undefined && count !== years.length - 1) return [];
  const outcomes = count === undefined ? [minus(last, first), sum(amounts)] : [minus(last, first)];
  return [told(years, mention, outcomes, '首尾相差')];
}

function part(count: number): Interval {
  const share = new Exact(1).div(count);
  return { low: share, high: share };
}

function told(
  years: readonly Placed[],
  mention: Mention,
  outcomes: readonly Interval[],
  what: string,
  stated = intervalOf(mention.quantity),
): Relation {
  const own = years.map((one) => one.mention);
  const outcome = outcomes[0] ?? intervalOf(mention.quantity);
  const size = mention.role === 'change' && mention.direction < 0 ? signed(outcome, -1) : outcome;
  const problem = `${own.map(({ quantity }) => quantity.text).join('、')}，${what} ${shown(size, mention.quantity.unit)}，文中写 ${mention.quantity.text}`;
  const signedOnly = mention.role === 'change' ? signed(stated, mention.direction) : stated;
  return relation([...own, mention], mention, signedOnly, outcomes, problem);
}
