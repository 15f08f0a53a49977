import type { Sentence } from '../sentence.ts';
import { Exact } from '../../accounts/decimal.ts';
import type { Quantity } from '../quantity.ts';
import type { Relation } from './relation.ts';

/** 自2022年7月1日起至2024年6月30日止，共24个月: two dates, and how long it is from one to the other. */
const SPAN =
  /(?:(?<y1>\d{4})年)?(?<m1>\d{1,2})月(?:(?<d1>\d{1,2})日)?[^，。；：、\d（）]{0,5}?(?:至|到|-|—|～|~)(?:(?<next>次|翌)年|(?:(?<y2>\d{4})年))?(?<m2>\d{1,2})月(?:(?<d2>\d{1,2})日)?(?:止|期间|底|末)?[\p{Script=Han}]{0,4}[，、（]?(?:服务|合同|租赁|施工)?(?:共计?|历时|为期|合计|总计|时长|长达|期限为?|工期为?|周期为?|租期为?|服务期为?)(?<count>\d{1,4})(?<unit>天|日|个月|年)(?=[，。；、）]|$)/dgu;
const MONTHS_A_YEAR = 12;
const DAY = 86_400_000;

interface Day {
  readonly year: number;
  readonly month: number;
  /** Where the text tells months only, undefined. */
  readonly day: number | undefined;
}

/** Dates and the days, months or years between them. */
export function spanRelations({ text, from }: Sentence): readonly Relation[] {
  if (!text.includes('月')) return [];
  return [...text.matchAll(SPAN)].flatMap(({ groups = {}, indices, 0: words }) => {
    const place = indices?.groups?.['count']?.[0];
    const days = daysIn(groups);
    if (place === undefined || days === undefined) return [];
    const { y1, count = '', unit = '' } = groups;
    const lengths = lengthsIn(unit, ...days, y1 === undefined);
    if (lengths.length === 0) return [];
    const quantity = quantityOf(count, unit, place + from);
    const problem = `${words.replace(/[，、（]?[^，、（]*$/u, '')}应为 ${String(lengths[0])}${unit}，文中写 ${quantity.text}`;
    return [{ members: [quantity], result: quantity, holds: lengths.includes(Number(count)), problem }];
  });
}

/** The two dates; undefined where only the second tells its year, or they are not in order. */
function daysIn({
  y1,
  m1,
  d1,
  y2,
  m2,
  d2,
  next,
}: Readonly<Record<string, string | undefined>>): readonly [Day, Day] | undefined {
  const year = Number(y1 ?? 1);
  const begin: Day = { year, month: Number(m1), day: numberOf(d1) };
  const end: Day = {
    year: next === undefined ? Number(y2 ?? year) : year + 1,
    month: Number(m2),
    day: numberOf(d2),
  };
  return (y1 === undefined && y2 !== undefined) || !isInOrder(begin, end) ? undefined : [begin, end];
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function isInOrder(a: Day, b: Day): boolean {
  return (
    a.year < b.year ||
    (a.year === b.year && (a.month < b.month || (a.month === b.month && (a.day ?? 0) < (b.day ?? 32))))
  );
}

/** How long it may be, the likeliest first; none where the text leaves it open. */
function lengthsIn(unit: string, begin: Day, end: Day, anyYear: boolean): readonly number[] {
  if (unit === '天' || unit === '日') return daysBetween(begin, end, anyYear);
  const months = monthsBetween(begin, end);
  if (unit === '个月') return months;
  return months.flatMap((count) => {
    const years = count / MONTHS_A_YEAR;
    return count % MONTHS_A_YEAR === 0 ? [years] : [Math.floor(years), Math.ceil(years)];
  });
}

/** With the last day or without; without a year, February may have a day more. */
function daysBetween(begin: Day, end: Day, anyYear: boolean): readonly number[] {
  if (begin.day === undefined || end.day === undefined) return [];
  const years = anyYear ? [2023, 2024] : [begin.year];
  return years.flatMap((year) => {
    const from = Date.UTC(year, begin.month - 1, begin.day);
    const to = Date.UTC(year + end.year - begin.year, end.month - 1, end.day);
    const between = Math.round((to - from) / DAY);
    return [between + 1, between];
  });
}

function monthsBetween(begin: Day, end: Day): readonly number[] {
  const months = (end.year - begin.year) * MONTHS_A_YEAR + end.month - begin.month;
  if (begin.day === undefined || end.day === undefined) return [months + 1, months];
  if (end.day === begin.day || end.day === begin.day - 1) return [months];
  return begin.day === 1 && end.day >= 28 ? [months + 1] : [months, months + 1];
}

function quantityOf(digits: string, unit: string, from: number): Quantity {
  const text = digits + unit;
  const value = new Exact(digits);
  return {
    kind: 'count',
    unit,
    value,
    half: new Exact(0),
    text,
    digits,
    writtenUnit: unit,
    from,
    to: from + text.length,
  };
}
