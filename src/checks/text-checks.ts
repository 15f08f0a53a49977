import type { Check } from './check.ts';
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
export const TEXT_CHECKS: readonly Check[] = [
  secrecyMark,
  textBehindHash,
  emptyText,
  templateLeftOver,
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
  reasonDirection,
  reasonOfAnotherItem,
  copiedReason,
  nameMark,
  nearName,
  twoNames,
  nameOfAnotherYear,
  mixedTerms,
  kindInText,
  oldItemName,
  halfWidthPunctuation,
];
