import { Exact } from '../../../accounts/decimal.ts';
import { isZero, known, sumOf, type Value } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn, formatCount } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { partPlaces, placeOfFigure, relatedFigure } from '../../figure-places.ts';
import { excessOf, isPositive } from '../../relations.ts';

const VALUED = [
  { value: '国有资产.房屋价值', measure: '国有资产.房屋面积' },
  { value: '国有资产.车辆价值', measure: '国有资产.车辆数' },
] as const;

/** Assets that have a value exist, and buildings, vehicles and major equipment are part of all fixed assets. */
export const assetValues: Check = {
  rule: 'asset-values',
  numbers: ['R73'],
  source: '国有资产占用情况：房屋、车辆、单价 100 万元以上设备都是固定资产',
  summary: '房屋、车辆的价值与面积、辆数应同有同无，合计不超过固定资产原值',
  run: (subject) => [...VALUED.flatMap((pair) => checkPair(subject, pair)), ...checkWhole(subject)],
};

function checkPair({ figures, year }: CheckSubject, pair: (typeof VALUED)[number]): readonly Diagnostic[] {
  const [value, measure] = [figures.get(pair.value), figures.get(pair.measure)];
  const place = placeOfFigure(value, figures);
  if (place === undefined) return [];
  const related = relatedFigure(`“${measure.label}”在这里`, measure, figures);
  if (isPositive(value.value) && isZero(measure.value)) {
    const message = `“${value.label}”为 ${amountsIn(year.accounts.value.moneyUnit).value(value.value)}，而“${measure.label}”为 0；请核对两处`;
    return [warning('asset-values', message, place, related)];
  }
  if (isZero(value.value) && isPositive(measure.value)) {
    const message = `“${value.label}”为 0，而“${measure.label}”为 ${formatCount(measure.value)}${measure.unit}；按名义金额入账的无需处理，其他请核对`;
    return [note('asset-values', message, place, related)];
  }
  return [];
}

function checkWhole({ figures, year }: CheckSubject): readonly Diagnostic[] {
  const whole = figures.get('国有资产.固定资产原值');
  const valued = VALUED.map(({ value }) => figures.get(value));
  const equipment = figures.get('国有资产.单价100万元以上设备数');
  const least = sumOf([...valued.map(({ value }) => value), leastValue(equipment.value)]);
  const excess = excessOf(least, whole.value);
  const place = excess && placeOfFigure(whole, figures);
  if (excess === undefined || place === undefined) return [];
  const { moneyUnit } = year.accounts.value;
  const amounts = amountsIn(moneyUnit);
  const message = `“${whole.label}”为 ${amounts.value(whole.value)}，应不小于房屋、车辆和单价 100 万元以上设备之和 ${amounts.value(least)}，少 ${amounts.difference(excess)}；请核对`;
  return [warning('asset-values', message, place, partPlaces([...valued, equipment], figures, moneyUnit))];
}

/** Each piece of major equipment is worth a million yuan at least. */
function leastValue(pieces: Value): Value {
  return pieces.state === 'known' ? known(pieces.exact.times(new Exact(100))) : pieces;
}
