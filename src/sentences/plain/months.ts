import { foundIn, numberAt, textRelation, type TextRelation } from '../relations/text-numbers.ts';
import type { Sentence } from '../sentence.ts';

const DEED = '(?:底|初|末|份)?(?:前)?(?:完工|完成|竣工|开工|交付|建成|投用|验收)';
/** 应于 2023年6月完工，实际 9月完工，延期 3 个月. */
const LATE = new RegExp(
  String.raw`(?:应|计划|约定|原定|要求)[^，。；\d]{0,6}(?<year>\d{4})年(?<month>\d{1,2})月${DEED}，实际(?:于|在)?(?:(?<later>\d{4})年)?(?<done>\d{1,2})月${DEED}，(?<word>延期|推迟|滞后|逾期|超期|延后|提前)(?<count>\d{1,2})(?<unit>个月)`,
  'dgu',
);
const MONTHS = 12;

/** By how many months something was late or early, where both months stand before. */
export function plainMonths({ text, from }: Sentence): readonly TextRelation[] {
  if (!/\d月/u.test(text)) return [];
  return foundIn(text, LATE).map(
    ({ groups: { year, month, later = year, done, word, count = '', unit = '' }, at }) => {
      const apart = (Number(later) - Number(year)) * MONTHS + Number(done) - Number(month);
      const meant = word === '提前' ? -apart : apart;
      const quantity = numberAt(count, unit, at + from);
      const problem = `两个月份相差 ${String(Math.abs(apart))}个月，文中写“${word ?? ''}${quantity.text}”`;
      return textRelation(quantity, meant === Number(count), problem);
    },
  );
}
