import { intervalOf, isBelow } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import { seriesIn, yearIn } from '../relations/series.ts';
import type { Sentence } from '../sentence.ts';

const UP = '走高|上升|增长|递增|增加|提高|提升|攀升|上涨|增多|扩大|加快';
const DOWN = '走低|下降|递减|减少|降低|下滑|压减|压缩|回落|缩小';
const STEADILY = '逐年|连年|逐季|逐月|逐期|年年|持续|稳步|连续[两二三四五]年|逐步';
/** 逐年下降, 呈逐季上升态势. */
const TREND = new RegExp(
  String.raw`(?:${STEADILY})(?:小幅|稳步|大幅|明显|略有|快速|压|呈)?(?:(?<up>${UP})|(?<down>${DOWN}))(?!了?\s*\d|[到至]|了?约|的?(?:趋势|态势)?(?:得到|被|有所)?(?:扭转|遏制|结束|不))`,
  'u',
);
/** It is said of something else, or not of these numbers. */
const NOT_SO = /未能?|没有|不再|并非|扭转|改变|除[^，。；]{1,12}外|[增降]幅|增速|增长率|目标|计划/u;
/** 较上年下降，2022年…，2023年…: of two years alone. */
const ON_LAST_YEAR = new RegExp(
  String.raw`[较比]上年(?:度|同期)?(?:小幅|大幅|明显|略有|有所|均|都)*(?:(?<up>${UP})|(?<down>${DOWN}))(?=[，。：（])`,
  'u',
);
const PERIODS: readonly RegExp[] = [/一季度|1季度/u, /上半年|半年|二季度/u, /三季度/u, /全年|四季度/u];
const FEWEST = 3;

/** 连年走高，2021年…、2022年…、2023年…: each number is more than the one before it. */
export function trendRelations(sentence: Sentence): readonly Relation[] {
  const steady = TREND.exec(sentence.text);
  const found = steady ?? ON_LAST_YEAR.exec(sentence.text);
  if (found === null || NOT_SO.test(sentence.text)) return [];
  const rows = rowsIn(placedIn(sentence), steady === null);
  const [row] = rows;
  if (row === undefined || rows.length > 1 || !isBeside(row, found, sentence)) return [];
  const kind = row[0]?.mention.quantity.kind ?? '';
  if (isOfElse(sentence.text.slice(0, found.index), kind)) return [];
  return ofRow(row, found.groups?.['up'] === undefined ? -1 : 1, found[0]);
}

/** Of each unit, the numbers of years or quarters in their order; of two years where no more are spoken of. */
function rowsIn(all: readonly Placed[], ofTwo: boolean): readonly (readonly Placed[])[] {
  return [...new Set(all.map(({ mention }) => mention.quantity.unit))].flatMap((unit) => {
    const own = all.filter(({ mention }) => mention.quantity.unit === unit);
    const row = ofTwo ? twoYearsIn(own) : (seriesIn(own)?.years ?? periodsIn(own));
    return row.length >= (ofTwo ? 2 : FEWEST) ? [row] : [];
  });
}

const COUNTS = /批次|人次|人数|次数|数量|户数|件数|规模$/u;
const MONEY = /费|支出|收入|拨款|资金|经费/u;

/** 接待批次逐年下降，2021年 4.20 万元: what the words are of is not measured so. */
function isOfElse(before: string, kind: string): boolean {
  const subject = /[^，。；：、]*$/u.exec(before)?.[0] ?? '';
  return kind === 'money'
    ? COUNTS.test(subject)
    : MONEY.test(subject) && !COUNTS.test(subject) && kind !== 'rate';
}

/** The words stand right before the row, or right behind it: of other matters they say nothing. */
function isBeside(
  row: readonly Placed[],
  { index, 0: words }: RegExpExecArray,
  { text, from }: Sentence,
): boolean {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return false;
  const [begin, end] = [first.mention.quantity.from - from, last.mention.quantity.to - from];
  const between = index < begin ? text.slice(index + words.length, begin) : text.slice(end, index);
  return (
    !between.includes('；') && (index < begin || index > end) && (between.match(/，/gu) ?? []).length < 3
  );
}

/** The only two numbers, of one year and the next. */
function twoYearsIn(own: readonly Placed[]): readonly Placed[] {
  const [before, now] = own.map(({ lead }) => yearIn(lead));
  const told = own.length === 2 && own.every(({ mention }) => mention.direction === 0);
  return told && before !== undefined && now === before + 1 ? own : [];
}

/** Numbers of the quarters of a year, or of the year up to them. */
function periodsIn(own: readonly Placed[]): readonly Placed[] {
  const at = own.map(({ lead }) => PERIODS.findIndex((period) => period.test(lead)));
  const start = at.indexOf(0);
  const end = own.findIndex((_, index) => index > start && (at[index] ?? -1) <= (at[index - 1] ?? -1));
  return start < 0 ? [] : own.slice(start, end < 0 ? own.length : end);
}

function ofRow(row: readonly Placed[], direction: 1 | -1, words: string): readonly Relation[] {
  const members = row.map(({ mention }) => mention.quantity);
  if (members.some(({ approximation }) => approximation !== undefined)) return [];
  const wrong = members.findIndex((one, at) => {
    const before = members[at - 1];
    if (before === undefined) return false;
    const [a, b] = [intervalOf(before), intervalOf(one)];
    return direction > 0 ? isBelow(b, a) : isBelow(a, b);
  });
  const result = members[wrong] ?? members.at(-1);
  if (result === undefined) return [];
  const problem = `${members.map(({ text }) => text).join('、')}，不能写“${words}”`;
  return wrong < 0 ? [] : [{ members, result, holds: false, problem }];
}
