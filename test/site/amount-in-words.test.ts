import { expect, it } from 'vitest';
import { Exact } from '../../src/accounts/decimal.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { amountInWords } from '../../src/site/origins/amount-in-words.ts';

function amount(value: string, unit = '万元'): Figure {
  return {
    id: '收入.总计',
    label: '总计',
    unit,
    origin: { kind: 'derived', operation: 'sum', inputs: [] },
    value: { state: 'known', exact: new Exact(value) },
  } as unknown as Figure;
}

it.each([
  ['6399.734711', '约六千四百万元（四舍五入到万元）'],
  ['6009', '六千零九万元'],
  ['100', '一百万元'],
  ['12', '十二万元'],
  ['2.74', '二万七千四百元'],
  ['30.3305', '三十万三千三百零五元'],
  ['18.06005', '约十八万零六百零一元（四舍五入到元）'],
  ['12345', '一亿二千三百四十五万元'],
  ['120005', '十二亿零五万元'],
  ['100000', '十亿元'],
  ['10000.5', '约一亿零一万元（四舍五入到万元）'],
  ['-612.90572', '约负六百一十三万元（四舍五入到万元）'],
])('%s 万元 is said %s', (value, words) => {
  expect(amountInWords(amount(value))).toBe(words);
});

it('says nothing of small amounts, and of what is no amount', () => {
  expect(amountInWords(amount('0.97'))).toBeUndefined();
  expect(amountInWords(amount('185', '人'))).toBeUndefined();
});
