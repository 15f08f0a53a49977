import { describe, expect, it } from 'vitest';
import { COMMON_FACTS } from '../../src/accounts/facts/common-facts.ts';
import { cellIds } from '../../src/figures/cell-ids.ts';
import { codeCellsLike, isCodeCell } from '../../src/figures/code-columns.ts';
import { comparedIn, comparisonOf, isComparable } from '../../src/figures/comparisons.ts';
import { isVariance, outturnOf, varianceOf } from '../../src/figures/variance.ts';

const TOTAL = { id: '收入.总计', label: '收入总计', unit: '万元' } as const;

describe('a comparison with last year', () => {
  it('is of a figure, by its own name, and made of it', () => {
    expect(comparisonOf(TOTAL, '上年')).toEqual({
      id: '收入.总计.上年',
      label: '收入总计（上年）',
      unit: '万元',
      origin: { kind: 'derived', operation: 'prior', inputs: ['收入.总计'] },
    });
    expect(comparisonOf({ ...TOTAL, unit: '人' }, '增减额')).toEqual({
      id: '收入.总计.增减额',
      label: '收入总计比上年增减',
      unit: '人',
      origin: { kind: 'derived', operation: 'difference', inputs: ['收入.总计', '收入.总计.上年'] },
    });
    expect(comparisonOf(TOTAL, '增减率')).toEqual({
      id: '收入.总计.增减率',
      label: '收入总计比上年增减率',
      unit: '%',
      origin: { kind: 'derived', operation: 'percentage', inputs: ['收入.总计.增减额', '收入.总计.上年'] },
    });
  });

  it.each([
    ['收入.总计.上年', { base: '收入.总计', comparison: '上年' }],
    ['收入.总计.增减额', { base: '收入.总计', comparison: '增减额' }],
    ['收入.总计.增减率', { base: '收入.总计', comparison: '增减率' }],
    ['收入.总计', undefined],
    ['收入.上年.合计', undefined],
    ['收入上年', undefined],
  ])('is found in %s', (id, expected) => {
    expect(comparedIn(id)).toEqual(expected);
  });

  it('is there for amounts and counts, not for rates, years and comparisons', () => {
    const kinds = [
      TOTAL,
      { ...TOTAL, unit: '辆' },
      { ...TOTAL, unit: '%' },
      { ...TOTAL, unit: '年' },
    ] as const;
    expect(kinds.map(isComparable)).toEqual([true, true, false, false]);
    expect(isComparable({ ...TOTAL, id: '收入.总计.增减额' })).toBe(false);
  });
});

it('a variance from the budget is named after its outturn', () => {
  const rate = '财政拨款.支出总计.预决算差异率';
  expect(varianceOf('财政拨款.支出总计')).toBe(rate);
  expect([rate, '财政拨款.支出总计'].map(isVariance)).toEqual([true, false]);
  expect([rate, '收入.总计.上年'].map(outturnOf)).toEqual(['财政拨款.支出总计', '收入.总计.上年']);
});

describe('a cell of a table by code', () => {
  it('is named by table, code and column', () => {
    expect(cellIds('支出', '一般公共预算.基本支出')('2011350')).toBe('支出.2011350.一般公共预算.基本支出');
    expect(cellIds('基本支出')('301')).toBe('基本支出.301');
    // The same table by other columns, one of them none.
    expect(cellIds('支出')('201')).toBe('支出.201');
    expect(cellIds('支出', '合计')('201')).toBe('支出.201.合计');
  });

  it.each([
    ['收入.2011350.合计', true],
    ['收入.201.财政拨款收入', true],
    ['收入.20113.事业收入', true],
    ['支出.2011350.合计', true],
    ['支出.2011350.财政拨款', true],
    ['支出.2011350.项目支出', true],
    ['支出.2011350.政府性基金预算.合计', true],
    ['支出.2011350.非财政拨款.经营支出', true],
    ['年初结转和结余.2011350.一般公共预算', true],
    ['年末结转和结余.2011350.非财政拨款', true],
    ['年初预算.2011350.国有资本经营预算', true],
    ['基本支出.30101', true],
    ['年初预算.2011350.非财政拨款', false],
    ['支出.2011350.事业收入', false],
    ['支出.201135.合计', false],
    ['支出.20113500.合计', false],
    ['支出.合计', false],
    ['基本支出.301.合计', false],
    ['三公经费.201.合计', false],
    ['甲支出.201', false],
    ['甲.支出.201.合计', false],
    ['基本支出.301011', false],
  ])('%s may have nothing in it: %s', (id, expected) => {
    expect(isCodeCell(id, COMMON_FACTS)).toBe(expected);
  });

  it('has its row beside it', () => {
    expect(codeCellsLike('年初预算.2011350.甲', COMMON_FACTS)).toEqual([
      '年初预算.2011350.一般公共预算',
      '年初预算.2011350.政府性基金预算',
      '年初预算.2011350.国有资本经营预算',
    ]);
    expect(codeCellsLike('基本支出.30101', COMMON_FACTS)).toEqual(['基本支出.30101']);
    expect(codeCellsLike('收入.总计', COMMON_FACTS)).toEqual([]);
  });
});
