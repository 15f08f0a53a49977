import type { Definition } from './figure.ts';

/** What is compared: `….上年` last year's value, `….增减额` the change, `….增减率` the change as percent of last year's value. */
export const COMPARISONS = ['上年', '增减额', '增减率'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The last step of the id of a comparison with the year before. */
export const COMPARISON = /\.(上年|增减额|增减率)$/;

type Compared = Pick<Definition, 'id' | 'label' | 'unit'>;

const DEFINE: Readonly<Record<Comparison, (base: Compared) => Definition>> = {
  上年: ({ id, label, unit }) => ({
    id: `${id}.上年`,
    label: `${label}（上年）`,
    unit,
    origin: { kind: 'derived', operation: 'prior', inputs: [id] },
  }),
  增减额: ({ id, label, unit }) => ({
    id: `${id}.增减额`,
    label: `${label}比上年增减`,
    unit,
    origin: { kind: 'derived', operation: 'difference', inputs: [id, `${id}.上年`] },
  }),
  增减率: ({ id, label }) => ({
    id: `${id}.增减率`,
    label: `${label}比上年增减率`,
    unit: '%',
    origin: { kind: 'derived', operation: 'percentage', inputs: [`${id}.增减额`, `${id}.上年`] },
  }),
};

/** Whether a figure is compared with last year's (rule R64): amounts and counts are; rates, shares and years are not. */
export function isComparable({ id, unit }: Pick<Definition, 'id' | 'unit'>): boolean {
  return unit !== '%' && unit !== '年' && !COMPARISON.test(id);
}

/** One comparison of a figure with last year's. It follows from the figure alone. */
export function comparisonOf(base: Compared, comparison: Comparison): Definition {
  return DEFINE[comparison](base);
}

/** The figure that an id compares and how: `收入.总计` and 增减额 of `收入.总计.增减额`; undefined for other ids. */
export function comparedIn(
  id: string,
): { readonly base: string; readonly comparison: Comparison } | undefined {
  const comparison = COMPARISON.exec(id)?.[1];
  return comparison === undefined
    ? undefined
    : { base: id.slice(0, -comparison.length - 1), comparison: comparison as Comparison };
}
