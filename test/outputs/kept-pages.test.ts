import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepPages } from '../../src/outputs/published/kept-pages.ts';
import { differences, treeOf } from '../support/folder-tree.ts';

let folder: string;
let [from, to] = ['', ''];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-kept-'));
  [from, to] = [join(folder, 'old'), join(folder, 'new')];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const keep = (): Promise<void> => keepPages([{ slug: 'a', year: 2022 }], from, to, () => undefined);

it('a kept booklet brings all its files, and nothing of other booklets', async () => {
  const own = {
    'a/2022/index.html': 'front',
    'a/2022/booklet.pdf': '%PDF',
    'a/2022/tables/revenue.csv': '1,2',
    'a/2022/.hidden': '',
  };
  write(from, { ...own, 'a/index.html': 'unit', 'a/2021/index.html': 'other', 'b/2022/index.html': 'other' });
  await keep();
  expect([...treeOf(to).keys()]).toEqual(Object.keys(own).sort());
  expect(differences(treeOf(join(from, 'a/2022')), treeOf(join(to, 'a/2022')))).toEqual([]);
});

it('a kept booklet brings the stylesheets and scripts that it names, and what these name; nobody else’s stay', async () => {
  write(from, {
    'a/2022/figures/index.html':
      '<link rel="stylesheet" href="../../../_astro/site.Old1.css"><script src="../../../_astro/explain.Old2.js">',
    'b/2022/index.html': '<script src="../../_astro/unnamed.Old3.js">',
    '_astro/site.Old1.css': 'body { background: url(./paper.Old4.svg) }',
    '_astro/explain.Old2.js': 'import "./dom.Old5.js"',
    '_astro/dom.Old5.js': '',
    '_astro/paper.Old4.svg': '',
    '_astro/unnamed.Old3.js': '',
    '_astro/icon.Both.svg': 'same',
  });
  write(to, { '_astro/site.New1.css': '', '_astro/icon.Both.svg': 'same' });
  await keep();
  expect(readdirSync(join(to, '_astro')).sort()).toEqual([
    'dom.Old5.js',
    'explain.Old2.js',
    'icon.Both.svg',
    'paper.Old4.svg',
    'site.New1.css',
    'site.Old1.css',
  ]);
});
