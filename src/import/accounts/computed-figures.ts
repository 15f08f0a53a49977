import { halfStep, Exact, ZERO } from '../../accounts/decimal.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Registry } from '../../figures/registry.ts';
import { found, type Finding } from '../finding.ts';
import type { Leftover, Reading, Source } from '../reading.ts';

/** What became of readings that are no sums of what is entered. */
export interface Compared {
  readonly findings: readonly Finding[];
  readonly leftovers: readonly Leftover[];
  /** What is printed otherwise than it would be rounded. */
  readonly pinned: readonly Pinned[];
}

/** A number as a booklet printed it. */
export interface Pinned {
  readonly id: string;
  readonly print: string;
  readonly source: Source;
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
  const byTotals = new ByTotals(figures, totals);
  const known = stated.map((reading) => ({ reading, figure: byTotals.figure(reading.id) }));
  const pins = known.flatMap(({ reading, figure }) => (figure === undefined ? [] : pinOf(reading, figure)));
  const { pinned, leftovers } = onePrintEach(pins);
  return {
    findings: known.flatMap(({ reading, figure }) =>
      figure === undefined ? [] : disagreement(reading, figure),
    ),
    leftovers: [
      ...known.flatMap(({ reading, figure }) =>
        figure === undefined || figure.value.state === 'undisclosed' ? [leftover(reading, figure)] : [],
      ),
      ...leftovers,
    ],
    pinned,
  };
}

/** What a file states of a figure. */
export interface Stated {
  readonly value: Exact;
  readonly tolerance: Exact;
}

/** A figure by what is stated of totals: itself, what lies between two, or a share or a rate of them. */
class ByTotals {
  private readonly figures: Registry;
  private readonly totals: ReadonlyMap<string, Stated>;

  constructor(figures: Registry, totals: ReadonlyMap<string, Stated>) {
    this.figures = figures;
    this.totals = totals;
  }

  /** The figure with the value that booklets print, where one is known. */
  figure(id: string): Figure | undefined {
    const figure = this.figures.find(id);
    const known = figure === undefined || figure.value.state === 'undefined' ? undefined : this.value(id);
    return figure && known
      ? { ...figure, value: { state: 'known', exact: known.value, tolerance: known.tolerance } }
      : figure;
  }

  private value(id: string): Stated | undefined {
    const figure = this.figures.find(id);
    const total = this.totals.get(id);
    if (total !== undefined || figure === undefined) return total;
    const { value, origin } = figure;
    const isMade =
      origin.kind === 'derived' && (origin.operation === 'difference' || origin.operation === 'percentage');
    if (isMade) {
      const [first, second] = origin.inputs.map((input) => this.value(input));
      if (first !== undefined && second !== undefined)
        return origin.operation === 'difference' ? difference(first, second) : percentage(first, second);
    }
    return value.state === 'known' ? { value: value.exact, tolerance: value.tolerance } : undefined;
  }
}

function difference(one: Stated, other: Stated): Stated {
  return { value: one.value.minus(other.value), tolerance: one.tolerance.plus(other.tolerance) };
}

/** Of a whole that is hardly more than it was rounded by, a share may be anything. */
function percentage(part: Stated, whole: Stated): Stated | undefined {
  if (whole.value.isZero()) return undefined;
  const ratio = part.value.div(whole.value);
  const least = whole.value.abs().minus(whole.tolerance);
  const reach = part.tolerance.plus(whole.tolerance.times(ratio.abs()));
  const tolerance = least.gt(ZERO) ? reach.div(least) : new Exact(Infinity);
  return { value: ratio.times(HUNDRED), tolerance: tolerance.times(HUNDRED) };
}

const HUNDRED = new Exact(100);

/** A figure, as far as it is compared with what is stated of it. */
export type ComparedFigure = Pick<Figure, 'id' | 'label' | 'unit' | 'value'>;

/** A rate that was rounded from something else than the amounts beside it: what these may have been allows it. */
export function pinOf(
  { id, number, tolerance, total, source }: Reading,
  { unit, value }: Pick<ComparedFigure, 'unit' | 'value'>,
): readonly Pinned[] {
  if (unit !== '%' || total !== true || tolerance.isZero() || value.state !== 'known') return [];
  const step = tolerance.times(2);
  const places = step.decimalPlaces();
  const off = value.exact.toDecimalPlaces(places).minus(number).abs();
  const allowed = Exact.max(step, value.tolerance.plus(tolerance));
  if (places > MOST_PLACES || off.isZero() || off.gt(allowed)) return [];
  return [{ id, print: number.toFixed(places), source }];
}

/** No print that is entered has more decimals. */
const MOST_PLACES = 2;

/** One print for each figure, the one with most decimals; another stands in no file. */
export function onePrintEach(pins: readonly Pinned[]): Pick<Compared, 'pinned' | 'leftovers'> {
  const groups = [...Map.groupBy(pins, ({ id }) => id).values()];
  const kept = groups.flatMap((group) => group.toSorted((a, b) => b.print.length - a.print.length)[0] ?? []);
  const prints = new Map(kept.map(({ id, print }) => [id, print]));
  const others = pins.filter(({ id, print }) => print.length < (prints.get(id)?.length ?? 0));
  return {
    pinned: kept,
    leftovers: others.map(({ id, print, source }) => {
      const why = `${id}的印数已按另一处写成 ${prints.get(id) ?? ''}，一个数只能有一个印数`;
      return { source, text: print, why };
    }),
  };
}

/** A figure of which something else is stated than what is worked out. */
export function disagreement(
  reading: Reading,
  { id, label, unit, value }: ComparedFigure,
): readonly Finding[] {
  if (value.state !== 'known') return [];
  const factor = unit === '万元' ? reading.unit.factor : new Exact(1);
  const computed = value.exact.div(factor);
  const allowed = halfStepOf(reading, unit).plus(value.tolerance.div(factor));
  if (reading.number.minus(computed).abs().lte(allowed)) return [];
  const words = unit === '万元' ? reading.unit.name : unit;
  const called = label === id ? label : `${label}（${id}）`;
  const shown = computed.toDecimalPlaces(Math.max(reading.number.decimalPlaces(), 2)).toFixed();
  const message = `${called}：这里是 ${reading.number.toFixed()} ${words}，应为 ${shown} ${words}；请核对`;
  return [found('import-total', message, reading.source)];
}

/** Rates are printed with one decimal at least. */
const OF_A_RATE = new Exact('0.05');

/** How far the true number may be from one that is written with so many decimals. */
function halfStepOf({ number, tolerance }: Reading, unit: Figure['unit']): Exact {
  // An amount of zero is nothing; a rate of zero may be one that is less than is printed.
  const nothing = unit === '%' ? OF_A_RATE : ZERO;
  const half = number.isZero() ? nothing : halfStep(number.decimalPlaces());
  return half.gt(tolerance) ? half : tolerance;
}

function leftover({ id, number, source }: Reading, figure: Figure | undefined): Leftover {
  const why =
    figure === undefined
      ? `没有“${id}”这个数，没有用它`
      : `${figure.label}不由 accounts.yaml 里的数得出，没有用它`;
  return { source, text: number.toFixed(), why };
}
