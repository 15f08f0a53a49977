import { FUNDS, keysOf, REVENUE_KINDS } from '../../../accounts/categories.ts';
import type { FactId } from '../../../accounts/facts/common-facts.ts';
import { placeOfEntry } from '../../../figures/figure.ts';
import { isNonZero } from '../../../figures/value.ts';
import type { TableKey } from '../../../pack/schema.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';

/** A fact that a statutory table prints by code. */
interface Printed {
  readonly table: TableKey;
  readonly id: FactId;
}

/** What a table prints by code must be entered by code: a total alone would leave the rows of the table without amounts. */
export const missingCodes: Check = {
  rule: 'missing-codes',
  numbers: ['R12', 'R57'],
  source: '收入决算表、政府性基金预算表、国有资本经营预算表分科目列到项',
  summary: '分科目印的收入、结转结余应按科目填写，不能只填合计',
  run: (subject) => {
    const tables = subject.pack?.tables ?? [];
    return PRINTED.flatMap((printed) => {
      const title = tables.find(({ key }) => key === printed.table)?.layout.title;
      return title === undefined ? [] : checkPrinted(printed.id, title, subject);
    });
  },
};

const PRINTED: readonly Printed[] = [
  ...keysOf(REVENUE_KINDS).map((kind) => ({ table: 'revenue', id: `收入.${REVENUE_KINDS[kind]}` }) as const),
  { table: 'government-fund', id: `年初结转和结余.${FUNDS.governmentFund}` },
  { table: 'government-fund', id: `年末结转和结余.${FUNDS.governmentFund}` },
  { table: 'state-capital', id: `年初结转和结余.${FUNDS.stateCapital}` },
  { table: 'state-capital', id: `年末结转和结余.${FUNDS.stateCapital}` },
];

function checkPrinted(id: FactId, title: string, { figures, year }: CheckSubject): readonly Diagnostic[] {
  const figure = figures.get(id);
  if (figure.origin.kind !== 'reported' || !isNonZero(figure.origin.value)) return [];
  const amount = amountsIn(year.accounts.value.moneyUnit).value(figure.origin.value);
  const message = `“${figure.label}”只填了合计 ${amount}，《${title}》要分科目印；请按“科目编码: 金额”逐个填写，科目的金额没有公开的写“未公开”，合计写进“批复数”`;
  return [error('missing-codes', message, placeOfEntry(figure.origin.entry))];
}
