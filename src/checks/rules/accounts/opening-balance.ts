import { FUNDS, keysOf, type Fund } from '../../../accounts/categories.ts';
import type { LoadedYear } from '../../../accounts/load-year.ts';
import { ZERO } from '../../../accounts/decimal.ts';
import { codeLabel } from '../../../accounts/code-table.ts';
import { compareValues, known, type Value } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey, placeOfValue } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { lowestCodes, widestCodes } from '../../code-columns.ts';
import { relatedPrior } from '../../figure-places.ts';

/** What was carried into the year must be what last year carried out, by code where both years say so. */
export const openingBalance: Check = {
  rule: 'opening-balance',
  numbers: ['R61'],
  source:
    '年初结转和结余应等于上年年末结转和结余，调整的应说明（会计差错更正、收回以前年度支出、归集调入、调出、上缴等）',
  summary: '各资金来源、各科目的年初结转和结余应与上年决算的年末数一致',
  run: (subject) => keysOf(FUNDS).flatMap((fund) => checkFund(subject, fund)),
};

function checkFund(subject: CheckSubject, fund: Fund): readonly Diagnostic[] {
  const { unit, year } = subject;
  const last = unit.years.find((candidate) => candidate.year === year.year - 1);
  if (last !== undefined && !last.accounts.whole) return [];
  const codes = comparableCodes(subject, fund, last);
  const rows = codes.flatMap((code) => checkRow(subject, fund, code));
  return rows.length > 0 ? rows : checkRow(subject, fund);
}

/** Codes of either year, unless one of the two years gives no codes, or gives them on different levels. */
function comparableCodes(
  { year, comparatives }: CheckSubject,
  fund: Fund,
  last?: LoadedYear,
): readonly string[] {
  const before =
    last === undefined
      ? codesOf(
          Object.keys(comparatives?.value.figures ?? {}),
          new RegExp(`^年末结转和结余\\.(\\d+)\\.${FUNDS[fund]}$`),
        )
      : last.accounts.value.entered.keysOf(`年末结转和结余.${FUNDS[fund]}`);
  const now = year.accounts.value.entered.keysOf(`年初结转和结余.${FUNDS[fund]}`);
  if (before.length === 0 || now.length === 0) return [];
  const all = [...new Set([...before, ...now])].sort();
  const lowest = new Set(lowestCodes(all));
  return widestCodes(all).filter((code) => lowest.has(code));
}

function codesOf(keys: readonly string[], form: RegExp): readonly string[] {
  return keys.flatMap((key) => form.exec(key)?.[1] ?? []);
}

function checkRow(
  { figures, codes, prior, year }: CheckSubject,
  fund: Fund,
  code?: string,
): readonly Diagnostic[] {
  const row = code === undefined ? '' : `${code}.`;
  const before = lastValue(prior({ id: `年末结转和结余.${row}${FUNDS[fund]}`, unit: '万元' })?.value, code);
  const now = figures.find(`年初结转和结余.${row}${FUNDS[fund]}`)?.value ?? known(ZERO);
  const { kind, ...comparison } = compareValues(now, before);
  if (!('difference' in comparison)) return [];
  const { document, value } = year.accounts;
  const amounts = amountsIn(value.moneyUnit);
  const path = ['年初结转和结余', FUNDS[fund]];
  const place = code === undefined ? placeOfKey(document, path) : placeOfValue(document, [...path, code]);
  const name = code === undefined ? '' : codeLabel(code, codes.functional);
  const values = `“${name}${FUNDS[fund]}年初结转和结余”为 ${amounts.value(now)}`;
  const related = relatedPrior(
    `${year.year - 1} 年的年末结转和结余`,
    `年末结转和结余.${row}${FUNDS[fund]}`,
    prior,
  );
  const difference = `差 ${amounts.difference(comparison.difference)}`;
  if (kind === 'rounding') {
    const message = `${values}，上年年末为 ${amounts.value(before)}，${difference}，在四舍五入允许的范围内（尾差），无需处理`;
    return [note('opening-balance', message, place, related)];
  }
  const message = `${values}，应为 ${amounts.value(before)}（上年决算的年末结转和结余，R61），${difference}；请核对，确有调整的写进“核对说明”`;
  return [warning('opening-balance', message, place, related)];
}

/** A code that last year's figures do not have carried nothing; a fund that they do not have is not known. */
function lastValue(found: Value | undefined, code: string | undefined): Value {
  return found ?? (code === undefined ? { state: 'undisclosed' } : known(ZERO));
}
