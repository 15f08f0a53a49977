import { APPROPRIATIONS, EXPENDITURE_KINDS } from '../../../accounts/categories.ts';
import { sumOf, type Value } from '../../../figures/value.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { partPlaces, placeOfFigure } from '../../figure-places.ts';
import { excessOf, isDisputed } from '../../relations.ts';

/** An amount of all funds and what of it comes from fiscal appropriations; the rest is non-fiscal money. */
interface Portion {
  readonly whole: string;
  readonly fiscal: readonly string[];
  /** What is left for other money. If it is negative by an adjustment, `negative-row` asks for that. */
  readonly rest?: string;
  readonly number: string;
}

const PORTIONS: readonly Portion[] = [
  {
    whole: '收入.年初结转和结余',
    fiscal: ['财政拨款.年初结转和结余'],
    rest: '年初结转和结余.非财政拨款',
    number: 'R42',
  },
  {
    whole: '支出.年末结转和结余',
    fiscal: ['财政拨款.年末结转和结余'],
    rest: '年末结转和结余.非财政拨款',
    number: 'R42',
  },
  { whole: '收入.总计', fiscal: ['财政拨款.收入总计'], rest: '年初结转和结余.非财政拨款', number: 'R42' },
  { whole: '支出.总计', fiscal: ['财政拨款.支出总计'], rest: '年末结转和结余.非财政拨款', number: 'R42' },
  { whole: '支出.本年支出合计', fiscal: ['财政拨款.本年支出'], rest: '支出.非财政拨款.合计', number: 'R41' },
  ...[EXPENDITURE_KINDS.basic, EXPENDITURE_KINDS.project].map((kind) => ({
    whole: `支出.${kind}`,
    fiscal: Object.values(APPROPRIATIONS).map((fund) => `支出.${fund}.${kind}`),
    rest: `支出.非财政拨款.${kind}`,
    number: 'R45',
  })),
];

/** Fiscal money is a part of all money: no total and no row of T4, T5, T8, T9 may exceed that of T1 and T3. */
export const fiscalPart: Check = {
  rule: 'fiscal-part',
  numbers: ['R41', 'R42', 'R45'],
  source: '收入支出决算总表、支出决算表含全部资金，财政拨款各表是其中的一部分',
  summary: '财政拨款的数不应大于全部资金的同一个数',
  run(subject) {
    const rows = Object.keys(subject.year.accounts.value.approved).flatMap(approvedRow);
    return [...PORTIONS, ...rows].flatMap((portion) => checkPortion(subject, portion));
  },
};

/** A row of all funds can fall below its fiscal part only if it is a control total: otherwise it is their sum. */
function approvedRow(id: string): readonly Portion[] {
  const [, code, column] = /^支出\.(\d+)\.(合计|基本支出|项目支出)$/.exec(id) ?? [];
  if (code === undefined || column === undefined) return [];
  const fiscal = Object.values(APPROPRIATIONS).map((fund) => `支出.${code}.${fund}.${column}`);
  return [{ whole: id, fiscal, number: column === '合计' ? 'R41' : 'R45' }];
}

function checkPortion(
  { figures, year }: CheckSubject,
  { whole, fiscal, rest, number }: Portion,
): readonly Diagnostic[] {
  const total = figures.find(whole);
  const parts = fiscal.flatMap((id) => figures.find(id) ?? []);
  if (total === undefined || isNegative(rest === undefined ? undefined : figures.get(rest).value)) return [];
  const sum = sumOf(parts.map((part) => part.value));
  const excess = excessOf(sum, total.value);
  const place = excess && placeOfFigure(total, figures);
  if (excess === undefined || place === undefined || isDisputed(total, figures)) return [];
  const { moneyUnit } = year.accounts.value;
  const amounts = amountsIn(moneyUnit);
  const message = `“${total.label}”为 ${amounts.value(total.value)}，应不小于其中的财政拨款 ${amounts.value(sum)}（${number}），少 ${amounts.difference(excess)}；请核对两处`;
  return [error('fiscal-part', message, place, partPlaces(parts, figures, moneyUnit))];
}

function isNegative(value: Value | undefined): boolean {
  return value?.state === 'known' && value.exact.isNegative();
}
