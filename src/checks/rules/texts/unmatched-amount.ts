import type { Registry } from '../../../figures/registry.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { clauseOf, corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';
import { knownAmounts } from '../../known-amounts.ts';
import { fromYuan, readWritten } from '../../written-number.ts';
import { quotations } from './quoted-figure.ts';

const AMOUNT = /(?<![\d,.])(\d[\d,]*(?:\.\d+)?)\s*(万元|元)(?![/／])/gu;
/** The clause speaks of the body's own budget and spending. */
const OWN_MONEY = /预算|执行|支出|绩效目标|绩效监控|自评|资金|拨款|决算|经费/u;
/** Another year's or a single price is nobody's figure. */
const OTHER =
  /上年|去年|以前|往年|每|人均|单价|单套|单件|户均|标准|带动|投资额|营业|产值|税收|节约|节省|市本级|区县|县区|各县|配套|全市|全区|全县|辖区/u;
/** Costs of one kind, which the accounts show for basic expenditure only: 培训费19.6万元. */
const KIND_OF_COST = /(?<!经)费(?:用|共计|合计|共|为|约)*\s*$/u;

/** An amount of the body's own money that a text states is one of the booklet's figures, in the same unit. */
export const unmatchedAmount: Check = {
  rule: 'unmatched-amount',
  numbers: ['R62', 'R76'],
  source: '文字中的金额与账目、自评表一致，单位为万元',
  summary: '文字中本单位的预算、支出金额应是账目或自评表中的数，不应把万元写成元',
  run: (subject) =>
    corpusOf(subject)
      .hits(AMOUNT, 'narrative')
      .filter((hit) => !quotations(subject).some((quotation) => isWithin(hit, quotation)))
      .flatMap((hit) => checkAmount(hit, subject.figures)),
};

/** What is quoted by the name of a figure is judged by `quoted-figure`. */
function isWithin({ source, offset }: TextHit, { source: other, offset: from, match }: TextHit): boolean {
  return source === other && offset >= from && offset < from + match[0].length;
}

function checkAmount(hit: TextHit, figures: Registry): readonly Diagnostic[] {
  const clause = clauseOf(hit);
  if (OTHER.test(clause)) return [];
  const [written, digits = '', unit = ''] = hit.match;
  const number = readWritten(digits);
  const fits = (other: string): boolean =>
    knownAmounts(figures).include(other === '元' ? fromYuan(number) : number);
  if (number.number.isZero() || fits(unit)) return [];
  const swapped = unit === '元' ? '万元' : '元';
  if (number.decimals > 0 && fits(swapped)) {
    const message = `文字中的金额为 ${written}，账目中是 ${digits}${swapped}；请改正单位`;
    return [error('unmatched-amount', message, placeOfHit(hit))];
  }
  if (hit.source.path[0] !== '绩效管理' || !OWN_MONEY.test(clause)) return [];
  if (KIND_OF_COST.test(hit.source.text.slice(0, hit.offset))) return [];
  const message = `文字中的金额 ${written} 与账目、自评表的任何一个数都不相等；请核对`;
  return [warning('unmatched-amount', message, placeOfHit(hit))];
}
