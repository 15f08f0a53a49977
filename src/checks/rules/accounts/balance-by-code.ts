import { APPROPRIATIONS, keysOf, REVENUE_KINDS, type Appropriation } from '../../../accounts/categories.ts';
import { ZERO } from '../../../accounts/decimal.ts';
import { cellIds } from '../../../figures/cell-ids.ts';
import { codeLabel } from '../../../figures/define/rows.ts';
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

function checkFund(subject: CheckSubject, fund: Appropriation): readonly Diagnostic[] {
  const { revenue, expenditure, openingBalance, closingBalance } = subject.year.accounts.value;
  const entered = [revenue[fund], openingBalance[fund], closingBalance[fund]].flatMap((part) =>
    Object.keys(part),
  );
  const spent = Object.entries(expenditure).flatMap(([code, item]) =>
    item[fund] === undefined ? [] : [code],
  );
  const items = new Set([...entered, ...spent].filter((code) => /^2\d{2,6}$/.test(code)));
  return [...items].sort().flatMap((code) => checkCode(subject, fund, code));
}

function checkCode(
  { figures, codes, year }: CheckSubject,
  fund: Appropriation,
  code: string,
): readonly Diagnostic[] {
  const label = APPROPRIATIONS[fund];
  const columns = {
    opening: [cellIds('年初结转和结余', label)(code), `年初结转和结余.${label}`],
    revenue: [cellIds('收入', REVENUE_KINDS[fund])(code), `收入.${REVENUE_KINDS[fund]}`],
    spent: [cellIds('支出', `${label}.合计`)(code), `支出.${label}.合计`],
    closing: [cellIds('年末结转和结余', label)(code), `年末结转和结余.${label}`],
  } as const;
  const value = ([id, total]: readonly [string, string]): Value => rowValue(figures, id, total);
  const used = sumOf([value(columns.spent), value(columns.closing)]);
  const available = sumOf([value(columns.opening), value(columns.revenue)]);
  if (!differ(used, available)) return [];
  const { spent, revenue, opening, closing } = columns;
  const place = placeOfFirst(figures, spent[0], revenue[0], opening[0], closing[0]);
  if (place === undefined) return [];
  return checkEqual({
    rule: 'balance-by-code',
    actual: {
      label: `${codeLabel(code, codes.functional)}${label}支出与年末结转之和`,
      value: used,
    },
    expected: { label: '收入与年初结转之和', value: available },
    basis: '年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余',
    unit: '万元',
    moneyUnit: year.accounts.value.moneyUnit,
    place,
    related: relatedFigure('这一科目的收入在这里', figures.find(revenue[0]), figures),
  });
}

/** A row that a column does not have is zero where the column is entered by code, otherwise not known. */
function rowValue(figures: Registry, id: string, total: string): Value {
  const row = figures.find(id);
  if (row !== undefined) return row.value;
  const whole = figures.get(total);
  return whole.origin.kind === 'derived' || isZero(whole.value) ? known(ZERO) : UNDISCLOSED_VALUE;
}
