import type { CheckTopic } from './check.ts';
import { agencyOperating } from './rules/accounts/agency-operating.ts';
import { approvedTotal } from './rules/accounts/approved-total.ts';
import { assetValues } from './rules/accounts/asset-values.ts';
import { balanceByCode } from './rules/accounts/balance-by-code.ts';
import { budgetAndOutturn } from './rules/accounts/budget-and-outturn.ts';
import { budgetCodes } from './rules/accounts/budget-codes.ts';
import { codeNames } from './rules/accounts/code-names.ts';
import { countsAndAmounts } from './rules/accounts/counts-and-amounts.ts';
import { declaredRelations } from './rules/accounts/declared-relations.ts';
import { declaredState } from './rules/accounts/declared-state.ts';
import { emptyTable } from './rules/accounts/empty-table.ts';
import { equalTotals } from './rules/accounts/equal-totals.ts';
import { figureIds } from './rules/accounts/figure-ids.ts';
import { fiscalPart } from './rules/accounts/fiscal-part.ts';
import { fundClasses } from './rules/accounts/fund-classes.ts';
import { growthFromZero } from './rules/accounts/growth-from-zero.ts';
import { knownCodes } from './rules/accounts/known-codes.ts';
import { latePublication } from './rules/accounts/late-publication.ts';
import { missingApproved } from './rules/accounts/missing-approved.ts';
import { missingCodes } from './rules/accounts/missing-codes.ts';
import { negativeRow } from './rules/accounts/negative-row.ts';
import { nestedCodes } from './rules/accounts/nested-codes.ts';
import { nonFiscalBalance } from './rules/accounts/non-fiscal-balance.ts';
import { nonFiscalCodes } from './rules/accounts/non-fiscal-codes.ts';
import { openingBalance } from './rules/accounts/opening-balance.ts';
import { oppositeChanges } from './rules/accounts/opposite-changes.ts';
import { packYear } from './rules/accounts/pack-year.ts';
import { correctedFigure } from './rules/accounts/corrected-figure.ts';
import { pinnedPrint } from './rules/accounts/pinned-print.ts';
import { priorSums } from './rules/accounts/prior-sums.ts';
import { procurementParts } from './rules/accounts/procurement-parts.ts';
import { publicationDates } from './rules/accounts/publication-dates.ts';
import { samePayments } from './rules/accounts/same-payments.ts';
import { scaleSlips } from './rules/accounts/scale-slips.ts';
import { shareSum } from './rules/accounts/share-sum.ts';
import { subUnitNames } from './rules/accounts/sub-unit-names.ts';
import { sumOverCodes } from './rules/accounts/sum-over-codes.ts';
import { sumOverFunds } from './rules/accounts/sum-over-funds.ts';
import { threePublicBasicPart } from './rules/accounts/three-public-basic-part.ts';
import { unchangedReason } from './rules/accounts/unchanged-reason.ts';
import { undisclosedApproved } from './rules/accounts/undisclosed-approved.ts';
import { undisclosedEntries } from './rules/accounts/undisclosed-entries.ts';
import { unnamedCodes } from './rules/accounts/unnamed-codes.ts';
import { unprintedAmount } from './rules/accounts/unprinted-amount.ts';
import { vehiclesAdded } from './rules/accounts/vehicles-added.ts';
import { vehiclesHeld } from './rules/accounts/vehicles-held.ts';
import { waiverDate } from './rules/accounts/waiver-date.ts';

/** Checks of the figures: names and codes, then the tables in the order in which they are read, the years, the dates. */
export const ACCOUNT_TOPICS: readonly CheckTopic[] = [
  {
    name: '科目和名称',
    asks: '收支列在国家规定的科目下吗，名称是当年的吗',
    checks: [
      packYear,
      declaredState,
      declaredRelations,
      subUnitNames,
      figureIds,
      knownCodes,
      unnamedCodes,
      codeNames,
      fundClasses,
      nestedCodes,
      missingCodes,
    ],
  },
  {
    name: '该公开的公开了没有',
    asks: '财政部门批复的数都填了吗，哪些写的是“未公开”',
    checks: [missingApproved, undisclosedApproved, undisclosedEntries],
  },
  {
    name: '合计和各表之间',
    asks: '明细加起来等于合计吗，收支两边相等吗，各表说的一样吗',
    checks: [
      negativeRow,
      scaleSlips,
      approvedTotal,
      sumOverCodes,
      sumOverFunds,
      equalTotals,
      fiscalPart,
      balanceByCode,
      nonFiscalBalance,
      nonFiscalCodes,
      emptyTable,
      unprintedAmount,
      pinnedPrint,
      shareSum,
    ],
  },
  {
    name: '预算、“三公”经费、采购和资产',
    asks: '花的超出预算吗，钱数和人数、次数、辆数、件数对得上吗',
    checks: [
      budgetCodes,
      samePayments,
      threePublicBasicPart,
      countsAndAmounts,
      budgetAndOutturn,
      agencyOperating,
      procurementParts,
      vehiclesHeld,
      vehiclesAdded,
      assetValues,
    ],
  },
  {
    name: '与上年',
    asks: '年初的结余就是上年年末的吗，增减算得对吗',
    checks: [openingBalance, priorSums, growthFromZero, unchangedReason, oppositeChanges],
  },
  {
    name: '批复、公开和更正',
    asks: '按期公开了吗，日期和更正写清楚了吗',
    checks: [publicationDates, correctedFigure, latePublication, waiverDate],
  },
];
