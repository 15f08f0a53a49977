import type { PriorLookup } from './build-figures.ts';
import type { Classifications } from '../accounts/code-table.ts';
import { absentLabel, absentValue } from './absent-codes.ts';
import { comparisonOf } from './comparisons.ts';
import type { Definition, Figure } from './figure.ts';
import type { Registry } from './registry.ts';
import { differenceOf, percentageOf, UNDISCLOSED_VALUE, type Value } from './value.ts';

/** One figure in a year and in the year before, with the change and its rate (R64). */
export interface YearComparison {
  readonly current: Figure;
  readonly prior: Figure;
  readonly change: Figure;
  /** The change as percent of last year's value. */
  readonly rate: Figure;
}

/** A booklet's figures with those of the year before. */
export interface TwoYears {
  readonly figures: Registry;
  readonly prior: PriorLookup;
  /** What the booklet calls its codes. */
  readonly codes: Classifications;
}

/**
 * Compares a figure with last year's. A code that only last year's booklet had is compared as well; undefined if
 * neither year has the figure.
 */
export function compareYears(id: string, years: TwoYears): YearComparison | undefined {
  const { figures, prior, codes } = years;
  if (figures.has(id)) {
    const [current, last, change, rate] = ['', '.上年', '.增减额', '.增减率'].map((end) =>
      figures.find(`${id}${end}`),
    );
    return current && last && change && rate && { current, prior: last, change, rate };
  }
  const last = prior({ id, unit: '万元' });
  const label = last?.registry?.find(id)?.label ?? absentLabel(id, codes, figures.book);
  return last && compareAbsent({ id, label, unit: '万元' }, last.value, figures);
}

/** The comparison of a figure that this year's booklet does not have. */
function compareAbsent(
  base: Pick<Definition, 'id' | 'label' | 'unit'>,
  prior: Value,
  figures: Registry,
): YearComparison {
  const current = absentValue(base.id, figures) ?? UNDISCLOSED_VALUE;
  const change = differenceOf(current, prior);
  const operation = current.state === 'undisclosed' ? 'undisclosed' : 'sum';
  return {
    current: { ...base, origin: { kind: 'derived', operation, inputs: [] }, value: current },
    prior: { ...comparisonOf(base, '上年'), value: prior },
    change: { ...comparisonOf(base, '增减额'), value: change },
    rate: { ...comparisonOf(base, '增减率'), value: percentageOf(change, prior) },
  };
}

/** The comparisons with a known change, the largest first, whether up or down; unchanged ones are left out. */
export function largestChanges(
  comparisons: readonly YearComparison[],
  count: number,
): readonly YearComparison[] {
  return comparisons
    .flatMap((one) => {
      const { value } = one.change;
      return value.state === 'known' && !value.exact.isZero() ? [{ one, size: value.exact.abs() }] : [];
    })
    .sort((a, b) => b.size.comparedTo(a.size))
    .slice(0, count)
    .map(({ one }) => one);
}
