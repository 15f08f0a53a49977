import type { Sentence } from '../sentence.ts';
import { foundIn, numberAt, type TextRelation, textRelation } from './text-numbers.ts';

const CLOCK = /\d[:：]\d|\d[时点][^。；]{0,6}[至到-]/u;
/** Not every day alike, or with a pause. */
const ELSE = /午休|除外|不含|周[一二三四五六日]|夏季.*冬季|冬季.*夏季/u;
const HALVES = '上午|早上|早晨|清晨|中午|下午|傍晚|晚上|晚间|晚';
const FROM_TO = new RegExp(
  String.raw`(?<p1>${HALVES})?(?<h1>\d{1,2})(?:[:：](?<m1>\d{2})|[时点](?:(?<half1>半)|(?<n1>\d{1,2})分)?)\s*(?:至|到|-|—|~|～)\s*(?<p2>${HALVES})?(?<h2>\d{1,2})(?:[:：](?<m2>\d{2})|[时点](?:(?<half2>半)|(?<n2>\d{1,2})分)?)`,
  'gu',
);
const AFTERNOON = /下午|傍晚|晚/u;
/** 每晚 2.5 小时, 每天开放 8 小时. */
const LENGTH =
  /^[^。；]{0,6}[，（、][^，。；\d]{0,4}(?:每[天日晚周次场]|单[日次场]|全天|共计?)[^，。；\d]{0,6}(?<count>\d+(?:\.\d+)?)(?:个)?(?<unit>小时|分钟)/dgu;
const MINUTES: Readonly<Record<string, number>> = { 小时: 60, 分钟: 1 };
const HOUR = 60;
const HALF_A_STEP = 0.051;

/** 19:30 至 22:00，每晚 2.5 小时: hours of the clock, and how long they are together. */
export function clockRelations({ text, from }: Sentence): readonly TextRelation[] {
  if (!CLOCK.test(text) || ELSE.test(text)) return [];
  const ranges = [...text.matchAll(FROM_TO)];
  const last = ranges.at(-1);
  const minutes = ranges.reduce((all, { groups = {} }) => all + lengthOf(groups), 0);
  if (last === undefined || minutes <= 0) return [];
  const end = last.index + last[0].length;
  return foundIn(text.slice(end), LENGTH).map(({ groups, at }) => {
    const { count = '', unit = '' } = groups;
    const needed = minutes / (MINUTES[unit] ?? 1);
    const told = numberAt(count, unit, end + at + from);
    const problem = `${ranges.map(([words]) => words).join('、')}共 ${String(needed)}${unit}，文中写 ${told.text}`;
    return textRelation(told, Math.abs(needed - Number(count)) < HALF_A_STEP, problem);
  });
}

function lengthOf(groups: Readonly<Record<string, string | undefined>>): number {
  return minuteOf(groups, '2') - minuteOf(groups, '1');
}

/** 9:30, 9时半, 下午6点: minutes since midnight. */
function minuteOf(groups: Readonly<Record<string, string | undefined>>, which: '1' | '2'): number {
  const hour = Number(groups[`h${which}`]);
  const isAfternoon = AFTERNOON.test(groups[`p${which}`] ?? '') && hour < 12;
  const minutes =
    groups[`half${which}`] === undefined ? (groups[`m${which}`] ?? groups[`n${which}`] ?? 0) : 30;
  return (hour + (isAfternoon ? 12 : 0)) * HOUR + Number(minutes);
}
