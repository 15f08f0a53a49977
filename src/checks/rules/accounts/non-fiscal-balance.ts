import { EXPENDITURE_KINDS, NON_FISCAL_KINDS, REVENUE_KINDS } from '../../../accounts/categories.ts';
import { inputsOf, type Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { compareValues, differenceOf, sumOf, type Value } from '../../../figures/value.ts';
import type { Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { checkEqual, sideOf } from '../../compare-figures.ts';
import { partPlaces, placeOfFigure } from '../../figure-places.ts';
import { isDisputed } from '../../relations.ts';

const FUND = '非财政拨款';
/** Where non-fiscal money comes from. */
export const NON_FISCAL_SOURCES: readonly string[] = [
  ...NON_FISCAL_KINDS.map((kind) => `收入.${REVENUE_KINDS[kind]}`),
  '收入.使用非财政拨款结余',
  `年初结转和结余.${FUND}`,
];
/** What becomes of non-fiscal money that is not spent. */
export const NON_FISCAL_KEPT: readonly string[] = ['支出.结余分配', `年末结转和结余.${FUND}`];

/**
 * Where non-fiscal expenditure of a kind is not disclosed, it follows from the balance of non-fiscal money (R05 less
 * R30): what came in less what was distributed and carried over. With the fiscal part it must make the kind's total.
 */
export const nonFiscalBalance: Check = {
  rule: 'non-fiscal-balance',
  numbers: ['R06', 'R08'],
  source: '收入支出决算总表减财政拨款收入支出决算总表：非财政拨款资金收支相抵',
  summary: '没有公开的非财政拨款支出，按其收入和结余推算，应与支出合计相符',
  run(subject) {
    const { figures } = subject;
    const kinds = Object.values(EXPENDITURE_KINDS);
    const ofKind = (kind: string): Figure => figures.get(`支出.${FUND}.${kind}`);
    const [unknown, ...others] = kinds.filter((kind) => ofKind(kind).value.state === 'undisclosed');
    if (unknown === undefined || others.length > 0) return [];
    const known = kinds.filter((kind) => kind !== unknown).map((kind) => ofKind(kind).value);
    const left = differenceOf(
      valueOf(figures, NON_FISCAL_SOURCES),
      sumOf([...known, valueOf(figures, NON_FISCAL_KEPT)]),
    );
    return checkKind(subject, unknown, left);
  },
};

function checkKind({ figures, year }: CheckSubject, kind: string, left: Value): readonly Diagnostic[] {
  const total = figures.get(`支出.${kind}`);
  // Appropriations know only two kinds; the others are all non-fiscal.
  const fiscal = inputsOf(total)
    .filter((id) => !id.startsWith(`支出.${FUND}.`))
    .map((id) => figures.get(id));
  const expected = sumOf([...fiscal.map((figure) => figure.value), left]);
  const { kind: agreement } = compareValues(total.value, expected);
  const place = agreement === 'unknown' || agreement === 'equal' ? undefined : placeOfFigure(total, figures);
  // The balance rests on both grand totals: where one is contradicted, that is the finding.
  const totals = [total, figures.get('收入.总计'), figures.get('支出.总计')];
  const reported = agreement === 'contradiction' && totals.some((one) => isDisputed(one, figures));
  if (place === undefined || reported) return [];
  const { moneyUnit } = year.accounts.value;
  const sources = NON_FISCAL_SOURCES.map((id) => figures.get(id));
  return checkEqual({
    rule: 'non-fiscal-balance',
    actual: sideOf(total),
    expected: { label: '财政拨款部分与可用的非财政拨款资金之和', value: expected },
    basis: '没有公开的非财政拨款支出 = 非财政拨款各项来源 − 其他用途',
    unit: total.unit,
    moneyUnit,
    place,
    related: partPlaces([...fiscal, ...sources], figures, moneyUnit),
  });
}

function valueOf(figures: Registry, ids: readonly string[]): Value {
  return sumOf(ids.map((id) => figures.get(id).value));
}
