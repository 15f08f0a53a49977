import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSite } from '../support/served-site.ts';
import type { Outcome } from './run-here.ts';
import { TemporaryProject } from './temporary-project.ts';

const UNIT = 'content/units/changji-sme';
const ACCOUNTS = `${UNIT}/2023/accounts.yaml`;
let project: TemporaryProject;

/** Runs a command on the project with a file that is changed for so long. */
async function runChanged(
  path: string,
  change: (text: string) => string | Uint8Array,
  ...words: readonly string[]
): Promise<Outcome> {
  const file = join(project.root, path);
  const before = readFileSync(file);
  writeFileSync(file, change(before.toString()));
  try {
    return await project.run(...words);
  } finally {
    writeFileSync(file, before);
  }
}

beforeAll(() => {
  project = new TemporaryProject('changji-sme');
  mkdirSync(join(project.root, 'dist'));
  writeFileSync(join(project.root, 'dist/old.txt'), 'old');
});

afterAll(() => project.remove());

describe('mingbai check', () => {
  it('exits with 0 and says how much it read', async () => {
    const { status, stdout } = await project.run('check');
    expect(status).toBe(0);
    expect(stdout).toContain('核对 1 个单位 1 本决算：0 个错误');
  });

  it('shows with a year what is found in the figures of last year that it is compared with', async () => {
    const { stdout } = await project.run('check', 'changji-sme/2023');
    expect(stdout).toContain(`${UNIT}/2022/accounts.yaml:11:17 note prior-sums`);
    const broken = await runChanged(
      `${UNIT}/2022/accounts.yaml`,
      (text) => text.replace('收入.总计: 450.53', '收入.总计: 四百五十'),
      'check',
      'changji-sme/2023',
    );
    expect(broken.status).toBe(1);
  });

  it('prints JSON and nothing else', () => {
    const { status, stdout } = project.runAlone('check', '--format', 'json');
    const report = JSON.parse(stdout) as {
      diagnostics: Record<string, unknown>[];
      summary: Record<string, number>;
    };
    expect(status).toBe(0);
    expect(report.summary).toMatchObject({ errors: 0, booklets: 1 });
    expect(report.diagnostics[0]).toMatchObject({
      rule: expect.any(String),
      severity: expect.stringMatching(/^(error|warning|note)$/),
      message: expect.any(String),
      file: expect.stringContaining('content/'),
      line: expect.any(Number),
      column: expect.any(Number),
      related: expect.any(Array),
    });
  });

  it('exits with 1 at a mistake and names file, line and column, without a stack', async () => {
    const mistyped = (text: string): string => text.replace('  工程: 0.00', '  工程: 一点');
    const { status, stdout, stderr } = await runChanged(ACCOUNTS, mistyped, 'check');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^content\/units\/changji-sme\/2023\/accounts\.yaml:\d+:7 error not-a-number /m);
    expect(stdout + stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    [
      'bytes that are not UTF-8',
      (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xb2, 0xfd])]),
      'encoding',
    ],
    ['ten megabytes', (text: string) => text + '#'.repeat(10 * 1024 * 1024), 'file-too-large'],
    ['an empty file', () => '', 'empty-file'],
    ['nesting without end', () => '['.repeat(10_000), 'yaml-syntax'],
  ])('reports %s', async (_, change, rule) => {
    const { status, stdout, stderr } = await runChanged(ACCOUNTS, change, 'check');
    expect(status).toBe(1);
    expect(stdout).toContain(`error ${rule} `);
    expect(stdout + stderr).not.toMatch(/^\s+at /m);
  });

  it('says where there is nothing to check', async () => {
    const content = join(project.root, 'content');
    renameSync(content, join(project.root, 'away'));
    const { status, stderr } = await project.run('check');
    renameSync(join(project.root, 'away'), content);
    expect(status).toBe(2);
    expect(stderr).toContain('--root');
  });

  it('does not follow symbolic links, and says so', async () => {
    const link = join(project.root, UNIT, '2023/performance/project-9.yaml');
    symlinkSync('/dev/zero', link);
    const { status, stdout } = await project.run('check');
    rmSync(link);
    expect(status).toBe(1);
    expect(stdout).toContain('project-9.yaml:1:1 error special-file');
  });

  it('accepts a byte-order mark and Windows line ends', async () => {
    const asWindows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect((await runChanged(ACCOUNTS, asWindows, 'check')).status).toBe(0);
  });

  it('refuses a unit folder whose name would not do as an address', async () => {
    const folder = join(project.root, 'content/units/..%2f');
    cpSync(join(project.root, UNIT), folder, { recursive: true });
    const { status, stdout } = await project.run('check');
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stdout).toContain('error bad-name');
  });
});

describe('wrong commands', () => {
  it.each([
    [['chekc'], '没有“chekc”这个命令'],
    [['check', '--formt', 'json'], '--formt'],
    [['check', '--format', 'xml'], '--format 只能是'],
    [['check', 'changji-smee'], '是否为“changji-sme”'],
    [['check', 'changji-sme/2019'], '没有 2019 年度'],
    [['check', ''], '有一个参数是空的'],
    [['diff', '', 'HEAD'], '有一个参数是空的'],
    [['dev', '--port', '65536'], '--port 应为 0 到 65535'],
    [['explain', 'changji-sme/2023'], '应写成'],
    [['explain', 'changji-sme/2023', '收入.总记'], '是否为“收入.总计”'],
  ])('%j exits with 2 and one sentence', async (words, sentence) => {
    const { status, stdout, stderr } = await project.run(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('ends the process with 2', () => {
    expect(project.runAlone('chekc').status).toBe(2);
  });
});

describe('mingbai explain', () => {
  it('prints the tree down to the lines', async () => {
    const { status, stdout } = await project.run('explain', 'changji-sme/2023', '政府采购.总额');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /政府采购\.货物.*5\.59 万元\n.*填报 content\/units\/changji-sme\/2023\/accounts\.yaml:\d+:7/,
    );
  });
});

describe('mingbai build', () => {
  it('needs nothing of the program in the folder where it is called', async () => {
    expect(existsSync(join(await builtSite(), 'changji-sme/2023/index.html'))).toBe(true);
  });
});

describe('mingbai build with a mistake in the input', () => {
  it('leaves the old output as it was', async () => {
    const contradicted = (text: string): string => text.replace('  货物: 5.59', '  货物: 5.64');
    const { status, stderr } = await runChanged(ACCOUNTS, contradicted, 'build');
    expect(status).toBe(1);
    expect(stderr).toContain('error approved-total');
    expect(readFileSync(join(project.root, 'dist/old.txt'), 'utf8')).toBe('old');
  });
});
