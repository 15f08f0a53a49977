import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';

const UNIT = 'content/units/changji-sme';
const ACCOUNTS = `${UNIT}/2023/accounts.yaml`;
let root: string;

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts/mingbai.js'), words[0] ?? '', '--root', root, ...words.slice(1)],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr, all: stdout + stderr };
}

/** Changes a file of the project for the time of one test. */
function whileChanged(path: string, change: (text: string) => string | Uint8Array, test: () => void): void {
  const file = join(root, path);
  const before = readFileSync(file);
  writeFileSync(file, change(before.toString()));
  try {
    test();
  } finally {
    writeFileSync(file, before);
  }
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mingbai-cli-'));
  for (const folder of ['content/codes', UNIT, 'templates']) {
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  }
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/old.txt'), 'old');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('mingbai check', () => {
  it('exits with 0 and says how much it read', () => {
    const { status, stdout } = run('check');
    expect(status).toBe(0);
    expect(stdout).toContain('核对 1 个单位 1 本决算：0 个错误');
  });

  it('shows with a year what is found in the figures of last year that it is compared with', () => {
    expect(run('check', 'changji-sme/2023').stdout).toContain(
      `${UNIT}/2022/accounts.yaml:11:17 note prior-sums`,
    );
    whileChanged(
      `${UNIT}/2022/accounts.yaml`,
      (text) => text.replace('收入.总计: 450.53', '收入.总计: 四百五十'),
      () => expect(run('check', 'changji-sme/2023').status).toBe(1),
    );
  });

  it('prints JSON and nothing else', () => {
    const { status, stdout } = run('check', '--format', 'json');
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

  it('exits with 1 at a mistake and names file, line and column, without a stack', () => {
    whileChanged(
      ACCOUNTS,
      (text) => text.replace('  工程: 0.00', '  工程: 一点'),
      () => {
        const { status, all } = run('check');
        expect(status).toBe(1);
        expect(all).toMatch(/^content\/units\/changji-sme\/2023\/accounts\.yaml:\d+:7 error not-a-number /m);
        expect(all).not.toMatch(/^\s+at /m);
      },
    );
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
  ])('reports %s', (_, change, rule) => {
    whileChanged(ACCOUNTS, change, () => {
      const { status, all } = run('check');
      expect(status).toBe(1);
      expect(all).toContain(`error ${rule} `);
      expect(all).not.toMatch(/^\s+at /m);
    });
  });

  it('says where there is nothing to check', () => {
    const { status, all } = run('check', '--root', join(root, 'dist'));
    expect(status).toBe(2);
    expect(all).toContain('--root');
  });

  it('does not follow symbolic links, and says so', () => {
    const link = join(root, UNIT, '2023/performance/project-9.yaml');
    symlinkSync('/dev/zero', link);
    try {
      const { status, all } = run('check');
      expect(status).toBe(1);
      expect(all).toContain('project-9.yaml:1:1 error special-file');
    } finally {
      rmSync(link);
    }
  });

  it('accepts a byte-order mark and Windows line ends', () => {
    whileChanged(
      ACCOUNTS,
      (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
      () => {
        expect(run('check').status).toBe(0);
      },
    );
  });

  it('refuses a unit folder whose name would not do as an address', () => {
    const folder = join(root, 'content/units/..%2f');
    cpSync(join(root, UNIT), folder, { recursive: true });
    const { status, all } = run('check');
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(all).toContain('error bad-name');
  });
});

describe('wrong commands', () => {
  it.each([
    [['chekc'], '没有“chekc”这个命令'],
    [['check', '--formt', 'json'], '--formt'],
    [['check', '--format', 'xml'], '--format 只能是'],
    [['check', 'changji-smee'], '是否为“changji-sme”'],
    [['check', 'changji-sme/2019'], '没有 2019 年度'],
    [['explain', 'changji-sme/2023'], '应写成'],
    [['explain', 'changji-sme/2023', '收入.总记'], '是否为“收入.总计”'],
  ])('%j exits with 2 and one sentence', (words, sentence) => {
    const { status, stderr } = run(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('mingbai explain', () => {
  it('prints the tree down to the lines', () => {
    const { status, stdout } = run('explain', 'changji-sme/2023', '政府采购.总额');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /政府采购\.货物.*5\.59 万元\n.*填报 content\/units\/changji-sme\/2023\/accounts\.yaml:\d+:7/,
    );
  });
});

describe('mingbai build with a mistake in the input', () => {
  it('leaves the old output as it was', () => {
    whileChanged(
      ACCOUNTS,
      (text) => text.replace('  货物: 5.59', '  货物: 5.64'),
      () => {
        const { status, stderr } = run('build');
        expect(status).toBe(1);
        expect(stderr).toContain('error approved-total');
        expect(readFileSync(join(root, 'dist/old.txt'), 'utf8')).toBe('old');
      },
    );
  });
});
