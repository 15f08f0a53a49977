import { APPROPRIATIONS, keysOf, REVENUE_KINDS, type Appropriation } from '../../../accounts/categories.ts';
import { codesOfFund } from '../../../accounts/facts/fund-codes.ts';
import { ZERO } from '../../../accounts/decimal.ts';
import { cellIds } from '../../../figures/cell-ids.ts';
import { codeLabel } from '../../../accounts/code-table.ts';
import type { Registry } from '../../../figures/registry.ts';
import { isZero, known, sumOf, UNDISCLOSED_VALUE, type Value } from '../../../figures/value.ts';
import type { Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { checkEqual, differ } from '../../compare-figures.ts';
import { placeOfFirst, relatedFigure } from '../../figure-places.ts';

/** Each code's opening balance and revenue from a fund must equal its expenditure and closing balance. */
export const balanceByCode: Check = {
  rule: 'balance-by-code',
  numbers: ['R31', 'R56', 'R58', 'R59'],
  source: '政府性基金、国有资本经营预算表；一般公共预算按科目同理（结转不跨科目）',
  summary: '每个科目：年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余',
  run: (subject) => keysOf(APPROPRIATIONS).flatMap((fund) => checkFund(subject, fund)),
};

interface Column {
  readonly cell: (code: string) => string;
  readonly total: string;
}

function columnsOf(fund: Appropriation) {
  const label = APPROPRIATIONS[fund];
  return {
    opening: column('年初结转和结余', label),
    revenue: column('收入', REVENUE_KINDS[fund]),
    spent: column('支出', `${label}.合计`),
    closing: column('年末结转和结余', label),
  };
}

function column(table: string, name: string): Column {
  return { cell: cellIds(table, name), total: `${table}.${name}` };
}

const COLUMNS = {
  generalBudget: columnsOf('generalBudget'),
  governmentFund: columnsOf('governmentFund'),
  stateCapital: columnsOf('stateCapital'),
} as const satisfies Readonly<Record<Appropriation, object>>;

function checkFund(subject: CheckSubject, fund: Appropriation): readonly Diagnostic[] {
  const { entered } = subject.year.accounts.value;
  const name = APPROPRIATIONS[fund];
  const moved = entered.keysOf(
    `收入.${REVENUE_KINDS[fund]}`,
    `年初结转和结余.${name}`,
    `年末结转和结余.${name}`,
  );
  const items = new Set([...moved, ...codesOfFund(entered, fund)]);
  return [...items].sort().flatMap((code) => checkCode(subject, fund, code));
}

function checkCode(
  { figures, codes, year }: CheckSubject,
  fund: Appropriation,
  code: string,
): readonly Diagnostic[] {
  const { opening, revenue, spent, closing } = COLUMNS[fund];
  const value = ({ cell, total }: Column): Value => rowValue(figures, cell(code), total);
  const used = sumOf([value(spent), value(closing)]);
  const available = sumOf([value(opening), value(revenue)]);
  if (!differ(used, available)) return [];
  const ids = [spent, revenue, opening, closing].map(({ cell }) => cell(code));
  const place = placeOfFirst(figures, ...ids);
  if (place === undefined) return [];
  return checkEqual({
    rule: 'balance-by-code',
    actual: {
      label: `${codeLabel(code, codes.functional)}${APPROPRIATIONS[fund]}支出与年末结转之和`,
      value: used,
    },
    expected: { label: '收入与年初结转之和', value: available },
    basis: '年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余',
    unit: '万元',
    moneyUnit: year.accounts.value.moneyUnit,
    place,
    related: relatedFigure('这一科目的收入在这里', figures.find(revenue.cell(code)), figures),
  });
}

/** A row that a column does not have is zero where the column is entered by code, otherwise not known. */
function rowValue(figures: Registry, id: string, total: string): Value {
  const row = figures.find(id);
  if (row !== undefined) return row.value;
  const whole = figures.get(total);
  return whole.origin.kind === 'derived' || isZero(whole.value) ? known(ZERO) : UNDISCLOSED_VALUE;
}
