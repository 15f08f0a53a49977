import { expect, it } from 'vitest';
import { checked } from '../../support/compiled.ts';
import { edited, realFiles } from '../../support/project.ts';
import { DEMO_ACCOUNTS } from '../../support/test-packs.ts';

const NEXT = '\n基本支出经济分类:\n';

/** What is said of outturns beyond adjusted budgets that are entered so. */
async function said(budgets: string): Promise<readonly string[]> {
  const files = edited(await realFiles('demo-bureau'), DEMO_ACCOUNTS, NEXT, `\n全年预算:\n${budgets}${NEXT}`);
  return checked(files)
    .diagnostics.filter(({ rule }) => rule === 'budget-and-outturn')
    .map(({ severity, message }) => `${severity} ${message.split('；')[0] ?? ''}`);
}

it('a fund is held against its budget code by code where that is entered by code', async () => {
  const found = await said('  一般公共预算:\n    "2010302": 4000000.00\n    "2010303": 1400000.00\n');
  expect(found).toEqual([
    expect.stringMatching(
      /^warning “一般行政管理事务（2010302）一般公共预算财政拨款支出”为 436\d{4}\.\d\d，应不大于全年预算数 4000000\.00（R66），多 36\d{4}\.\d\d元$/u,
    ),
  ]);
});

it('a fund is held against its budget as a whole where no code says anything', async () => {
  const found = await said('  政府性基金预算: 6000000.00\n  国有资本经营预算: 0.00\n');
  expect(found).toEqual([
    expect.stringMatching(
      /^warning “政府性基金预算财政拨款支出”为 \d+\.\d\d，应不大于全年预算数 6000000\.00（R66）/u,
    ),
    expect.stringMatching(
      /^warning “国有资本经营预算财政拨款支出”为 .*应不大于全年预算数 0\.00（R66），.*差异率也没有基数$/u,
    ),
  ]);
});

it('a fund within its budget needs no word', async () => {
  expect(await said('  政府性基金预算: 9000000.00\n')).toEqual([]);
});
