import { expect, it } from 'vitest';
import { compiled } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';

it('says of all money, of fiscal money and of the rest which way it went and by how much', async () => {
  const { diagnostics } = compiled(await realFiles('changji-sme'));
  const found = diagnostics.filter(({ rule }) => rule === 'opposite-changes');
  expect(found.map(({ message }) => message)).toEqual([
    '收支总计比上年增加 63.42万元，其中财政拨款减少 157.99万元，其他资金增加 221.41万元；“收入.总计”的原因应两方面都说到，请复核',
  ]);
});
