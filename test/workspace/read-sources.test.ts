import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import { readSources } from '../../src/workspace/read-sources.ts';

const MODULE = JSON.stringify(join(import.meta.dirname, '../../src/workspace/read-sources.ts'));
const NOBODY = 65534;
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingbai-sources-'));
  chmodSync(root, 0o755);
  mkdirSync(join(root, 'content/units/body/2023'), { recursive: true });
  writeFileSync(join(root, 'content/units/body/unit.yaml'), '名称: 示例局\n类型: 行政单位\n下属单位: []\n');
  writeFileSync(join(root, 'content/units/body/2023/accounts.yaml'), '年度: 2023\n');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The problems of the files, read by a user who is not above all permissions. */
function problemsForNobody(): unknown {
  const code = `
    const { readSources } = await import(${MODULE});
    const files = await readSources(${JSON.stringify(root)});
    console.log(JSON.stringify(files.filter((file) => file.problem).map((file) => [file.path, file.problem])));`;
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(root, NOBODY, NOBODY);
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    ...(asRoot && { uid: NOBODY, gid: NOBODY }),
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

it('a file and a folder that the system does not let us read are told of at their paths', () => {
  chmodSync(join(root, 'content/units/body/2023/accounts.yaml'), 0o000);
  mkdirSync(join(root, 'templates'));
  mkdirSync(join(root, 'templates/closed'), { mode: 0o000 });
  expect(problemsForNobody()).toEqual([
    ['content/units/body/2023/accounts.yaml', { kind: 'unreadable', code: 'EACCES' }],
    ['templates/closed', { kind: 'unreadable', code: 'EACCES' }],
  ]);
});

it('what cannot be read is an error in the check, wherever it lies', () => {
  const files = [
    'content/units/body/2023/accounts.yaml',
    'content/units/closed',
    'templates/closed',
    'templates/pack/parts/1.md.hbs',
  ].map((path) => ({
    path,
    bytes: new Uint8Array(),
    problem: { kind: 'unreadable', code: 'EACCES' } as const,
  }));
  const found = compileSite(files).diagnostics.filter(({ rule }) => rule === 'unreadable-file');
  expect(found.map(({ place, severity }) => `${place.file} ${severity}`)).toEqual([
    'content/units/closed error',
    'templates/closed error',
  ]);
});

it('a name that is not UTF-8 is told of, its bytes spelled out', async () => {
  const gbk = Buffer.concat([
    Buffer.from(join(root, 'content/units/body/2023/')),
    Buffer.from([0xd5, 0xcb]),
    Buffer.from('.yaml'),
  ]);
  renameSync(join(root, 'content/units/body/2023/accounts.yaml'), gbk);
  const files = await readSources(root);
  expect(files.find(({ problem }) => problem?.kind === 'name')?.path).toBe(
    'content/units/body/2023/\\xd5\\xcb.yaml',
  );
  expect(compileSite(files).diagnostics.map(({ rule, place }) => `${place.file} ${rule}`)).toContain(
    'content/units/body/2023/\\xd5\\xcb.yaml bad-name',
  );
});

it('many files are read with few open at once', () => {
  mkdirSync(join(root, 'content/units/body/2023/performance'));
  for (let n = 0; n < 1500; n += 1)
    writeFileSync(join(root, `content/units/body/2023/performance/p${n}.yaml`), '类型: 项目\n');
  const code = `const { readSources } = await import(${MODULE}); console.log((await readSources(${JSON.stringify(root)})).length);`;
  const command = `ulimit -n 256; exec "$0" --input-type=module --eval '${code}'`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe('1502');
});
