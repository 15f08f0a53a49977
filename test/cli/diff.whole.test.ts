import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from './temporary-project.ts';

const UNIT = 'content/units/changji-sme';
const ACCOUNTS = `${UNIT}/2023/accounts.yaml`;
const NARRATIVE = `${UNIT}/2023/narrative.yaml`;
/** What terminals, logs, Markdown, HTML and forges would obey. */
const HOSTILE =
  '<script>alert(1)</script>|**x** @someone #12 ![](http://x.example/p.png) ::error::x\u001b[2J\u202e';

let project: TemporaryProject;
let base: string;

function git(...words: readonly string[]): string {
  const own = ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...own, ...words], {
    cwd: project.root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function replace(path: string, from: string, to: string): void {
  project.write(
    path,
    project.read(path).replace(from, () => to),
  );
}

beforeAll(() => {
  project = new TemporaryProject('changji-sme');
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'base');
  base = git('rev-parse', 'HEAD').trim();
  git('checkout', '-qb', 'work');
  replace(ACCOUNTS, '  货物: 5.59', '  货物: 5.64');
  replace(ACCOUNTS, '  政府采购.总额: 145.57', '  政府采购.总额: 145.62');
  git('commit', '-qam', 'an amount');
  // The main branch goes on: what happened there is no part of the work.
  git('checkout', '-q', 'main');
  replace(NARRATIVE, '无其他说明事项。', '没有其他说明事项。');
  git('commit', '-qam', 'elsewhere');
  git('checkout', '-q', 'work');
});

afterAll(() => project.remove());

describe('mingbai diff', () => {
  it('compares the folder as it lies there with where the work left the main branch', async () => {
    const { status, stdout } = await project.run('diff');
    expect(status).toBe(1);
    expect(stdout).toContain(`${ACCOUNTS}:197:7 政府采购.货物：5.59 → 5.64`);
    expect(stdout).toContain('changji-sme/2023 政府采购货物支出（政府采购.货物）：5.59 → 5.64 万元（+0.05）');
    expect(stdout).toContain('其中：政府采购货物支出[-5.59-]{+5.64+}万元');
    expect(stdout).toContain('批复数改了：政府采购.总额：145.57 → 145.62');
    expect(stdout).not.toContain('其他说明事项');
  });

  it('compares two revisions, and ends with 0 where nothing differs', async () => {
    const { stdout } = await project.run('diff', base, 'main');
    expect(stdout).toContain('其他说明事项');
    expect(stdout).not.toContain('政府采购');
    expect(await project.run('diff', 'work', 'HEAD')).toMatchObject({ status: 0, stdout: '没有变化。\n' });
    expect((await project.run('diff', base, 'main', '--exit-zero')).status).toBe(0);
  });

  it('compares folders, without git', async () => {
    const other = mkdtempSync(join(tmpdir(), 'mingbai 比较 '));
    cpSync(project.root, other, { recursive: true, filter: (path) => !path.endsWith('.git') });
    try {
      expect((await project.run('diff', other)).status).toBe(0);
      const { status, stdout } = await project.run('diff', base, other);
      expect(status).toBe(1);
      expect(stdout).toContain('5.59 → 5.64');
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('gives machines what the contract names', async () => {
    const { stdout } = await project.run('diff', '--format', 'json');
    const read = JSON.parse(stdout) as Record<string, readonly object[]>;
    expect(read['figures']?.map((one) => ('id' in one ? one.id : ''))).toEqual(
      expect.arrayContaining(['政府采购.货物', '政府采购.总额']),
    );
    expect(read['figures']?.find((one) => 'id' in one && one.id === '政府采购.货物')).toMatchObject({
      ...{ id: '政府采购.货物', body: 'changji-sme', year: 2023, label: '政府采购货物支出' },
      ...{ before: '5.59', after: '5.64' },
    });
    expect(read['sentences']?.[0]).toMatchObject({ body: 'changji-sme', year: 2023, part: 'explanations' });
    expect(read['tables']).toEqual([]);
    expect(read['findings']).toEqual({ new: [], gone: [] });
    expect(read['pages']).toContain('changji-sme/2023/figures.json');
  });

  it.each([
    [['nothing-of-that-name'], 'git 没有“nothing-of-that-name”这个版本'],
    [['main', 'work', 'HEAD'], '应写成 mingbai diff'],
    [['--format', 'pdf'], '--format 只能是 text、markdown、json、html'],
    [['main:content'], 'git 没有'],
  ])('refuses %j', async (words, told) => {
    const { status, stdout, stderr } = await project.run('diff', ...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(told);
  });

  it('refuses to guess what it is to be compared with outside a repository', async () => {
    const alone = new TemporaryProject('changji-sme');
    try {
      expect(await alone.run('diff')).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('不知道同什么比较') as string,
      });
    } finally {
      alone.remove();
    }
  });

  it('runs nothing that the repository is set up to run, and follows no link', async () => {
    const trap = join(project.root, 'trap.sh');
    const sprung = join(project.root, 'sprung');
    project.write('trap.sh', `#!/bin/sh\ntouch '${sprung}'\ncat\n`);
    project.write('.gitattributes', '*.yaml filter=trap diff=trap\n');
    chmodSync(trap, 0o755);
    cpSync(trap, join(project.root, '.git/hooks/post-checkout'));
    const settings = [
      'filter.trap.smudge',
      'filter.trap.clean',
      'diff.trap.textconv',
      'core.fsmonitor',
      'core.pager',
      'diff.external',
    ];
    symlinkSync('/etc/passwd', join(project.root, UNIT, 'link.yaml'));
    git('add', `${UNIT}/link.yaml`);
    git('commit', '-qm', 'link');
    for (const name of settings) git('config', name, trap);
    try {
      const { stdout } = await project.run('diff', base, 'HEAD');
      expect(stdout).toContain('special-file 这是符号链接');
      expect(stdout).not.toContain('root:');
      expect(existsSync(sprung)).toBe(false);
    } finally {
      for (const name of settings) git('config', '--unset', name);
      git('reset', '-q', '--hard', 'HEAD~1');
      for (const file of [trap, sprung, join(project.root, '.gitattributes')]) rmSync(file, { force: true });
    }
  });
});

describe('what a change holds is shown and never obeyed', () => {
  beforeAll(() => {
    replace(
      NARRATIVE,
      '其他说明事项: 无其他说明事项。',
      `其他说明事项: ${JSON.stringify(`${HOSTILE}\n::error::y`)}`,
    );
    replace(ACCOUNTS, '\n批复数:\n', `\n${JSON.stringify(`${HOSTILE}键`)}: x\n批复数:\n`);
  });
  afterAll(() => git('checkout', '-q', '--', '.'));

  it.each(['text', 'markdown', 'json', 'html'])('as %s', async (format) => {
    const { stdout } = await project.run('diff', '--format', format);
    expect(stdout).toContain('alert');
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    expect(stdout.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
    if (format !== 'json' && format !== 'text') expect(stdout).not.toContain('<script');
    if (format === 'markdown') expect(stdout).not.toMatch(/@someone|(?<!&)#12|!\[|\*\*x|http:/);
  });

  it('the page loads nothing, and its text is the text', async () => {
    const { stdout } = await project.run('diff', '--format', 'html');
    const tags = new Set<string>();
    const addresses: unknown[] = [];
    visit(fromHtml(stdout), 'element', ({ tagName, properties }) => {
      tags.add(tagName);
      addresses.push(properties['src'], properties['href']);
    });
    expect([...tags].filter((tag) => ['script', 'img', 'link', 'iframe', 'form'].includes(tag))).toEqual([]);
    expect(addresses.filter((address) => address !== undefined && !String(address).startsWith('#'))).toEqual(
      [],
    );
  });
});

it('a comment of a pull request is never longer than a forge takes, and says what it leaves out', async () => {
  rmSync(join(project.root, UNIT, '2023'), { recursive: true });
  try {
    const { stdout } = await project.run('diff', '--format', 'markdown');
    expect(stdout.length).toBeLessThan(65_536);
    expect(stdout.split('\n')[0]).toBe('<!-- mingbai diff -->');
    expect(stdout).toMatch(/…… 还有 \d+ 项/);
    expect(stdout.match(/<details/g)).toHaveLength(stdout.match(/<\/details>/g)?.length ?? 0);
  } finally {
    git('checkout', '-q', '--', '.');
  }
});
