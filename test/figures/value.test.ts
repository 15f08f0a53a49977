import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exact, formatFixed } from '../../src/accounts/decimal.ts';
import { compareValues, known, percentageOf, sumOf, UNDISCLOSED_VALUE } from '../../src/figures/value.ts';

const HALF = new Exact('0.005');
const rounded = (text: string) => known(new Exact(text), HALF);
const exact = (text: string) => known(new Exact(text));
const cents = fc.integer({ min: 0, max: 10 ** 12 });

describe('comparing a sum with its total', () => {
  it('lets a difference pass that rounding of the parts explains, and no more', () => {
    const parts = sumOf([rounded('292.54'), rounded('221.42')]);
    expect(compareValues(rounded('513.95'), parts).kind).toBe('rounding');
    expect(compareValues(rounded('513.96'), parts).kind).toBe('equal');
    expect(compareValues(rounded('513.94'), parts).kind).toBe('contradiction');
  });

  it('allows nothing where amounts are given in 元', () => {
    expect(compareValues(exact('1.000001'), exact('1')).kind).toBe('contradiction');
  });

  it('never calls amounts contradictory that were only rounded to 万元', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 40 }), (amounts) => {
        const toTenThousands = (yuanCents: number) =>
          rounded(formatFixed(new Exact(yuanCents).div(1_000_000), 2));
        const total = toTenThousands(amounts.reduce((sum, one) => sum + one, 0));
        expect(compareValues(total, sumOf(amounts.map(toTenThousands))).kind).not.toBe('contradiction');
      }),
    );
  });
});

describe('sums', () => {
  it('do not depend on the order of their parts', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 20 }), (amounts) => {
        const parts = amounts.map((one) => exact(new Exact(one).div(100).toFixed()));
        expect(compareValues(sumOf(parts), sumOf([...parts].reverse())).kind).toBe('equal');
      }),
    );
  });

  it('are not known if a part is not disclosed', () => {
    expect(sumOf([rounded('1.00'), UNDISCLOSED_VALUE])).toEqual(UNDISCLOSED_VALUE);
  });
});

describe('percentages', () => {
  it('have no value on a base of zero, and say which kind of nothing it is', () => {
    expect(percentageOf(exact('6.39'), exact('0'))).toEqual({ state: 'undefined', base: 'zero-base' });
    expect(percentageOf(exact('0'), exact('0'))).toEqual({ state: 'undefined', base: 'both-zero' });
  });

  it('carry how far rounding of both parts may move them', () => {
    const share = percentageOf(rounded('8.44'), rounded('292.54'));
    if (share.state !== 'known') throw new Error('not known');
    expect(formatFixed(share.exact, 2)).toBe('2.89');
    expect(share.exact.minus('2.88').abs().lte(share.tolerance.plus(HALF))).toBe(true);
    expect(share.exact.minus('2.87').abs().lte(share.tolerance.plus(HALF))).toBe(false);
  });
});

describe('printing', () => {
  it('rounds half up, away from zero, and never prints a negative zero', () => {
    expect(['2.885', '-2.885', '-0.001', '0'].map((text) => formatFixed(new Exact(text), 2))).toEqual([
      '2.89',
      '-2.89',
      '0.00',
      '0.00',
    ]);
  });
});
