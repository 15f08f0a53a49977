import { isOfAnotherBody } from '../../../sentences/other-bodies.ts';
import type { Quantity } from '../../../sentences/quantity.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { knownAmounts } from '../../known-amounts.ts';
import { placeOfText } from '../../words/booklet-texts.ts';
import { readTexts, type ReadText } from '../../words/read-sentences.ts';
import { fromYuan, readWritten } from '../../written-number.ts';

/** Words that make an amount a total of the booklet's own, before it and behind it. */
const TOTAL_BEFORE =
  /(?:绩效目标|绩效监控|绩效自评|自评|绩效评价)[^，。；]{0,12}(?:，|、)?(?:共)?(?:涉及)?(?:预算|财政)?(?:资金|金额|总额)(?:共计|总计|合计|为|共|约|\s)*$/u;
const TOTAL_BEHIND = /^的?(?:部门|单位|全部)?(?:项目支出|整体支出|部门预算|项目资金|基本支出)/u;
/** Another year's amount, a single price, another body's money is nobody's figure. */
const OTHER =
  /上年|去年|以前|往年|每|人均|单价|单套|单件|户均|标准|带动|投资额|营业|产值|税收|节约|节省|市本级|区县|县区|各县|配套|市财政|全市|全区|全县|辖区/u;
const REACH = 40;

/** An amount that a text calls a total of the body's own money is one of the booklet's figures; none is in the wrong unit. */
export const unmatchedAmount: Check = {
  rule: 'unmatched-amount',
  numbers: ['R62', 'R76'],
  source: '文字中的金额与账目、自评表一致，单位为万元',
  summary: '文字中称为项目支出、整体支出、自评资金的金额应是账目或自评表中的数；不应把万元写成元',
  run: (subject) => readTexts(subject).flatMap((read) => checkText(read, subject)),
};

function checkText(
  { source, sentences, judgements }: ReadText,
  { year, figures }: CheckSubject,
): readonly Diagnostic[] {
  if (source.document !== year.narrative.document) return [];
  // What names a figure is judged by that name.
  const judged = new Set(judgements.map(({ mention }) => mention.quantity.from));
  const known = knownAmounts(figures);
  const includes = ({ digits }: Quantity, unit: string): boolean => {
    const written = readWritten(digits);
    // An amount in 元 can only be that of a figure that is known to the 元.
    return unit === '元' ? known.includeExactly(fromYuan(written)) : known.include(written);
  };
  return sentences
    .flatMap((sentence) =>
      sentence.items.flatMap(({ mentions }) => mentions.map((one) => ({ ...one, sentence }))),
    )
    .filter(({ quantity }) => isAmount(quantity) && !judged.has(quantity.from))
    .filter(({ quantity, sentence }) => !isOfAnotherBody(sentence, source.text, quantity.from))
    .filter(({ quantity, words }) => !OTHER.test(words + clauseAround(source.text, quantity)))
    .flatMap(({ quantity }) => judge(quantity, source, includes));
}

/** 由每吨 2.80 元调整为 3.20 元: the words of a number before it are its own, too. */
function clauseAround(text: string, { from, to }: Quantity): string {
  const before = /[^，。；]*$/u.exec(text.slice(Math.max(from - REACH, 0), from))?.[0] ?? '';
  return before + (/^[^，。；]*/u.exec(text.slice(to, to + REACH))?.[0] ?? '');
}

function judge(
  quantity: Quantity,
  source: ReadText['source'],
  includes: (quantity: Quantity, unit: string) => boolean,
): readonly Diagnostic[] {
  const { text, digits, from, writtenUnit } = quantity;
  if (includes(quantity, writtenUnit)) return [];
  const swapped = writtenUnit === '元' ? '万元' : '元';
  if (isTelling(digits) && includes(quantity, swapped)) {
    const message = `文字中的金额为 ${text}，账目中是 ${digits}${swapped}；请改正单位`;
    return [error('unmatched-amount', message, placeOfText(source, from))];
  }
  if (source.path[0] !== '绩效管理' || !isTotal(source.text, quantity)) return [];
  const message = `文字中的金额 ${text} 与账目、自评表的任何一个数都不相等；请核对`;
  return [warning('unmatched-amount', message, placeOfText(source, from))];
}

/** Whether an amount can hardly be that of a figure by chance: 3.5 may be anything, 513.95 is nothing else. */
function isTelling(digits: string): boolean {
  return digits.includes('.') && digits.replaceAll(/^[0.]+|\./g, '').length >= 3;
}

function isAmount({ writtenUnit, value }: Quantity): boolean {
  return (writtenUnit === '万元' || writtenUnit === '元') && !value.isZero();
}

function isTotal(text: string, { from, to }: Quantity): boolean {
  return (
    TOTAL_BEFORE.test(text.slice(Math.max(from - REACH, 0), from)) ||
    TOTAL_BEHIND.test(text.slice(to, to + REACH))
  );
}
