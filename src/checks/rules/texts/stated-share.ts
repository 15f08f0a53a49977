import { formatFixed } from '../../../accounts/decimal.ts';
import type { Registry } from '../../../figures/registry.ts';
import { percentageOf, type KnownValue } from '../../../figures/value.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { relatedFigure } from '../../figure-places.ts';
import { corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';
import { figuresCalled, namePattern } from '../../words/figure-names.ts';
import { isPrintOf, readWritten } from '../../written-number.ts';

/** 基本支出占本年支出合计的47.76%, 财政拨款收入5597.56万元，占本年收入合计93.15%. */
const SHARE = new RegExp(
  `(${namePattern})(?:\\d[\\d,.]*万元)?[，,]?占(${namePattern})的?(?:比重|比例)?(?:为|达到?|约)?\\s*(\\d+(?:\\.\\d+)?)\\s*[%％]`,
  'gu',
);

/** A share that a text states is the part of the whole that it names. */
export const statedShare: Check = {
  rule: 'stated-share',
  numbers: ['R62', 'R63'],
  source: '占比 = 部分 ÷ 合计',
  summary: '文字中写的占比应与账目相符',
  run: (subject) =>
    corpusOf(subject)
      .hits(SHARE, 'narrative')
      .flatMap((hit) => checkHit(hit, subject)),
};

function checkHit(hit: TextHit, { figures }: CheckSubject): readonly Diagnostic[] {
  const [written, part = '', whole = '', digits = ''] = hit.match;
  const shares = sharesOf(part, whole, figures);
  const [first] = shares;
  if (first === undefined || shares.some((share) => isPrintOf(readWritten(digits), share))) return [];
  const message = `文字中写“${written}”，应为 ${formatFixed(first.exact, 2)}%（“${part}” ÷ “${whole}”）；请核对`;
  const related = relatedFigure(`“${part}”在这里`, figuresCalled(part, figures)[0], figures);
  return [error('stated-share', message, placeOfHit(hit), related)];
}

/** Either name may mean more than one figure; none where a share is not known. */
function sharesOf(part: string, whole: string, figures: Registry): readonly KnownValue[] {
  const shares = figuresCalled(part, figures).flatMap(({ value }) =>
    figuresCalled(whole, figures).map((other) => percentageOf(value, other.value)),
  );
  const known = shares.filter((share) => share.state === 'known');
  return known.length === shares.length ? known : [];
}
