import type { CheckTopic } from './check.ts';
import { amountWithoutUnit } from './rules/texts/amount-without-unit.ts';
import { brokenRate } from './rules/texts/broken-rate.ts';
import { brokenYear } from './rules/texts/broken-year.ts';
import { completionRate } from './rules/texts/completion-rate.ts';
import { copiedReason } from './rules/texts/copied-reason.ts';
import { emptyItemNamed } from './rules/texts/empty-item-named.ts';
import { emptyText } from './rules/texts/empty-text.ts';
import { halfWidthPunctuation } from './rules/texts/half-width-punctuation.ts';
import { kindInText } from './rules/texts/kind-in-text.ts';
import { mixedTerms } from './rules/texts/mixed-terms.ts';
import { nameMark } from './rules/texts/name-mark.ts';
import { nameOfAnotherYear } from './rules/texts/name-of-another-year.ts';
import { narrativeNumber } from './rules/texts/narrative-number.ts';
import { nearName } from './rules/texts/near-name.ts';
import { nothingBesideAmount } from './rules/texts/nothing-beside-amount.ts';
import { oldItemName } from './rules/texts/old-item-name.ts';
import { otherYear } from './rules/texts/other-year.ts';
import { quotedFigure } from './rules/texts/quoted-figure.ts';
import { quotedIndicator } from './rules/texts/quoted-indicator.ts';
import { reasonDirection } from './rules/texts/reason-direction.ts';
import { reasonOfAnotherItem } from './rules/texts/reason-of-another-item.ts';
import { secrecyMark } from './rules/texts/secrecy-mark.ts';
import { sentenceArithmetic } from './rules/texts/sentence-arithmetic.ts';
import { statedChange } from './rules/texts/stated-change.ts';
import { statedShare } from './rules/texts/stated-share.ts';
import { templateLeftOver } from './rules/texts/template-left-over.ts';
import { textBehindHash } from './rules/texts/text-behind-hash.ts';
import { twoNames } from './rules/texts/two-names.ts';
import { unboundNumber } from './rules/texts/unbound-number.ts';
import { unmatchedAmount } from './rules/texts/unmatched-amount.ts';

/** Checks of the editors' words: secrets, left-overs, words against figures, names and style. */
export const TEXT_TOPICS: readonly CheckTopic[] = [
  {
    name: '不该印出来的文字',
    asks: '有密级标记、没有填完的模板、等于没写的话吗',
    checks: [secrecyMark, textBehindHash, emptyText, templateLeftOver],
  },
  {
    name: '文字里的数',
    asks: '文字说的数与各表一致吗，一句话里的数算得通吗',
    checks: [
      brokenYear,
      otherYear,
      brokenRate,
      amountWithoutUnit,
      unboundNumber,
      quotedFigure,
      quotedIndicator,
      unmatchedAmount,
      statedChange,
      statedShare,
      completionRate,
      sentenceArithmetic,
      narrativeNumber,
      nothingBesideAmount,
      emptyItemNamed,
    ],
  },
  {
    name: '变动的原因',
    asks: '说的原因与增减相符吗，是不是抄来的',
    checks: [reasonDirection, reasonOfAnotherItem, copiedReason],
  },
  {
    name: '名称和用词',
    asks: '单位、科目的名称前后一致吗，用词、标点规范吗',
    checks: [
      nameMark,
      nearName,
      twoNames,
      nameOfAnotherYear,
      mixedTerms,
      kindInText,
      oldItemName,
      halfWidthPunctuation,
    ],
  },
];
