import type { Sentence } from '../sentence.ts';
import { dayOf, daysBetween, isInOrder, monthsBetween, type DateGroups, type Day } from './days.ts';
import { numberAt, textRelation, type TextRelation } from './text-numbers.ts';

const DATE = String.raw`(?:(?<year>\d{4}|同|次|翌|当)年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?`;
const DATES = new RegExp(DATE, 'gu');
/** What leads from one day to the other: 开工，至; 开放到; 起至. */
const TO =
  /^[^。；\d]{0,14}(?:至|到|-|—|～|~)$|^(?:正式)?(?:开工|动工|启动|开始|进场|立项)[^，。；\d]{0,8}，$/u;
const LENGTH_WORDS =
  '(?:共计?|历时|为期|合计|总计|累计|时长|长达|历经|用时|持续|展[出期]|期限|工期|周期|租期|[服租合施供采][^，。；、\\d]{0,3}期|[租承]赁期|时间)';
/** …，历时 180 天: how long it was, behind the two days. */
const BEHIND = new RegExp(
  String.raw`^(?:止|期间|底|末)?[^。；，、（\d]{0,8}[，、（]?(?:前后|服务|合同|租赁|施工)?${LENGTH_WORDS}[^，。；、\d]{0,3}(?<count>\d{1,4})(?<unit>天|日|个月|年)(?=[，。；、）（]|$)`,
  'du',
);
/** 租赁期 3 年，自…: how long it is to be, before them. */
const BEFORE = new RegExp(
  String.raw`${LENGTH_WORDS}[^，。；、\d]{0,3}(?<count>\d{1,4})(?<unit>天|个月|年)[，（](?:即)?[自从由]$`,
  'du',
);
const NET = /合同|计划|约定|扣除|扣减|剔除|不含|实际|有效|净|工作日|停工|累计施工/u;
const MONTHS_A_YEAR = 12;

/** Dates and the days, months or years between them: 自2022年7月1日起至2024年6月30日止，共24个月. */
export function spanRelations({ text, from }: Sentence): readonly TextRelation[] {
  if (!text.includes('月')) return [];
  const dates = [...text.matchAll(DATES)];
  return dates.slice(1).flatMap((second, index) => {
    const first = dates[index];
    if (first === undefined) return [];
    const [begins, ends] = [first.index + first[0].length, second.index + second[0].length];
    const [begin, end] = daysOf(first.groups ?? {}, second.groups ?? {});
    const between = text.slice(begins, second.index);
    if (!TO.test(between) || begin === undefined || end === undefined || !isInOrder(begin, end)) return [];
    const words = text.slice(first.index, ends);
    return [
      ...toldIn(BEHIND, text.slice(ends), ends + from),
      ...toldIn(BEFORE, text.slice(0, first.index), from),
    ].flatMap(({ count, unit, at }) => {
      const lengths = lengthsIn(unit, begin, end);
      if (lengths.length === 0) return [];
      const told = numberAt(count, unit, at);
      const problem = `${words}应为 ${String(lengths[0])}${unit}，文中写 ${told.text}`;
      return [textRelation(told, lengths.includes(Number(count)), problem)];
    });
  });
}

interface Told {
  readonly count: string;
  readonly unit: string;
  readonly at: number;
}

function toldIn(pattern: RegExp, text: string, from: number): readonly Told[] {
  const found = pattern.exec(text);
  const at = found?.indices?.groups?.['count']?.[0];
  if (found === null || at === undefined || NET.test(found[0])) return [];
  return [{ count: found.groups?.['count'] ?? '', unit: found.groups?.['unit'] ?? '', at: at + from }];
}

/** The two days; the second is of the year of the first where it tells none. */
function daysOf(first: DateGroups, second: DateGroups): readonly [Day?, Day?] {
  const told = second['year'] ?? '';
  if (!/^\d/u.test(first['year'] ?? '') && told !== '') return [];
  return [dayOf(first), dayOf(second, first)];
}

/** How long it may be, the likeliest first; none where the text leaves it open. */
function lengthsIn(unit: string, begin: Day, end: Day): readonly number[] {
  // With the last day or without, with both or neither.
  if (unit === '天' || unit === '日')
    return daysBetween(begin, end).flatMap((count) => [count + 1, count, count - 1]);
  const months = monthsBetween(begin, end);
  if (unit === '个月') return months;
  return months.flatMap((count) => {
    const years = count / MONTHS_A_YEAR;
    return count % MONTHS_A_YEAR === 0 ? [years] : [Math.floor(years), Math.ceil(years)];
  });
}
