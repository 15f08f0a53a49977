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

/**
 * Holds rates, and what stands in forms, against what is worked out once everything is entered.
 *
 * @param totals what files state of totals, in 万元, of which not all parts may be known
 */
export function compareComputed(
  readings: readonly Reading[],
  figures: Registry,
  totals: ReadonlyMap<string, Stated>,
): Compared {
  const stated = readings.filter(({ blank }) => blank !== true);
  const known = stated.map((reading) => {
    const figure = figures.find(reading.id);
    return { reading, figure: figure && ofTotals(figure, totals) };
  });
  return {
    findings: known.flatMap(({ reading, figure }) =>
      figure === undefined ? [] : disagreement(reading, figure),
    ),
    leftovers: known.flatMap(({ reading, figure }) =>
      figure?.value.state === 'known' ? [] : [leftover(reading, figure)],
    ),
  };
}

/** What a file states of a figure. */
export interface Stated {
  readonly value: Exact;
  readonly tolerance: Exact;
}

/** A share or a rate of what is stated, where it is not known otherwise. */
function ofTotals(figure: Figure, totals: ReadonlyMap<string, Stated>): Figure {
  const { value, origin } = figure;
  if (value.state !== 'undisclosed' || origin.kind !== 'derived' || origin.operation !== 'percentage')
    return figure;
  const [part, whole] = origin.inputs.map((id) => totals.get(id));
  if (part === undefined || whole === undefined || whole.value.isZero()) return figure;
  const exact = part.value.div(whole.value).times(HUNDRED);
  const tolerance = part.tolerance
    .plus(whole.tolerance.times(exact.abs()).div(HUNDRED))
    .div(whole.value.abs())
    .times(HUNDRED);
  return { ...figure, value: { state: 'known', exact, tolerance } };
}

const HUNDRED = new Exact(100);

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
