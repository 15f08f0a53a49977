import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/checks/catalogue.ts';
import { TemporaryProject } from './temporary-project.ts';

const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
const WAIVER = `
核对说明:
  - 规则: approved-total
    数字: 政府采购.总额
    内容: 批复数“政府采购支出总额”为 145.57，应为 145.62（各部分之和），差 0.05万元
    理由: 批复表即如此，100%无误
    决定人: 张三
    日期: 2024-08-20
`;
let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('changji-sme');
  const text = project.read(ACCOUNTS);
  project.write(
    ACCOUNTS,
    `${text.replace('  货物: 5.59', '  货物: 5.64').replace('支出.项目支出: 362.81', '支出.项目支出: 400.00')}${WAIVER}`,
  );
});

afterAll(() => project.remove());

describe('mingbai check --format text', () => {
  it('lists accepted findings at the end, with who decided', async () => {
    const { status, stdout } = await project.run('check');
    expect(status).toBe(1);
    const [open = '', accepted = ''] = stdout.split('已决定保留 1 条');
    expect(open).toContain('批复数“本年支出合计”为 513.95');
    expect(open).not.toContain('政府采购');
    expect(accepted).toMatch(/^content\/\S+:\d+:\d+ warning approved-total 批复数“政府采购支出总额”/m);
    expect(accepted).toContain('    保留：批复表即如此，100%无误（张三，2024-08-20）\n');
    expect(accepted).toContain('其中 1 条已决定保留');
  });

  it('writes each open finding on one line', async () => {
    const { stdout } = await project.run('check');
    const lines = stdout.split('\n').filter((line) => line.startsWith('content/'));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^\S+:\d+:\d+ (error|warning|note) [a-z-]+ \S/);
  });
});

describe('mingbai check --format json', () => {
  it('marks accepted findings and gives anchors', async () => {
    const { stdout } = await project.run('check', '--format', 'json');
    const { diagnostics, summary } = JSON.parse(stdout) as { diagnostics: object[]; summary: object };
    expect(summary).toMatchObject({ errors: expect.any(Number), accepted: 1 });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        rule: 'approved-total',
        severity: 'warning',
        file: ACCOUNTS,
        anchor: 'accounts.yaml#批复数.政府采购.总额',
        accepted: { reason: '批复表即如此，100%无误', by: '张三', date: '2024-08-20' },
      }),
    );
  });
});

describe('mingbai check --format github', () => {
  it('writes workflow commands, errors first, with everything that would end them escaped', async () => {
    const { status, stdout } = await project.run('check', '--format', 'github');
    const commands = stdout.trimEnd().split('\n').slice(0, -1);
    expect(status).toBe(1);
    for (const command of commands) {
      expect(command).toMatch(/^::(error|warning|notice) file=[^:,%]+,line=\d+,col=\d+,title=[a-z-]+::\S/);
    }
    expect(commands[0]).toContain('::error file=content/units/changji-sme/2023/accounts.yaml,line=');
    const accepted = commands.find((command) => command.includes('政府采购支出总额'));
    expect(accepted).toMatch(/^::warning .*%0A保留：批复表即如此，100%25无误/);
  });
});

describe('mingbai check --format gitlab', () => {
  interface Issue {
    readonly description: string;
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const issuesOf = async () =>
    JSON.parse((await project.run('check', '--format', 'gitlab')).stdout) as readonly Issue[];

  it('writes a Code Quality report: each finding with its place and a fingerprint of its own', async () => {
    const issues = await issuesOf();
    expect(issues).toContainEqual({
      description: expect.stringMatching(/^批复数“本年支出合计”为 513\.95/),
      check_name: 'approved-total',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'critical',
      location: { path: ACCOUNTS, lines: { begin: expect.any(Number) } },
    });
    expect(issues.find(({ description }) => description.includes('政府采购支出总额'))).toMatchObject({
      severity: 'minor',
      description: expect.stringContaining('\n保留：批复表即如此，100%无误（张三，2024-08-20）'),
    });
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  it('names a file that came with the program where it lies', async () => {
    const borrower = new TemporaryProject('changji-sme');
    rmSync(join(borrower.root, 'templates'), { recursive: true });
    const issues = JSON.parse((await borrower.run('check', '--format', 'gitlab')).stdout) as readonly Issue[];
    const paths = issues.map(({ location }) => location.path).filter((path) => path.includes('templates/'));
    const missing = paths.filter((path) => !existsSync(join(borrower.root, path)));
    borrower.remove();
    expect(paths).not.toEqual([]);
    expect(missing).toEqual([]);
  });

  it('knows a finding again when lines above it were added', async () => {
    const before = await issuesOf();
    const text = project.read(ACCOUNTS);
    project.write(ACCOUNTS, `# 一行说明\n${text}`);
    const after = await issuesOf();
    project.write(ACCOUNTS, text);
    const prints = (issues: readonly Issue[]) => issues.map(({ fingerprint }) => fingerprint).sort();
    expect(prints(after)).toEqual(prints(before));
    expect(after.map(({ location }) => location.lines)).not.toEqual(
      before.map(({ location }) => location.lines),
    );
  });
});

describe('mingbai check --format sarif', () => {
  it('writes SARIF 2.1.0 with rules, places, related places and suppressions', async () => {
    const { stdout } = await project.run('check', '--format', 'sarif');
    const log = JSON.parse(stdout) as Log;
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    const [run] = log.runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(run?.tool.driver.name).toBe('mingbai');
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(CATALOGUE.map(({ rule }) => rule)));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const result of run?.results ?? []) {
      expect(result.message.text).toMatch(/\p{Script=Han}/u);
      expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      const places = [...(result.locations ?? []), ...(result.relatedLocations ?? [])];
      expect(result.locations).toHaveLength(1);
      for (const { physicalLocation } of places) {
        expect(physicalLocation?.artifactLocation?.uri).toMatch(/^(content|templates)\/[!-~]+$/);
        expect(physicalLocation?.region?.startLine).toBeGreaterThan(0);
        expect(physicalLocation?.region?.startColumn).toBeGreaterThan(0);
      }
    }
    const suppressed = (run?.results ?? []).filter(({ suppressions }) => suppressions !== undefined);
    expect(suppressed.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: '批复表即如此，100%无误（张三，2024-08-20）' }],
    ]);
  });
});

describe('mingbai check --list', () => {
  it('lists every rule with what it holds', async () => {
    const { status, stdout } = await project.run('check', '--list');
    expect(status).toBe(0);
    for (const { rule, summary, source } of CATALOGUE) {
      expect(stdout).toContain(rule);
      expect(stdout).toContain(summary);
      expect(stdout).toContain(source);
    }
  });
});
