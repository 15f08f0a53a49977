import { formatExact, formatFixed } from '../accounts/decimal.ts';
import { formatPlace } from '../source/place.ts';
import type { PriorLookup } from './build-figures.ts';
import { placeOfEntry, type Figure } from './figure.ts';
import type { Registry } from './registry.ts';
import type { Value } from './value.ts';

/** A figure with what it is made of, down to the entries. */
export interface Explanation {
  readonly id: string;
  readonly label: string;
  /** `513.95 万元`, 未公开, or why a rate has no value. */
  readonly value: string;
  /** Sentences on where the value comes from: places, formula, control total. */
  readonly origin: readonly string[];
  readonly inputs: readonly Explanation[];
}

/** Explains a figure down to `file:line:column`. */
export function explain(id: string, figures: Registry, prior: PriorLookup): Explanation {
  const figure = figures.get(id);
  return {
    id,
    label: figure.label,
    value: describeValue(figure.value, figure.unit),
    origin: [...describeApproval(figure), ...describePin(figure), ...describeOrigin(figure)],
    inputs: inputsOf(figure, figures, prior),
  };
}

/** A value with its unit: amounts exact with two decimals at least, rates cut to six decimals for reading. */
export function describeValue(value: Value, unit: string): string {
  if (value.state === 'undisclosed') return '未公开';
  if (value.state === 'undefined')
    return value.base === 'zero-base' ? '无（基数为零）' : '无（上年和本年均为零）';
  if (unit === '%') return `${formatExact(value.exact.toDecimalPlaces(6))}%`;
  return unit === '万元'
    ? `${formatFixed(value.exact, Math.max(2, value.exact.decimalPlaces()))} 万元`
    : `${formatExact(value.exact)} ${unit}`;
}

function describeApproval({ approval, unit }: Figure): readonly string[] {
  if (approval === undefined) return [];
  return [
    `批复数 ${formatPlace(placeOfEntry(approval.entry))}（由各部分计算为 ${describeValue(approval.computed, unit)}）`,
  ];
}

function describePin({ pin }: Figure): readonly string[] {
  return pin === undefined ? [] : [`印数 ${pin.print} ${formatPlace(placeOfEntry(pin.entry))}`];
}

function describeOrigin(figure: Figure): readonly string[] {
  const { origin } = figure;
  if (origin.kind === 'reported') return [`填报 ${formatPlace(placeOfEntry(origin.entry))}`];
  return [describeFormula(figure)];
}

/** How a derived figure follows from its inputs, in their ids. */
export function describeFormula({ origin }: Figure): string {
  if (origin.kind === 'reported') return '';
  const { operation, inputs } = origin;
  switch (operation) {
    case 'sum':
      return inputs.length === 0 ? '没有发生' : `= ${inputs.join(' + ')}`;
    case 'difference':
      return `= ${inputs.join(' − ')}`;
    case 'percentage':
      return `= ${inputs.join(' ÷ ')} × 100`;
    case 'prior':
      return '上年数';
    case 'undisclosed':
      return '没有公开';
  }
}

function inputsOf(figure: Figure, figures: Registry, prior: PriorLookup): readonly Explanation[] {
  const { origin } = figure;
  if (origin.kind === 'reported') return [];
  if (origin.operation === 'prior') return explainPrior(origin.inputs[0] ?? '', figures, prior);
  return origin.inputs.map((input) => explain(input, figures, prior));
}

function explainPrior(id: string, figures: Registry, prior: PriorLookup): readonly Explanation[] {
  const base = figures.get(id);
  const last = prior(base);
  if (last === undefined) return [];
  if (last.registry?.has(id)) {
    const tree = explain(id, last.registry, () => undefined);
    return [{ ...tree, label: `${last.year} 年：${tree.label}` }];
  }
  const origin = last.entry === undefined ? '上年没有发生' : `填报 ${formatPlace(placeOfEntry(last.entry))}`;
  const value = describeValue(last.value, base.unit);
  return [{ id, label: `${last.year} 年：${base.label}`, value, origin: [origin], inputs: [] }];
}
