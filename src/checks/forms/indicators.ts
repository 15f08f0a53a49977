import type { LoadedEvaluation } from '../../accounts/load.ts';
import { valuesOf, type Measurement } from '../../accounts/measurement.ts';
import type { Indicator } from '../../accounts/schema/evaluation.ts';
import type { Place } from '../../source/place.ts';
import { remembered } from '../../source/remembered.ts';
import { placeOfValue, type YamlPath } from '../../source/yaml.ts';

/** A third-level indicator with its levels, where it stands, and its values as numbers where they are numbers. */
export interface FormIndicator {
  readonly form: LoadedEvaluation;
  /** Its number in the form, from 1: the `<n>` of `绩效.<form>.指标.<n>`. */
  readonly number: number;
  readonly first: string;
  readonly second: string;
  readonly indicator: Indicator;
  readonly path: YamlPath;
  /** Undefined for a qualitative target such as 提高. */
  readonly target: Measurement | undefined;
  readonly actual: Measurement | undefined;
}

/** The keys of an indicator that findings point at. */
export type IndicatorKey = '三级指标' | '指标值' | '完成值' | '分值' | '得分' | '偏差原因';

/** The indicators of a form through all levels, in its order. */
export const indicatorsOf = remembered((form: LoadedEvaluation): readonly FormIndicator[] => {
  const found: FormIndicator[] = [];
  form.value.indicators.forEach((first, i) => {
    first.groups.forEach((second, j) => {
      second.indicators.forEach((indicator, k) => {
        const { target, actual } = valuesOf(indicator);
        found.push({
          form,
          number: found.length + 1,
          first: first.name,
          second: second.name,
          indicator,
          path: ['指标', i, '二级', j, '三级', k],
          target: withPlainUnit(target),
          actual: withPlainUnit(actual),
        });
      });
    });
  });
  return found;
});

/** A full-width percent sign is one all the same. */
function withPlainUnit(measured: Measurement | undefined): Measurement | undefined {
  return measured?.unit === '％' ? { ...measured, unit: '%' } : measured;
}

/** Where one of an indicator's entries stands; a missing one is shown at the indicator. */
export function placeOfIndicator({ form, path }: FormIndicator, key: IndicatorKey): Place {
  return placeOfValue(form.document, [...path, key]);
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
