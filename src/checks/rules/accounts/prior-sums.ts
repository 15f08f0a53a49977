import type { Loaded } from '../../../accounts/reader.ts';
import type { Comparatives } from '../../../accounts/schema/accounts.ts';
import type { Registry } from '../../../figures/registry.ts';
import { compareValues, sumOf, UNDISCLOSED_VALUE, type Value } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check } from '../../check.ts';
import { lowestCodes } from '../../code-columns.ts';
import { TIES } from './equal-totals.ts';
import { OTHER_SUMS } from './sum-over-funds.ts';

/** A sum among last year's figures. */
interface PriorSum {
  readonly total: string;
  readonly sum: Value;
  readonly partsLabel: string;
}

type ValueOf = (id: string) => Value;

/** Last year's figures, where they were only entered for comparison, must make their own totals. */
export const priorSums: Check = {
  rule: 'prior-sums',
  numbers: ['R03', 'R05', 'R29', 'R30', 'R31', 'R44', 'R50', 'R51', 'R64', 'R70'],
  source: '上年数也是一本决算的数，合计关系相同',
  summary: '上年对比数中，各部分之和应等于合计',
  run({ comparatives, figures, prior }) {
    if (comparatives === undefined) return [];
    const ids = Object.keys(comparatives.value.figures);
    const valueOf: ValueOf = (id) =>
      prior({ id, unit: figures.find(id)?.unit ?? '万元' })?.value ?? UNDISCLOSED_VALUE;
    const sums = [
      ...overCodes(ids, valueOf),
      ...byDefinition(ids, figures, valueOf),
      ...otherSums(figures, valueOf),
    ];
    return sums.flatMap((sum) => checkPriorSum(sum, valueOf(sum.total), comparatives));
  },
};

/** All codes of a column against its total, e.g. `支出.<code>.一般公共预算.合计` and `支出.一般公共预算.合计`. */
function overCodes(ids: readonly string[], valueOf: ValueOf): readonly PriorSum[] {
  const columns = new Map<string, string[]>();
  for (const id of [...ids].sort()) {
    const [, table = '', column] = /^([^.]+)\.\d{3,7}\.(.+)$/.exec(id) ?? [];
    if (column === undefined) continue;
    const total = `${table}.${column}`;
    const rows = columns.get(total);
    if (rows === undefined) columns.set(total, [id]);
    else rows.push(id);
  }
  return [...columns].map(([total, rows]) => {
    const leaves = lowestCodes(rows.map(codeOf)).map((code) => total.replace('.', `.${code}.`));
    return { total, sum: sumOf(leaves.map(valueOf)), partsLabel: `所列 ${leaves.length} 个科目相加` };
  });
}

function codeOf(id: string): string {
  return id.split('.')[1] ?? '';
}

/** Figures that are defined as sums, as far as last year's parts are known. */
function byDefinition(ids: readonly string[], figures: Registry, valueOf: ValueOf): readonly PriorSum[] {
  const expand = (id: string): Value => {
    const own = valueOf(id);
    const parts = own.state === 'known' ? [] : partsOf(id, figures);
    return parts.length === 0 ? own : sumOf(parts.map(expand));
  };
  return ids.flatMap((total) => {
    const parts = partsOf(total, figures);
    return parts.length === 0 ? [] : [{ total, sum: sumOf(parts.map(expand)), partsLabel: '各部分相加' }];
  });
}

/** The parts of a sum, unless they are codes: last year's codes are not this year's. */
function partsOf(id: string, figures: Registry): readonly string[] {
  const origin = figures.find(id)?.origin;
  if (origin?.kind !== 'derived' || origin.operation !== 'sum') return [];
  return origin.inputs.some((input) => /\.\d{3,7}(\.|$)/.test(input)) ? [] : origin.inputs;
}

function otherSums(figures: Registry, valueOf: ValueOf): readonly PriorSum[] {
  const sums = OTHER_SUMS.map(({ total, parts, partsLabel }) => ({
    total,
    sum: sumOf(parts.map(valueOf)),
    partsLabel,
  }));
  const ties = TIES.map(({ actual, expected }) => {
    return { total: actual, sum: valueOf(expected), partsLabel: `“${figures.get(expected).label}”` };
  });
  return [...sums, ...ties];
}

function checkPriorSum(sum: PriorSum, value: Value, last: Loaded<Comparatives>): readonly Diagnostic[] {
  const { kind, ...comparison } = compareValues(value, sum.sum);
  if (!('difference' in comparison)) return [];
  const amounts = amountsIn(last.value.moneyUnit);
  const place = placeOfValue(last.document, ['对比数', sum.total]);
  const [stated, added] = [amounts.value(value), amounts.value(sum.sum)];
  const difference = `差 ${amounts.difference(comparison.difference)}`;
  if (kind === 'rounding') {
    const allowed = amounts.difference(comparison.allowed);
    const message = `上年的“${sum.total}”为 ${stated}，${sum.partsLabel}为 ${added}，${difference}，在四舍五入允许的 ${allowed}以内（尾差），无需处理`;
    return [note('prior-sums', message, place)];
  }
  const short = sum.partsLabel.endsWith('科目相加') && comparison.difference.isPositive();
  const advice = short ? '；上年有、本年没有的科目也请写进对比数' : '';
  const message = `上年的“${sum.total}”为 ${stated}，应为 ${added}（${sum.partsLabel}），${difference}；请照上年决算核对${advice}`;
  return [warning('prior-sums', message, place)];
}
