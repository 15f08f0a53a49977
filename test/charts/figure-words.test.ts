import { expect, it } from 'vitest';
import { FigureWords } from '../../src/charts/figure-words.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

it('an amount of a hundred million yuan or more is also said in 亿元, and is still the same figure', async () => {
  const files = await realFiles('demo-bureau');
  // The amounts as they stand, taken for ten thousand times as much.
  const rich = edited(files, ACCOUNTS, '金额单位: 元', '金额单位: 万元');
  const words = (all: typeof files) => {
    const source = compiled(all).units[0]?.booklets.at(-1)?.source;
    if (source === undefined) throw new Error('no booklet');
    return new FigureWords(source);
  };
  expect(words(files).inHundredMillions('收入.总计')).toBeUndefined();
  const [inTenThousands, large] = [
    words(rich).figure('收入.总计'),
    words(rich).inHundredMillions('收入.总计'),
  ];
  expect(inTenThousands.printed).toBe('63997293.29');
  expect(large).toMatchObject({
    printed: '6399.73',
    unit: '亿元',
    id: '收入.总计',
    value: inTenThousands.value,
  });
  expect(words(rich).inHundredMillions('财政拨款.本年支出.完成年初预算率')).toBeUndefined();
});
