import { FUNDS, keysOf, REVENUE_KINDS } from '../../../accounts/categories.ts';
import { isByCode, type Breakdown } from '../../../figures/define/rows.ts';
import { isNonZero } from '../../../figures/value.ts';
import type { TableKey } from '../../../pack/schema.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';

/** A breakdown that a statutory table prints by code. */
interface Printed {
  readonly table: TableKey;
  readonly path: readonly [section: string, name: string];
  readonly entered: Breakdown;
}

/** What a table prints by code must be entered by code: a total alone would leave the rows of the table without amounts. */
export const missingCodes: Check = {
  rule: 'missing-codes',
  numbers: ['R12', 'R57'],
  source: '收入决算表、政府性基金预算表、国有资本经营预算表分科目列到项',
  summary: '分科目印的收入、结转结余应按科目填写，不能只填合计',
  run: (subject) => {
    const tables = subject.pack?.tables ?? [];
    return printedByCode(subject).flatMap((printed) => {
      const title = tables.find(({ key }) => key === printed.table)?.layout.title;
      return title === undefined ? [] : checkPrinted(printed, title, subject);
    });
  },
};

function printedByCode({ year }: CheckSubject): readonly Printed[] {
  const { revenue, openingBalance, closingBalance } = year.accounts.value;
  const balances = (['governmentFund', 'stateCapital'] as const).flatMap((fund): readonly Printed[] => {
    const table = fund === 'governmentFund' ? 'government-fund' : 'state-capital';
    return [
      { table, path: ['年初结转和结余', FUNDS[fund]], entered: openingBalance[fund] },
      { table, path: ['年末结转和结余', FUNDS[fund]], entered: closingBalance[fund] },
    ];
  });
  const kinds = keysOf(REVENUE_KINDS).map((kind): Printed => {
    return { table: 'revenue', path: ['收入', REVENUE_KINDS[kind]], entered: revenue[kind] };
  });
  return [...kinds, ...balances];
}

function checkPrinted(
  { path, entered }: Printed,
  title: string,
  { figures, year }: CheckSubject,
): readonly Diagnostic[] {
  const figure = figures.get(path.join('.'));
  if (isByCode(entered) || figure.origin.kind !== 'reported' || !isNonZero(figure.origin.value)) return [];
  const { document, value } = year.accounts;
  const amount = amountsIn(value.moneyUnit).value(figure.origin.value);
  const message = `“${figure.label}”只填了合计 ${amount}，《${title}》要分科目印；请按“科目编码: 金额”逐个填写，科目的金额没有公开的写“未公开”，合计写进“批复数”`;
  return [error('missing-codes', message, placeOfValue(document, path))];
}
