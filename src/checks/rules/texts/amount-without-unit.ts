import { error } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';

const BARE =
  /(?:支出|经费|费用?|金额|预算数?|决算数?|收入|拨款|资金|投入|总额|原值|价值|补助|补贴)(?:分别|为|是|共计|合计|总计|累计|共|达到?|约)*\s*\d[\d,]*\.\d{1,2}(?=[，。；、）)\n]|$)/gu;

/** An amount says whether it is in 元 or 万元. */
export const amountWithoutUnit: Check = {
  rule: 'amount-without-unit',
  numbers: [],
  source: '金额写明单位',
  summary: '文字中的金额应写明元或万元',
  run: (subject) =>
    corpusOf(subject)
      .hits(BARE, 'narrative', 'goal')
      .map((hit) =>
        error('amount-without-unit', `“${hit.match[0]}”没有写单位；请补上“万元”或“元”`, placeOfHit(hit)),
      ),
};
