import { Exact } from '../../accounts/decimal.ts';
import type { Quantity } from '../quantity.ts';
import { TURNS_TO_ELSE } from '../split.ts';
import type { Sentence } from '../sentence.ts';
import type { Relation } from './relation.ts';

/** A date with its year, or a day of a month. */
const DATE = /(?:(?<year>(?:19|20)\d{2})年(?:的)?)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?(?!份?的)/dgu;
const MONTHS = 12;
/** Where no year is told, February may have a day more. */
const LEAP = 2024;
/** The longest that each month may be. */
const LENGTHS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const HOW =
  '(?:中旬|上旬|下旬|底|初|末)?(?:正式|全面|顺利|实质性|已|全部|通过|完成|建成|如期|组织|报请|竣工|完工)*';
/** What begins a matter, and what ends it, right behind their dates. */
const BEGINS = new RegExp(`^${HOW}(?:开工|动工|启动|立项|开建|签订合同|签约|开始|进场|受理)`, 'u');
const ENDS = new RegExp(`^${HOW}(?:竣工|完工|验收|建成|交付|投入(?:使用|运行)|投用|办结|结束|销号)`, 'u');
/** The clause goes on with what is spoken of, and names nothing of its own. */
const GOES_ON = /[，、（](?:并|已|又|计划)?(?:于|在|至)?$/u;

interface When {
  readonly months: number;
  readonly day: number | undefined;
  readonly quantity: Quantity;
  readonly before: string;
  readonly behind: string;
}

/** Days that no calendar has, and matters that end before they begin. */
export function dateRelations({ text, from }: Sentence): readonly Relation[] {
  if (!text.includes('月')) return [];
  const dates = [...text.matchAll(DATE)];
  return [
    ...dates.flatMap((one) => ofCalendar(one, from)),
    ...ofOrder(dates.flatMap((one) => whenOf(one, text, from) ?? [])),
  ];
}

function ofCalendar({ 0: words, index, groups = {} }: RegExpExecArray, from: number): readonly Relation[] {
  const { year, month, day } = groups;
  // 18月 alone may be a length, and 24月龄 an age.
  if (
    (year === undefined && day === undefined) ||
    isOfCalendar(Number(year ?? LEAP), Number(month), Number(day ?? 1))
  )
    return [];
  const quantity = quantityOf(words, index + from);
  return [{ members: [quantity], result: quantity, holds: false, problem: `日历上没有${words}` }];
}

/** Whether there is such a day. */
function isOfCalendar(year: number, month: number, day: number): boolean {
  const isShort = (year % 4 !== 0 || year % 100 === 0) && year % 400 !== 0;
  const longest = month === 2 && isShort ? 28 : (LENGTHS[month - 1] ?? 0);
  return day >= 1 && day <= longest;
}

function whenOf(
  { 0: words, index, groups = {} }: RegExpExecArray,
  text: string,
  from: number,
): When | undefined {
  const { year, month, day } = groups;
  if (year === undefined) return undefined;
  const to = index + words.length;
  return {
    months: Number(year) * MONTHS + Number(month),
    day: day === undefined ? undefined : Number(day),
    quantity: quantityOf(words, index + from),
    before: text.slice(0, index),
    behind: text.slice(to, to + 16),
  };
}

/** 2023年11月开工，2023年9月竣工: of one matter, told one right behind the other. */
function ofOrder(dates: readonly When[]): readonly Relation[] {
  return dates.flatMap((end, index) => {
    const begin = dates[index - 1];
    if (begin === undefined || !BEGINS.test(begin.behind) || !ENDS.test(end.behind)) return [];
    const between = end.before.slice(begin.before.length);
    if (!GOES_ON.test(end.before) || TURNS_TO_ELSE.test(between)) return [];
    const [a, b] = [begin.quantity, end.quantity];
    return [
      { members: [a, b], result: b, holds: !isEarlier(end, begin), problem: `${b.text}早于开始的${a.text}` },
    ];
  });
}

function isEarlier(a: When, b: When): boolean {
  if (a.months !== b.months) return a.months < b.months;
  return a.day !== undefined && b.day !== undefined && a.day < b.day;
}

function quantityOf(text: string, from: number): Quantity {
  const none = new Exact(0);
  return {
    kind: 'count',
    unit: '',
    value: none,
    half: none,
    text,
    digits: text,
    writtenUnit: '',
    from,
    to: from + text.length,
  };
}
