import { describe, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles, textOf, withBytes } from '../support/project.ts';

const FOLDER = 'content/units/changji-sme/2023';
const ACCOUNTS = `${FOLDER}/accounts.yaml`;
const DECIDED = { 理由: '批复表即如此，待财政局更正', 决定人: '张三', 日期: '2024-08-20' };

/** The real booklet with procurement that no longer makes its approved total: one error. */
async function withMistake(): Promise<readonly RawFile[]> {
  return edited(await realFiles('changji-sme'), ACCOUNTS, '  货物: 5.59', '  货物: 5.64');
}

function withWaiver(files: readonly RawFile[], waiver: Readonly<Record<string, string>>): readonly RawFile[] {
  const lines = Object.entries({ ...waiver, ...DECIDED }).map(
    ([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${JSON.stringify(value)}`,
  );
  return withBytes(
    files,
    ACCOUNTS,
    new TextEncoder().encode(`${textOf(files, ACCOUNTS)}\n核对说明:\n${lines.join('\n')}\n`),
  );
}

async function findings(waiver: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]> {
  return compileSite(withWaiver(await withMistake(), waiver)).diagnostics;
}

const find = (diagnostics: readonly Diagnostic[], rule: string, words: string): Diagnostic | undefined =>
  diagnostics.find((diagnostic) => diagnostic.rule === rule && diagnostic.message.includes(words));

describe('核对说明', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a figure', { 规则: 'approved-total', 数字: '政府采购.总额' }],
    ['a file and its keys', { 规则: 'approved-total', 位置: 'accounts.yaml#批复数.政府采购.总额' }],
    [
      'a figure and words of the finding',
      { 规则: 'approved-total', 数字: '政府采购.总额', 内容: '差 0.05万元' },
    ],
  ])('turns an error named by %s into a warning that says who decided', async (_, waiver) => {
    const diagnostics = await findings(waiver);
    expect(find(diagnostics, 'approved-total', '政府采购')).toMatchObject({
      severity: 'warning',
      accepted: { reason: DECIDED.理由, by: '张三', date: '2024-08-20' },
    });
    expect(
      diagnostics.filter(({ severity, rule }) => severity === 'error' || rule === 'unused-waiver'),
    ).toEqual([]);
  });

  it('names a total without control total by its label, though the finding stands elsewhere', async () => {
    const files = edited(await realFiles('changji-sme'), ACCOUNTS, '结余分配: 0.00', '结余分配: 1.00');
    const finding = find(compileSite(files).diagnostics, 'equal-totals', '支出总计');
    expect(finding?.severity).toBe('error');
    const after = compileSite(withWaiver(files, { 规则: 'equal-totals', 数字: '支出.总计' })).diagnostics;
    expect(find(after, 'equal-totals', '支出总计')?.accepted).toBeDefined();
    const other = compileSite(
      withWaiver(files, { 规则: 'equal-totals', 数字: '财政拨款.支出总计' }),
    ).diagnostics;
    expect(find(other, 'equal-totals', '支出总计')?.accepted).toBeUndefined();
  });

  it.each([
    ['print', 'pinned-print', '支出.221.一般公共预算.合计.占比', '印为 2.88'],
    ['reason', 'growth-from-zero', '三公经费.决算数.合计', '‘三公’经费决算数'],
  ])('names a figure whose finding stands at its %s', async (_, rule, id, words) => {
    const after = compileSite(
      withWaiver(await realFiles('changji-sme'), { 规则: rule, 数字: id }),
    ).diagnostics;
    expect(find(after, rule, words)?.accepted).toBeDefined();
    expect(find(after, 'unused-waiver', '核对说明')).toBeUndefined();
  });

  it('leaves a note a note', async () => {
    const diagnostics = await findings({ 规则: 'approved-total', 数字: '收入.总计' });
    expect(find(diagnostics, 'approved-total', '收入总计')).toMatchObject({
      severity: 'note',
      accepted: { by: '张三' },
    });
    expect(find(diagnostics, 'approved-total', '政府采购')).toMatchObject({ severity: 'error' });
  });

  it('gives every finding the anchor that a waiver can use', async () => {
    const diagnostics = compileSite(await withMistake()).diagnostics;
    const anchor = find(diagnostics, 'approved-total', '政府采购')?.anchor ?? '';
    expect(anchor).toBe('accounts.yaml#批复数.政府采购.总额');
    const after = await findings({ 规则: 'approved-total', 位置: anchor });
    expect(find(after, 'approved-total', '政府采购')?.accepted).toBeDefined();
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing', { 规则: 'equal-totals', 数字: '收入.总计' }, '没有发现与它相符的问题'],
    [
      'other words',
      { 规则: 'approved-total', 数字: '政府采购.总额', 内容: '差 0.04万元' },
      '已没有“差 0.04万元”，数变了',
    ],
    ['an unknown figure', { 规则: 'approved-total', 数字: '政府采购.总价' }, '是否为“政府采购.总额”'],
    ['an unknown rule', { 规则: 'aproved-total', 数字: '政府采购.总额' }, '是否为“approved-total”'],
    ['an unknown file', { 规则: 'approved-total', 位置: 'acounts.yaml' }, '是否为“accounts.yaml”'],
    ['an unknown key', { 规则: 'approved-total', 位置: 'accounts.yaml#批复' }, '没有“批复”'],
    ['a rule that cannot be waived', { 规则: 'unbound-number', 位置: 'narrative.yaml' }, '只能改正'],
  ])('that fits %s is itself a finding', async (_, waiver, words) => {
    const diagnostics = await findings(waiver);
    expect(find(diagnostics, 'unused-waiver', words)).toMatchObject({
      severity: 'warning',
      place: { file: ACCOUNTS },
    });
    expect(find(diagnostics, 'approved-total', '政府采购')).toMatchObject({ severity: 'error' });
  });

  it('is not to be deleted while an error may hide what it is about', async () => {
    const files = edited(await realFiles('changji-sme'), ACCOUNTS, '  货物: 5.59', '  货物: 5.6４');
    const waiver = { 规则: 'approved-total', 数字: '政府采购.总额', 内容: '差 0.05万元' };
    const hidden = compileSite(withWaiver(files, waiver)).diagnostics;
    expect(find(hidden, 'unused-waiver', '现在不要删去')).toMatchObject({ severity: 'warning' });
    const right = withWaiver(await realFiles('changji-sme'), waiver);
    expect(find(compileSite(right).diagnostics, 'unused-waiver', '请删去这一条')).toBeDefined();
  });

  it('cannot accept a mistake in the form of a file', async () => {
    const files = edited(await realFiles('changji-sme'), ACCOUNTS, '  货物: 5.59', '  货物: 五块');
    const diagnostics = compileSite(
      withWaiver(files, { 规则: 'not-a-number', 位置: 'accounts.yaml#政府采购.货物' }),
    ).diagnostics;
    expect(find(diagnostics, 'not-a-number', '五块')).toMatchObject({ severity: 'error' });
    expect(find(diagnostics, 'unused-waiver', 'not-a-number')).toBeDefined();
  });

  it('with a mistake of its own does not keep the rest of the file from being checked', async () => {
    const both = await findings({ 规则: 'approved-total', 数字: '政府采购.总额', 位置: 'accounts.yaml' });
    expect(find(both, 'wrong-waiver', '只写其一')).toMatchObject({ severity: 'error' });
    expect(find(both, 'approved-total', '政府采购')).toMatchObject({ severity: 'error' });
  });
});
