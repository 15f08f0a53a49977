import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readProject, withShipped } from '../../src/workspace/read-project.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { ROOT } from '../support/project.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingbai 项目-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What a project consists of below a folder: `own` or `shipped`, by path. */
async function below(folder: string, from = root): Promise<ReadonlyMap<string, string>> {
  const files = await readProject(from);
  return new Map(
    files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, shipped }) => [path, shipped === undefined ? 'own' : 'shipped']),
  );
}

it('a project without packs and code tables has those of the program, each at a path that exists', async () => {
  const shipped = (await readProject(root)).filter((file) => file.shipped !== undefined);
  const paths = shipped.map(({ path }) => path);
  expect(paths).toContain('templates/ministry-2024/pack.yaml');
  expect(paths).toContain('content/codes/2023/functional.yaml');
  expect(paths).toContain('content/search/everyday.yaml');
  expect(paths.filter((path) => /schema|README|units/u.test(path))).toEqual([]);
  expect(shipped.filter((file) => !existsSync(join(root, file.shipped?.at ?? '')))).toEqual([]);
});

it('a pack of the project’s own stands in for the program’s of that name as a whole', async () => {
  write('templates/ministry-2024/pack.yaml', '名称: 自己的\n');
  write('templates/demo-2023/.keep', '');
  const packs = await below('templates/');
  expect([...packs].filter(([path]) => path.startsWith('templates/ministry-2024/'))).toEqual([
    ['templates/ministry-2024/pack.yaml', 'own'],
  ]);
  expect(packs.get('templates/xinjiang-2023/pack.yaml')).toBe('shipped');
  expect(packs.get('templates/demo-2023/pack.yaml')).toBe('shipped');
});

it('a code table of the project’s own stands in for the program’s of that year and classification', async () => {
  write('content/codes/2023/functional.yaml', '年度: 2023\n科目: {}\n');
  expect([...(await below('content/codes/'))].sort()).toEqual([
    ['content/codes/2023/economic.yaml', 'shipped'],
    ['content/codes/2023/functional.yaml', 'own'],
    ['content/codes/2024/functional.yaml', 'shipped'],
  ]);
});

it('words of the project’s own for the search stand beside the program’s', async () => {
  write('content/search/local.yaml', '虚词: [请问]\n');
  expect([...(await below('content/search/'))].sort()).toEqual([
    ['content/search/everyday.yaml', 'shipped'],
    ['content/search/local.yaml', 'own'],
  ]);
});

it('the program’s own folder gets nothing, even if packs were deleted, by whatever way it is reached', async () => {
  const own = (await readSources(ROOT)).filter(({ path }) => !/^templates\/demo-2023\/|codes/u.test(path));
  symlinkSync(ROOT, join(root, 'link'));
  for (const way of [ROOT, join(root, 'link')]) expect(await withShipped(way, own)).toEqual(own);
});
