import { describe, expect, it } from 'vitest';
import { quoteLine, statementOf } from '../../src/checks/statement.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles, textOf, withBytes } from '../support/project.ts';

const FOLDER = 'content/units/changji-sme/2023';
const ACCOUNTS = `${FOLDER}/accounts.yaml`;
/** What the finding says, up to its advice: what a clerk copies. */
const SAID = '批复数“政府采购支出总额”为 145.57，应为 145.62（各部分之和），差 0.05万元';
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

/** The waiver quotes what a clerk would copy, unless it says otherwise. */
async function findings(waiver: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]> {
  return compiled(withWaiver(await withMistake(), { ...waiver, 内容: waiver['内容'] ?? SAID })).diagnostics;
}

const find = (diagnostics: readonly Diagnostic[], rule: string, words: string): Diagnostic | undefined =>
  diagnostics.find((diagnostic) => diagnostic.rule === rule && diagnostic.message.includes(words));

describe('核对说明', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a figure', { 规则: 'approved-total', 数字: '政府采购.总额' }],
    ['a file and its keys', { 规则: 'approved-total', 位置: 'accounts.yaml#批复数.政府采购.总额' }],
    [
      'a figure and as much of the finding as holds all its numbers',
      { 规则: 'approved-total', 数字: '政府采购.总额', 内容: '145.57，应为 145.62（各部分之和），差 0.05' },
    ],
    [
      'a figure and the finding with its advice',
      { 规则: 'approved-total', 数字: '政府采购.总额', 内容: `${SAID}；请核对并改正` },
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
    const slip = edited(await realFiles('changji-sme'), ACCOUNTS, '\n结余分配: 0.00', '\n结余分配: 1.00');
    const files = edited(slip, ACCOUNTS, '  支出.总计: 513.95', '  支出.总计: 未公开');
    const finding = find(compiled(files).diagnostics, 'equal-totals', '支出总计');
    expect(finding?.severity).toBe('error');
    const quote = statementOf(finding?.message ?? '');
    const after = compiled(
      withWaiver(files, { 规则: 'equal-totals', 数字: '支出.总计', 内容: quote }),
    ).diagnostics;
    expect(find(after, 'equal-totals', '支出总计')?.accepted).toBeDefined();
    const other = compiled(
      withWaiver(files, { 规则: 'equal-totals', 数字: '财政拨款.支出总计', 内容: quote }),
    ).diagnostics;
    expect(find(other, 'equal-totals', '支出总计')?.accepted).toBeUndefined();
  });

  it.each([
    ['print', 'pinned-print', '支出.221.一般公共预算.合计.占比', '印为 2.88'],
    ['reason', 'growth-from-zero', '三公经费.决算数.合计', '‘三公’经费决算数'],
  ])('names a figure whose finding stands at its %s', async (_, rule, id, words) => {
    const files = await realFiles('changji-sme');
    const quote = statementOf(find(compiled(files).diagnostics, rule, words)?.message ?? '');
    const after = compiled(withWaiver(files, { 规则: rule, 数字: id, 内容: quote })).diagnostics;
    expect(find(after, rule, words)?.accepted).toBeDefined();
    expect(find(after, 'unused-waiver', '核对说明')).toBeUndefined();
  });

  it('leaves a note a note', async () => {
    const said = find(compiled(await withMistake()).diagnostics, 'approved-total', '“收入总计”');
    const quote = statementOf(said?.message ?? '');
    const diagnostics = await findings({ 规则: 'approved-total', 数字: '收入.总计', 内容: quote });
    expect(find(diagnostics, 'approved-total', '收入总计')).toMatchObject({
      severity: 'note',
      accepted: { by: '张三' },
    });
    expect(find(diagnostics, 'approved-total', '政府采购')).toMatchObject({ severity: 'error' });
  });

  it('gives every finding the anchor that a waiver can use', async () => {
    const diagnostics = compiled(await withMistake()).diagnostics;
    const anchor = find(diagnostics, 'approved-total', '政府采购')?.anchor ?? '';
    expect(anchor).toBe('accounts.yaml#批复数.政府采购.总额');
    const after = await findings({ 规则: 'approved-total', 位置: anchor });
    expect(find(after, 'approved-total', '政府采购')?.accepted).toBeDefined();
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing', { 规则: 'equal-totals', 数字: '收入.总计' }, '没有发现与它相符的问题'],
    [
      'other numbers',
      { 规则: 'approved-total', 数字: '政府采购.总额', 内容: SAID.replace('145.62', '145.61') },
      `改写为 内容: ${SAID}`,
    ],
    [
      'the difference alone',
      { 规则: 'approved-total', 数字: '政府采购.总额', 内容: '差 0.05万元' },
      `改写为 内容: ${SAID}`,
    ],
    [
      'part of a number',
      { 规则: 'approved-total', 数字: '政府采购.总额', 内容: SAID.slice(0, -3) },
      `改写为 内容: ${SAID}`,
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

  it.each([
    ['a larger difference', '  服务: 139.98', '  服务: 8059.93'],
    ['the same difference between other values', '  政府采购.总额: 145.57', '  政府采购.总额: 145.67'],
  ])('does not cover %s', async (_, from, to) => {
    const waiver = { 规则: 'approved-total', 数字: '政府采购.总额', 内容: SAID };
    const files = edited(withWaiver(await withMistake(), waiver), ACCOUNTS, from, to);
    const diagnostics = compiled(files).diagnostics;
    expect(find(diagnostics, 'approved-total', '政府采购支出总额')).toMatchObject({ severity: 'error' });
    expect(find(diagnostics, 'unused-waiver', '数已经变了')).toBeDefined();
  });

  it('must quote a finding without numbers whole', async () => {
    const files = await realFiles('changji-sme');
    const said = find(compiled(files).diagnostics, 'kind-in-text', '')?.message ?? '';
    const waived = (quote: string) =>
      find(
        compiled(withWaiver(files, { 规则: 'kind-in-text', 位置: 'narrative.yaml', 内容: quote }))
          .diagnostics,
        'kind-in-text',
        '',
      )?.accepted;
    expect(statementOf(said)).not.toMatch(/\d/);
    expect(waived(statementOf(said))).toBeDefined();
    expect(waived(statementOf(said).slice(2))).toBeUndefined();
  });

  it('prints a line that can be pasted, also where the finding has a colon and a blank', () => {
    expect(quoteLine('“支出: ……”缺少 3 个；请补写')).toBe('内容: "“支出: ……”缺少 3 个"');
  });

  it('is not to be deleted while an error may hide what it is about', async () => {
    const files = edited(await realFiles('changji-sme'), ACCOUNTS, '  货物: 5.59', '  货物: 5.6４');
    const waiver = { 规则: 'approved-total', 数字: '政府采购.总额', 内容: SAID };
    const hidden = compiled(withWaiver(files, waiver)).diagnostics;
    expect(find(hidden, 'unused-waiver', '现在不要删去')).toMatchObject({ severity: 'warning' });
    const right = withWaiver(await realFiles('changji-sme'), waiver);
    expect(find(compiled(right).diagnostics, 'unused-waiver', '请删去这一条')).toBeDefined();
  });

  it('cannot accept a mistake in the form of a file', async () => {
    const files = edited(await realFiles('changji-sme'), ACCOUNTS, '  货物: 5.59', '  货物: 五块');
    const diagnostics = compiled(
      withWaiver(files, { 规则: 'not-a-number', 位置: 'accounts.yaml#政府采购.货物', 内容: SAID }),
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
