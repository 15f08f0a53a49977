import { FUNDS, keysOf, REVENUE_KINDS } from '../../../accounts/categories.ts';
import { isByCode, type Breakdown } from '../../../figures/define/rows.ts';
import { isNonZero } from '../../../figures/value.ts';
import { ROW_CODE } from '../../../pack/layout-mistakes.ts';
import type { PackTable } from '../../../pack/pack.ts';
import { withoutCode } from '../../../pack/words.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';

/** What a table prints by code must be entered by code: a total alone would leave the rows of the table without amounts. */
export const missingCodes: Check = {
  rule: 'missing-codes',
  numbers: ['R12', 'R57'],
  source: '收入决算表、政府性基金预算表、国有资本经营预算表分科目列到项',
  summary: '分科目印的收入、结转结余应按科目填写，不能只填合计',
  run: (subject) => {
    const tables = subject.pack?.tables ?? [];
    return breakdowns(subject).flatMap((breakdown) => {
      const cell = breakdown.path.join(`.${ROW_CODE}.`);
      const table = tables.find((one) => cellsByCode(one).includes(cell));
      return table === undefined ? [] : checkPrinted(breakdown, withoutCode(table.layout.title), subject);
    });
  },
};

/** What may be entered as one amount or by code. */
interface Entered {
  readonly path: readonly [section: string, name: string];
  readonly entered: Breakdown;
}

function breakdowns({ year }: CheckSubject): readonly Entered[] {
  const { revenue, openingBalance, closingBalance } = year.accounts.value;
  return [
    ...keysOf(REVENUE_KINDS).map((kind): Entered => ({
      path: ['收入', REVENUE_KINDS[kind]],
      entered: revenue[kind],
    })),
    ...keysOf(FUNDS).flatMap((fund): readonly Entered[] => [
      { path: ['年初结转和结余', FUNDS[fund]], entered: openingBalance[fund] },
      { path: ['年末结转和结余', FUNDS[fund]], entered: closingBalance[fund] },
    ]),
  ];
}

/** The cells of a table's rows by code, with `{科目}` for the code. */
function cellsByCode({ layout }: PackTable): readonly string[] {
  return layout.sides.flatMap(({ rows }) => rows.flatMap((rule) => ('levels' in rule ? rule.figures : [])));
}

function checkPrinted(
  { path, entered }: Entered,
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
