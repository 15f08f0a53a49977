import { expect, it } from 'vitest';
import { nextYear } from '../../src/accounts/next-year/next-year.ts';
import { textFile } from '../support/project.ts';

const OPENING = '年初结转和结余:\n  # 去年的事\n  一般公共预算: 9.00    # 调整过\n  非财政拨款: 8.00\n';

function accountsOf(closing: string, year = 2024): string {
  const text = `年度: 2023\n金额单位: 万元\n\n# 去年的说明\n${OPENING}\n${closing}`;
  const { files } = nextYear([textFile('content/units/a/2023/accounts.yaml', text)], 'a', {
    from: 2023,
    year,
  });
  return files[0]?.text ?? '';
}

const openingOf = (text: string): string =>
  /(?:^# .*\n)?^年初结转和结余:\n(?:[ ].*\n)+/m.exec(text)?.[0] ?? '';

it.each([
  [
    'by code and as one amount, as last year closed',
    '年末结转和结余:\n  一般公共预算:\n    "2010302": 1.00\n    "2010399": -2.00\n  非财政拨款: 未公开\n',
    '# 由 2023 年度的年末结转和结余转来，逐项一致。\n年初结转和结余:\n  一般公共预算:\n    "2010302": 1.00\n    "2010399": -2.00\n  非财政拨款: 未公开\n',
  ],
  [
    'still to be filled in where last year was',
    '年末结转和结余:\n  一般公共预算: 待填\n',
    '# 由 2023 年度的年末结转和结余转来；2023 年度没有填的待填。\n年初结转和结余:\n  一般公共预算: 待填\n  非财政拨款: 待填\n',
  ],
])('carries opening balances over: %s', (_, closing, expected) => {
  expect(openingOf(accountsOf(closing))).toBe(expected);
});

it.each([
  ['last year does not close', '结余分配: 0.00\n', 2024],
  ['a year lies between', '年末结转和结余:\n  一般公共预算: 1.00\n', 2025],
])('leaves opening balances to be filled in where %s', (_, closing, year) => {
  const text = accountsOf(closing, year);
  expect(openingOf(text)).toContain('年初结转和结余:\n  # 去年的事\n  一般公共预算: 待填');
  expect(text).not.toContain('待核');
});

it.each([
  ['情形', '情形: { 首次公开: 是 }\n'],
  ['公开', '公开:\n  批复日期: 2024-08-20\n'],
  ['印数', '印数:\n  收入.总计: 1.00\n'],
  [
    '核对说明',
    '核对说明:\n  - { 规则: approved-total, 数字: 收入.总计, 内容: 差 1.00, 理由: 甲, 决定人: 乙, 日期: 2024-08-20 }\n',
  ],
])('drops %s, which belongs to last year alone, with its comment, and nothing around it', (name, section) => {
  const above = '年末结转和结余:\n  一般公共预算: 1.00\n';
  const below = '# 名称\n科目名称:\n  "21002": 公立医院\n';
  const text = accountsOf(`${above}\n# 去年才有的\n${section}\n${below}`);
  expect(text).not.toContain(`${name}:`);
  expect(text).not.toContain('去年才有的');
  expect(text).toContain('\n年末结转和结余:\n  一般公共预算: 待填\n');
  expect(text).toContain(`\n${below}`);
  expect(text).toBe(accountsOf(`${above}\n${below}`));
});
