import { BROKEN_YEAR } from '../../../pack/left-overs/left-overs.ts';
import { error } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';

/** A year has four digits. */
export const brokenYear: Check = {
  rule: 'broken-year',
  numbers: [],
  source: '年份写四位数字',
  summary: '文字中的年份应为四位',
  run: (subject) =>
    corpusOf(subject)
      .hits(BROKEN_YEAR)
      .map((hit) => error('broken-year', `年份“${hit.match[0]}”不是四位；请改正`, placeOfHit(hit))),
};
