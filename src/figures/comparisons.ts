import type { Definition } from './figure.ts';
import type { Family } from './registry.ts';

/** Rates and shares are not compared with last year, nor are comparisons themselves. */
function isComparable(base: Definition): boolean {
  return base.unit !== '%' && base.unit !== '年' && !/\.(上年|增减额)$/.test(base.id);
}

/**
 * The comparison with last year that every amount and count has (rule R64):
 * `….上年` last year's value, `….增减额` the change, `….增减率` the change as percent of last year's value.
 */
export const COMPARISONS: readonly Family[] = [
  {
    suffix: '上年',
    define: (base) =>
      isComparable(base)
        ? {
            id: `${base.id}.上年`,
            label: `${base.label}（上年）`,
            unit: base.unit,
            origin: { kind: 'derived', operation: 'prior', inputs: [base.id] },
          }
        : undefined,
  },
  {
    suffix: '增减额',
    define: (base) =>
      isComparable(base)
        ? {
            id: `${base.id}.增减额`,
            label: `${base.label}比上年增减`,
            unit: base.unit,
            origin: { kind: 'derived', operation: 'difference', inputs: [base.id, `${base.id}.上年`] },
          }
        : undefined,
  },
  {
    suffix: '增减率',
    define: (base) =>
      isComparable(base)
        ? {
            id: `${base.id}.增减率`,
            label: `${base.label}比上年增减率`,
            unit: '%',
            origin: {
              kind: 'derived',
              operation: 'percentage',
              inputs: [`${base.id}.增减额`, `${base.id}.上年`],
            },
          }
        : undefined,
  },
];
