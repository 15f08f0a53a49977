import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exact, formatFixed } from '../../src/accounts/decimal.ts';
import {
  compareValues,
  differenceOf,
  isNonZero,
  isZero,
  known,
  percentageOf,
  sumOf,
  UNDISCLOSED_VALUE,
  type Value,
} from '../../src/figures/value.ts';

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

/** `12.34 ± 0.005`, to five decimals, or why there is no number. */
function shown(value: Value): string {
  if (value.state !== 'known') return value.state;
  const [exact, tolerance] = [value.exact, value.tolerance].map((one) => one.toDecimalPlaces(5).toString());
  return `${exact} ± ${tolerance}`;
}

describe('the tolerance of what is worked out', () => {
  it('is that of the parts together, in a sum and in a difference', () => {
    expect(shown(sumOf([]))).toBe('0 ± 0');
    expect(shown(sumOf([rounded('1.00'), rounded('2.00'), exact('0')]))).toBe('3 ± 0.01');
    expect(shown(differenceOf(rounded('1.00'), rounded('3.00')))).toBe('-2 ± 0.01');
    expect(shown(differenceOf(rounded('1.00'), exact('0')))).toBe('1 ± 0.005');
    expect(shown(differenceOf(exact('0'), exact('2.5')))).toBe('-2.5 ± 0');
  });

  it('is as far as the quotient moves when its parts move apart, on either side of zero', () => {
    // 8.445 ÷ 292.535 and 8.44 ÷ 292.54, in percent.
    expect(shown(percentageOf(rounded('8.44'), rounded('292.54')))).toBe('2.88508 ± 0.00176');
    expect(shown(percentageOf(rounded('-8.44'), rounded('292.54')))).toBe('-2.88508 ± 0.00176');
    expect(shown(percentageOf(rounded('8.44'), rounded('-292.54')))).toBe('-2.88508 ± 0.00176');
    expect(shown(percentageOf(rounded('8.44'), exact('292.54')))).toBe('2.88508 ± 0.00171');
    expect(shown(percentageOf(exact('8.44'), rounded('292.54')))).toBe('2.88508 ± 0.00005');
    expect(shown(percentageOf(exact('8.44'), exact('292.54')))).toBe('2.88508 ± 0');
  });

  it('is the whole quotient on a base that may be nothing', () => {
    expect(shown(percentageOf(exact('0.01'), known(new Exact('0.005'), HALF)))).toBe('200 ± 200');
    expect(shown(percentageOf(exact('-0.01'), known(new Exact('0.004'), HALF)))).toBe('-250 ± 250');
  });
});

describe('what is not disclosed', () => {
  const one = rounded('1.00');
  it('is neither zero nor something', () => {
    expect([UNDISCLOSED_VALUE, exact('0'), one].map(isZero)).toEqual([false, true, false]);
    expect([UNDISCLOSED_VALUE, exact('0'), one].map(isNonZero)).toEqual([false, false, true]);
  });

  it('leaves differences, percentages and comparisons unknown, on whichever side it stands', () => {
    for (const of of [differenceOf, percentageOf])
      expect([of(UNDISCLOSED_VALUE, one), of(one, UNDISCLOSED_VALUE)].map(shown)).toEqual([
        'undisclosed',
        'undisclosed',
      ]);
    expect(compareValues(UNDISCLOSED_VALUE, one).kind).toBe('unknown');
    expect(compareValues(one, UNDISCLOSED_VALUE).kind).toBe('unknown');
  });
});

describe('the difference of two numbers that should be equal', () => {
  it('is told with what rounding allows', () => {
    const found = compareValues(rounded('5.00'), rounded('5.01'));
    expect(found).toMatchObject({ kind: 'rounding' });
    if (found.kind !== 'rounding') throw new Error(found.kind);
    expect([found.difference, found.allowed].map(String)).toEqual(['-0.01', '0.01']);
    expect(compareValues(rounded('5.01'), rounded('5.00')).kind).toBe('rounding');
    expect(compareValues(rounded('5.00'), rounded('5.02')).kind).toBe('contradiction');
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
