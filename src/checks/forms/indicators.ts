import { levelKey } from '../../accounts/forms/indicator-levels.ts';
import { indicatorsIn } from '../../accounts/forms/placed-indicators.ts';
import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import { valuesOf, type Measurement } from '../../accounts/measurement.ts';
import type { Indicator } from '../../accounts/schema/evaluation.ts';
import type { Place } from '../../source/place.ts';
import { remembered } from '../../source/remembered.ts';
import { placeOfValue, type YamlPath } from '../../source/yaml.ts';

/** An indicator with its levels, where it stands, and its values as numbers where they are numbers. */
export interface FormIndicator {
  readonly form: LoadedEvaluation;
  /** The names of the levels above it, the highest first. */
  readonly above: readonly string[];
  readonly indicator: Indicator;
  readonly path: YamlPath;
  /** Undefined for a qualitative target such as 提高. */
  readonly target: Measurement | undefined;
  readonly actual: Measurement | undefined;
}

/** The keys of an indicator that findings point at. */
export type IndicatorKey = '指标名称' | '指标值' | '完成值' | '分值' | '得分' | '偏差原因';

/** The indicators of a form through all levels, in its order. */
export const indicatorsOf = remembered((form: LoadedEvaluation): readonly FormIndicator[] => {
  return indicatorsIn(form.value).map(({ indicator, above, path }) => {
    const { target, actual } = valuesOf(indicator);
    return {
      form,
      above: above.map(({ name }) => name),
      indicator,
      path,
      target: withPlainUnit(target),
      actual: withPlainUnit(actual),
    };
  });
});

/** A full-width percent sign is one all the same. */
function withPlainUnit(measured: Measurement | undefined): Measurement | undefined {
  return measured?.unit === '％' ? { ...measured, unit: '%' } : measured;
}

/** Where one of an indicator's entries stands; a missing one is shown at the indicator. */
export function placeOfIndicator({ form, path }: FormIndicator, key: IndicatorKey): Place {
  const label = key === '指标名称' ? nameKey(form) : key;
  return placeOfValue(form.document, [...path, label]);
}

/** The key under which a form names its indicators. */
export function nameKey({ value }: LoadedEvaluation): string {
  return levelKey(value.kind.indicators?.levels ?? 1);
}

/** Whether what was achieved can be compared with the target as a number. A unit left out is taken as the target's. */
export function isComparable(
  item: FormIndicator,
): item is FormIndicator & { readonly target: Measurement; readonly actual: Measurement } {
  const { target, actual } = item;
  if (target === undefined || actual === undefined) return false;
  return target.unit === actual.unit || actual.unit === '' || target.unit === '';
}

/** By how much a target to be reached was exceeded, as a multiple of it; undefined where it was not. */
export function excess(item: FormIndicator): Measurement['number'] | undefined {
  if (!isComparable(item)) return undefined;
  const { target, actual } = item;
  const floor = target.comparison === '≥' || target.comparison === '>' || target.comparison === '=';
  return floor && actual.number.gt(target.number) && target.number.gt(0)
    ? actual.number.div(target.number)
    : undefined;
}
