import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';

const work = mkdtempSync(join(tmpdir(), 'mingbai-installed-'));
/** A folder as offices name them, with a space and Chinese characters. */
const project = join(work, '示例市 决算公开');

/** Runs a program in the project as somebody would who has nothing but Node, npm and an empty home. */
function run(program: string, ...words: readonly string[]): string {
  const home = join(work, 'home');
  mkdirSync(home, { recursive: true });
  return execFileSync(program, words, {
    cwd: project,
    encoding: 'utf8',
    env: { HOME: home, PATH: '/usr/local/bin:/usr/bin:/bin' },
  });
}

beforeAll(() => {
  execFileSync('npm', ['pack', '--pack-destination', work], { cwd: ROOT, stdio: 'pipe' });
  const [tarball = ''] = readdirSync(work).filter((name) => name.endsWith('.tgz'));
  mkdirSync(project);
  run('npm', 'install', join(work, tarball));
  run('npx', 'mingbai', 'init', '--forge', 'github,gitlab,gitee,gitea', '--name', '示例市决算公开');
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('the published package, installed with npm into an empty folder', () => {
  it('makes a project there, with workflows of the forges that are named', () => {
    const files = readdirSync(project);
    expect(files).toEqual(expect.arrayContaining(['README.md', 'content', 'package.json', 'templates']));
    expect(files).toEqual(expect.arrayContaining(['.github', '.gitlab-ci.yml', '.workflow', '.gitea']));
    expect(readFileSync(join(project, '.gitignore'), 'utf8')).toMatch(/^node_modules\/?$/m);
  });

  it('finds nothing wrong in it', () => {
    expect(run('npm', 'test')).toContain('0 个错误，0 个警告，0 个提示');
  });

  it('builds its site, with PDF and data', () => {
    run('npm', 'run', 'build');
    const [unit = ''] = readdirSync(join(project, 'content/units'));
    const booklets = readdirSync(join(project, 'dist', unit)).filter((name) => /^\d{4}$/.test(name));
    expect(booklets.length).toBeGreaterThan(0);
    for (const year of booklets)
      for (const file of [
        'index.html',
        'explanations/index.html',
        'booklet.pdf',
        'booklet.docx',
        'figures.json',
      ])
        expect(existsSync(join(project, 'dist', unit, year, file)), `${year}/${file}`).toBe(true);
    expect(readFileSync(join(project, 'dist/index.html'), 'utf8')).toContain('示例市决算公开');
  });

  it('is installed again by its lockfile, as a workflow does', () => {
    run('npm', 'ci');
    expect(run('npx', 'mingbai', 'check')).toContain('0 个错误');
  });

  it('is JavaScript: Node takes no TypeScript from node_modules', () => {
    expect(run('npx', 'mingbai', '--version').trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect(existsSync(join(project, 'node_modules/mingbai/src'))).toBe(false);
  });

  it('leaves nothing of its making in its own folder', () => {
    const own = readdirSync(join(project, 'node_modules/mingbai'));
    expect(own.filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
