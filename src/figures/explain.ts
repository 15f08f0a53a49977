import { formatExact, formatFixed } from '../accounts/decimal.ts';
import { formatPlace } from '../source/place.ts';
import { placeOfEntry, type Entry, type Figure } from './figure.ts';
import {
  correctionWords,
  makingOf,
  unknownWords,
  type MadeOf,
  type Making,
  type Told,
} from './origin-words.ts';
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
export function explain(id: string, told: Told): Explanation {
  const figure = told.figureOf(id);
  const making = makingOf(figure, told);
  return {
    id,
    label: figure.label,
    value:
      figure.value.state === 'undisclosed'
        ? unknownWords(figure, told)
        : describeValue(figure.value, figure.unit),
    origin: [
      ...describeApproval(making, figure),
      ...describePin(figure),
      ...describeMaking(making),
      ...describeCorrections(figure),
    ],
    inputs: inputsOf(figure, making, told),
  };
}

/** A value with its unit: amounts exact with two decimals at least, rates cut to six decimals for reading. */
export function describeValue(value: Value, unit: string): string {
  if (value.state === 'undisclosed') return '未公开';
  if (value.state === 'undefined') return '没有这个比率';
  if (unit === '%') return `${formatExact(value.exact.toDecimalPlaces(6))}%`;
  return unit === '万元'
    ? `${formatFixed(value.exact, Math.max(2, value.exact.decimalPlaces()))} 万元`
    : `${formatExact(value.exact)} ${unit}`;
}

function describeApproval({ approved }: Making, { unit }: Figure): readonly string[] {
  if (approved === undefined) return [];
  const { entry, words, computed } = approved;
  return [`批复数 ${place(entry)}，${words} ${describeValue(computed, unit)}`];
}

function describePin({ pin }: Figure): readonly string[] {
  return pin === undefined ? [] : [`印数 ${pin.print} ${place(pin.entry)}`];
}

function describeCorrections({ corrections = [], unit }: Figure): readonly string[] {
  return corrections.map((correction) => `${correctionWords(correction, unit)} ${place(correction.entry)}`);
}

function describeMaking({ entered, formula, remark, yearBefore }: Making): readonly string[] {
  return [
    ...(entered === undefined ? [] : [`${entered.words} ${place(entered.entry)}`]),
    ...(formula?.holds === true ? [describeFormula(formula)] : []),
    ...(yearBefore === undefined ? [] : [`${yearBefore.year} 年的数`]),
    ...(remark === undefined ? [] : [remark]),
  ];
}

function describeFormula({ sign, terms }: MadeOf): string {
  return `＝ ${terms.map(({ id }) => id).join(` ${sign} `)}${sign === '÷' ? ' × 100%' : ''}`;
}

function place(entry: Entry): string {
  return formatPlace(placeOfEntry(entry));
}

function inputsOf(
  { unit, origin }: Figure,
  { formula, yearBefore }: Making,
  told: Told,
): readonly Explanation[] {
  if (formula !== undefined) return formula.terms.map(({ id }) => explain(id, told));
  const [id] = origin.kind === 'derived' ? origin.inputs : [];
  if (yearBefore === undefined || id === undefined) return [];
  const { year, value, entry, registry } = yearBefore;
  if (registry !== undefined) {
    const earlier = { ...told, figureOf: (one: string) => registry.get(one), prior: () => undefined };
    const tree = explain(id, earlier);
    return [{ ...tree, label: `${year} 年：${tree.label}` }];
  }
  const { label } = told.figureOf(id);
  const places = entry === undefined ? [] : [`填报 ${place(entry)}`];
  return [
    { id, label: `${year} 年：${label}`, value: describeValue(value, unit), origin: places, inputs: [] },
  ];
}
