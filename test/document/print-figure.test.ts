import { describe, expect, it } from 'vitest';
import { Exact } from '../../src/accounts/decimal.ts';
import { chineseNumeral } from '../../src/document/chinese-numeral.ts';
import { nameFigure, nameInSentence, printFigure, printInSentence } from '../../src/document/print-figure.ts';
import type { Figure, FigureUnit } from '../../src/figures/figure.ts';
import { known, UNDISCLOSED_VALUE, type Value } from '../../src/figures/value.ts';

const CONVENTIONS = { growthFromZero: '100.00', growthOfNothing: '0.00', undisclosed: '—' };

function figure(id: string, value: Value | string, unit: FigureUnit = '万元'): Figure {
  const origin = { kind: 'derived', operation: 'sum', inputs: [] } as const;
  return {
    id,
    label: '甲',
    unit,
    origin,
    value: typeof value === 'string' ? known(new Exact(value)) : value,
  };
}

describe('a figure in a table', () => {
  it.each<readonly [string, FigureUnit, string]>([
    ['0', '万元', '0.00'],
    ['1234.565', '万元', '1234.57'],
    ['-0.52', '万元', '-0.52'],
    ['33.3333', '%', '33.33'],
    ['9018.6', '平方米', '9018.60'],
    ['8.50', '分', '8.5'],
    ['66.42', '指标值', '66.42'],
    ['123', '人', '123'],
    ['2', '辆', '2'],
    ['2023', '年', '2023'],
  ])('%s %s is printed %s', (value, unit, text) => {
    expect(printFigure(figure('甲', value, unit), CONVENTIONS).printed).toBe(text);
  });

  it('has its exact value behind it; none where it is not disclosed', () => {
    expect(printFigure(figure('甲', '1234.5650'), CONVENTIONS)).toEqual({
      printed: '1234.57',
      value: '1234.565',
    });
    expect(printFigure(figure('甲', UNDISCLOSED_VALUE), CONVENTIONS)).toEqual({ printed: '—', value: '' });
  });

  it('without a base is what the pack prints for it', () => {
    const of = (base: 'zero-base' | 'both-zero') =>
      printFigure(figure('甲', { state: 'undefined', base }, '%'), CONVENTIONS).printed;
    expect([of('zero-base'), of('both-zero')]).toEqual(['100.00', '0.00']);
  });

  it('is printed as it was pinned', () => {
    const entry = { document: {} as never, path: [] };
    const pinned = { ...figure('甲', '40.724', '%'), pin: { entry, print: '40.73' } };
    expect(printFigure(pinned, CONVENTIONS)).toEqual({ printed: '40.73', value: '40.724' });
  });
});

describe('a negative figure in a sentence', () => {
  it.each([
    ['收入.其他收入', '负0.52'],
    ['收入.总计.增减额', '0.52'],
    ['收入.总计.增减率', '0.52'],
    ['财政拨款.支出总计.预决算差异率', '-0.52'],
    ['财政拨款.支出总计.预决算差异额', '-0.52'],
    ['收入.增减额.合计', '负0.52'],
    ['甲.预决算差异率.占比', '负0.52'],
  ])('%s is printed %s', (id, text) => {
    expect(printInSentence(figure(id, '-0.52'), CONVENTIONS)).toEqual({ printed: text, value: '-0.52' });
  });

  it.each(['支出.总计.占比', '收入.总计.增减率', '财政拨款.支出总计.预决算差异率'])(
    '%s without a number keeps the strokes that stand for it',
    (id) => {
      const strokes = { growthFromZero: '--', growthOfNothing: '-', undisclosed: '-' };
      const values: readonly Value[] = [
        { state: 'undefined', base: 'zero-base' },
        { state: 'undefined', base: 'both-zero' },
        UNDISCLOSED_VALUE,
      ];
      expect(values.map((value) => printInSentence(figure(id, value, '%'), strokes).printed)).toEqual([
        ...['--', '-', '-'],
      ]);
    },
  );

  it('is printed as any other where it is not negative', () => {
    expect(printInSentence(figure('收入.总计.增减额', '0.52'), CONVENTIONS).printed).toBe('0.52');
    expect(printInSentence(figure('收入.总计', '10.52'), CONVENTIONS).printed).toBe('10.52');
  });
});

it('a figure is named with its unit, which the target of an indicator says itself', () => {
  expect(nameFigure(figure('收入.其他收入', '-0.52'), CONVENTIONS)).toEqual({
    ...{ id: '收入.其他收入', label: '甲', unit: '万元', printed: '-0.52', value: '-0.52' },
  });
  expect(nameInSentence(figure('收入.其他收入', '-0.52'), CONVENTIONS).printed).toBe('负0.52');
  expect(nameFigure(figure('甲', '392', '指标值'), CONVENTIONS).unit).toBe('');
});

describe('sections', () => {
  it('are counted in Chinese numerals', () => {
    const digits = [...'一二三四五六七八九'];
    const tens = ['', '十', ...digits.slice(1).map((digit) => `${digit}十`)];
    const all = tens.flatMap((ten) => ['', ...digits].map((digit) => ten + digit)).slice(1);
    expect(all.map((_, index) => chineseNumeral(index + 1))).toEqual(all);
    expect([all[9], all[10], all[25], all.length]).toEqual(['十', '十一', '二十六', 99]);
  });

  it.each([0, -1, 100, 1.5])('are never the %d-th', (number) => {
    expect(() => chineseNumeral(number)).toThrow(RangeError);
  });
});
