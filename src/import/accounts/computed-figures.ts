import { Exact, ZERO } from '../../accounts/decimal.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Registry } from '../../figures/registry.ts';
import { found, type Finding } from '../finding.ts';
import type { Leftover, Reading } from '../reading.ts';

/** What became of readings that are no sums of what is entered. */
export interface Compared {
  readonly findings: readonly Finding[];
  readonly leftovers: readonly Leftover[];
}

/** Holds rates, and what stands in forms, against what is worked out once everything is entered. */
export function compareComputed(readings: readonly Reading[], figures: Registry): Compared {
  const stated = readings.filter(({ blank }) => blank !== true);
  const known = stated.map((reading) => ({ reading, figure: figures.find(reading.id) }));
  return {
    findings: known.flatMap(({ reading, figure }) =>
      figure === undefined ? [] : disagreement(reading, figure),
    ),
    leftovers: known.flatMap(({ reading, figure }) =>
      figure?.value.state === 'known' ? [] : [leftover(reading, figure)],
    ),
  };
}

function disagreement(reading: Reading, { id, label, unit, value }: Figure): readonly Finding[] {
  if (value.state !== 'known') return [];
  const factor = unit === '万元' ? reading.unit.factor : new Exact(1);
  const computed = value.exact.div(factor);
  const allowed = halfStep(reading).plus(value.tolerance.div(factor));
  if (reading.number.minus(computed).abs().lte(allowed)) return [];
  const words = unit === '万元' ? reading.unit.name : unit;
  const called = label === id ? label : `${label}（${id}）`;
  const shown = computed.toDecimalPlaces(Math.max(reading.number.decimalPlaces(), 2)).toFixed();
  const message = `${called}：这里是 ${reading.number.toFixed()} ${words}，应为 ${shown} ${words}；请核对`;
  return [found('import-total', message, reading.source)];
}

/** How far the true number may be from one that is written with so many decimals. */
function halfStep({ number, tolerance }: Reading): Exact {
  const half = number.isZero() ? ZERO : new Exact(10).pow(-number.decimalPlaces()).div(2);
  return half.gt(tolerance) ? half : tolerance;
}

function leftover({ id, number, source }: Reading, figure: Figure | undefined): Leftover {
  const why =
    figure === undefined
      ? `没有“${id}”这个数，没有用它`
      : `${figure.label}不由 accounts.yaml 里的数得出，没有用它`;
  return { source, text: number.toFixed(), why };
}
