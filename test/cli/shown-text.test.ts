import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from './temporary-project.ts';

/** A terminal would obey these or show them as something else: escape, bell, second half controls, direction, lines. */
const HOSTILE = '\u001b[31m红\u0007\u009b2J\u202e倒\u2066\u2028::error::x\u200b';
const RAW = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('changji-sme');
  const narrative = 'content/units/changji-sme/2023/narrative.yaml';
  const escaped = JSON.stringify(`${HOSTILE}\n::error file=x::注入`);
  project.write(
    narrative,
    project.read(narrative).replace('原因:\n', `原因:\n  ${escaped}: "${'长'.repeat(5000)}"\n`),
  );
  const folder = join(project.root, 'content/units/changji-sme/2023/performance');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a\u001b[2J\n::error::b#c?d.yaml'), '类型: 项目\n');
});

afterAll(() => project.remove());

describe('values and paths of the input never reach a terminal or a log raw', () => {
  it.each([
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'github'],
    ['check', '--format', 'gitlab'],
    ['check', '--format', 'sarif'],
    ['build', '--no-pdf'],
    ['explain', 'changji-sme/2023', HOSTILE],
    [`${HOSTILE}\n::error::x`],
  ])('%j', async (...words) => {
    const { stdout, stderr, status } = await project.run(...words);
    expect(stdout + stderr).not.toMatch(RAW);
    expect(status).toBeGreaterThan(0);
    expect(status).toBeLessThan(3);
    const commands = (stdout + stderr).split('\n').filter((line) => line.startsWith('::'));
    expect(
      commands.every((line) => /^::(error|warning|notice) file=content\/|^::\w+ file=templates\//.test(line)),
    ).toBe(true);
  });

  it('long values are cut', async () => {
    const { stdout } = await project.run('check');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(3000);
  });

  it('a path in SARIF is a reference that leads to the file', async () => {
    const { stdout } = await project.run('check', '--format', 'sarif');
    const uris = [...stdout.matchAll(/"uri": "([^"]*)"/g)].map((match) => match[1] ?? '');
    const odd = uris.find((uri) => uri.includes('%1B'));
    const path = decodeURIComponent(new URL(odd ?? '', 'file:///root/').pathname);
    expect(path).toContain('a\u001b[2J\n::error::b#c?d.yaml');
  });
});
