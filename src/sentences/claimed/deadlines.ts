import { dayOf, daysBetween } from '../relations/days.ts';
import { counted, foundIn, numberAt, textRelation, type TextRelation } from '../relations/text-numbers.ts';
import type { Sentence } from '../sentence.ts';

const DATE = /(?:(?<year>\d{4}|同|次|翌|当)年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])/gu;
const PLANNED =
  /原?定|计划|约定|应[^，。；]{0,4}$|要求|预计|目标|合同|期限|截止|批复|规定|不[迟晚]于|[目前]标/u;
const ENDS =
  /完工|竣工|完成|交货|交付|交房|验收|建成|投用|投入|结[项题束]|上线|办结|供货|开工|开馆|到货|报送|上报|提交|支付|发放|拨付|到位|通过|启用|整改/u;
/** 较计划提前 41 天, 延期了 20 天, 提前完工. */
const SHIFT =
  /(?<early>提前|提早|早于(?:计划|约定|合同)(?:工期|时间)?|缩短(?:工期)?)|(?<late>延[后迟期误]|推迟|滞后|逾期|超期|拖[后延期]|晚于(?:计划|约定|合同)(?:工期|时间)?|晚了?(?=\d))/gu;
const LENGTH =
  /^(?:工期|了|约|整整|时间|交货|完工|完成|竣工|近|共|达)*(?<count>\d{1,4}|[一二两三四五六七八九十]{1,3})(?<unit>个?(?:天|日|个?月))(?!余|多|左右|以上)/dgu;
/** 提前完工: no number behind the word. */
const ALONE = /^(?:了|竣工|完工|完成|交付|投用|建成|交货)*(?=[，。；]|$)/u;
/** The plan itself was moved, or working days are counted. */
const OTHERWISE = /调整为|变更为|顺延至|工作日|延长至|批准延|展期/u;

/** 原定 6 月 30 日前完工，实际 5 月 20 日验收，提前 41 天: by how much, and which way. */
export function deadlineRelations({ text, from }: Sentence): readonly TextRelation[] {
  if (!text.includes('月') || OTHERWISE.test(text)) return [];
  const dates = [...text.matchAll(DATE)];
  return [...text.matchAll(SHIFT)].flatMap((shift) => {
    const [first, second] = dates.filter(({ index }) => index < shift.index).slice(-2);
    if (first === undefined || second === undefined) return [];
    const late = latenessOf(first, second, text, shift.index);
    return late === undefined ? [] : ofShift(shift, late, text, from);
  });
}

/** By how many days what was done lies behind what was planned; undefined where the words are of something else. */
function latenessOf(
  first: RegExpExecArray,
  second: RegExpExecArray,
  text: string,
  shift: number,
): number | undefined {
  const before = clauseOf(text.slice(0, first.index));
  const between = text.slice(first.index + first[0].length, second.index);
  const behind = text.slice(second.index + second[0].length, shift);
  if (/[；。]/u.test(between + behind) || !ENDS.test(between + behind + text.slice(shift, shift + 8)))
    return undefined;
  const own = /[^，]*$/u.exec(between)?.[0] ?? '';
  const swapped = PLANNED.test(own) && !PLANNED.test(before);
  if (!swapped && !(PLANNED.test(before) && !PLANNED.test(own))) return undefined;
  const [a, b] = [dayOf(first.groups ?? {}), dayOf(second.groups ?? {}, first.groups)];
  const [days] = swapped ? daysBetween(b, a) : daysBetween(a, b);
  return days;
}

function clauseOf(words: string): string {
  return /[^，；。]*$/u.exec(words)?.[0] ?? '';
}

function ofShift(shift: RegExpExecArray, late: number, text: string, from: number): readonly TextRelation[] {
  const { 0: word, index, groups } = shift;
  const begin = index + word.length;
  const behind = text.slice(begin);
  const isSo = Math.sign(late) === (groups?.['early'] === undefined ? 1 : -1);
  const should = `两个日期应是${late < 0 ? '提前' : '延后'} ${String(Math.abs(late))}天`;
  const [told] = foundIn(behind, LENGTH);
  if (told === undefined) {
    const alone = ALONE.test(behind) && late !== 0;
    return alone ? [textRelation(numberAt(word, '', index + from), isSo, `${should}，文中写“${word}”`)] : [];
  }
  const { count = '', unit = '' } = told.groups;
  const quantity = numberAt(count, unit, begin + told.at + from);
  const fits = lengthsOf(Math.abs(late), unit).includes(counted(count) ?? -1);
  return [textRelation(quantity, fits && (isSo || late === 0), `${should}，文中写${word} ${quantity.text}`)];
}

/** With one of the days or both; of months one more or less. */
function lengthsOf(days: number, unit: string): readonly number[] {
  if (unit.includes('月')) return [Math.floor(days / 31), Math.round(days / 30.4), Math.ceil(days / 30)];
  return [days, days - 1, days + 1];
}
