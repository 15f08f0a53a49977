import { error } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';

/** Three digits of a year, one too many, or a year of 年度 with a digit lost: 202 年度, 20233年. */
const BROKEN = /(?<!\d)(?:\d{3}\s*年度|(?:19|20)\d\s*年(?!历史|来|以上|的历史)|(?:19|20)\d{3,}\s*年)/gu;

/** A year has four digits. */
export const brokenYear: Check = {
  rule: 'broken-year',
  numbers: [],
  source: '年份写四位数字',
  summary: '文字中的年份应为四位',
  run: (subject) =>
    corpusOf(subject)
      .hits(BROKEN)
      .map((hit) => error('broken-year', `年份“${hit.match[0]}”不是四位；请改正`, placeOfHit(hit))),
};
