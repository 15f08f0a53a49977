import { expect, it } from 'vitest';
import { edited, realFiles } from '../../support/project.ts';
import { accountFindings } from './subject.ts';

const DEMO = 'content/units/demo-bureau/2023/accounts.yaml';
const REAL = 'content/units/changji-sme/2023/accounts.yaml';

async function messagesOf(
  unit: string,
  file: string,
  ...edits: readonly (readonly [from: string, to: string])[]
): Promise<readonly string[]> {
  const files = edits.reduce((before, [from, to]) => edited(before, file, from, to), await realFiles(unit));
  const known = new Set(accountFindings(await realFiles(unit), 2023).map(({ message }) => message));
  return accountFindings(files, 2023)
    .map(({ message }) => message)
    .filter((message) => !known.has(message));
}

it('shows amounts in the unit of the file, as they stand there', async () => {
  expect(
    await messagesOf('demo-bureau', DEMO, ['  政府采购.总额: 14185724.42', '  政府采购.总额: 14185724.52']),
  ).toEqual([
    '批复数“政府采购支出总额”为 14185724.52，应为 14185724.42（各部分之和），差 0.10元；请核对并改正',
  ]);
});

it('says of which year a name is', async () => {
  const codes = 'content/codes/2024/functional.yaml';
  const files = edited(
    await realFiles('changji-sme'),
    codes,
    '科目:\n',
    '科目:\n  "2150517": { 名称: 产业发展资金 }\n',
  );
  const renamed = edited(files, REAL, '名称: 产业发展\n', '名称: 产业发展资金\n');
  expect(
    accountFindings(renamed, 2023)
      .filter(({ rule }) => rule === 'code-names')
      .map(({ message }) => message),
  ).toEqual([
    '科目 2150517 的名称为“产业发展资金”，应为“产业发展”（2023 年编码表）；“产业发展资金”是 2024 年编码表中的名称，请改用当年名称',
  ]);
});

it('says that a code exists in another year', async () => {
  const found = await messagesOf('demo-bureau', DEMO, [
    '    "2010507": 300000.00',
    '    "2013999": 300000.00',
  ]);
  expect(found).toContain('科目 2013999 见于 2024 年编码表，2023 年没有；请按当年批复表核对编码');
});

it('says where amounts of all funds were taken for those of the general budget (R69)', async () => {
  const found = await messagesOf('demo-bureau', DEMO, [
    '  基本支出.公用经费: 4398896.28',
    '  基本支出.公用经费: 5621829.58',
  ]);
  expect(found.some((message) => message.includes('填的数等于全部资金的基本支出'))).toBe(true);
});

it('adds up the printed shares of a list (R63)', async () => {
  const found = await messagesOf(
    'changji-sme',
    REAL,
    [
      '    公务用车运行维护费: 1.68\n    公务接待费: 0.00\n  因公',
      '    公务用车运行维护费: 0.02\n    公务接待费: 0.02\n  因公',
    ],
    ['  三公经费.决算数.合计: 1.68', '  三公经费.决算数.合计: 0.04'],
    ['  三公经费.决算数.公务用车购置及运行维护费: 1.68', '  三公经费.决算数.公务用车购置及运行维护费: 0.02'],
    ['印数:\n', '印数:\n  三公经费.决算数.公务接待费.占比: 40.00\n'],
  );
  const sum = found.filter((message) => message.includes('占比之和为'));
  expect(sum).toEqual([
    '“三公”经费各项的占比之和为 90.00，应为 100.00（0.00 + 50.00 + 40.00，R63），差 10.00；请核对各项印数',
  ]);
});

it('accepts one share moved by a step so that the list makes 100.00', async () => {
  // 47.76 + 50.31 + 0.51 + 0.96 + 0.45 = 99.99
  const pinned = await messagesOf('demo-bureau', DEMO, [
    '\n批复数:\n',
    '\n印数:\n  支出.项目支出.占比: 50.32\n批复数:\n',
  ]);
  expect(pinned).toEqual([
    '“项目支出占本年支出合计”印为 50.32，计算结果为 50.31，相差一位是为使各项占比之和为 100.00，照印',
  ]);
});
