import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildReport } from '../../src/outputs/report/build-report.ts';
import { runHere } from '../cli/run-here.ts';
import { CachedBuilds } from '../support/cached-builds.ts';
import { differences, treeOf } from '../support/folder-tree.ts';

/** A site of which everything is made that a browser or fonts are for. */
const SETTINGS = '站名: 部门决算公开\n网址: https://juesuan.example/\n分部分PDF: 公开\n';

let builds: CachedBuilds;
let whole: ReadonlyMap<string, Buffer>;

const at = (name: string): string => join(builds.root, name);
const pdfsOf = (tree: ReadonlyMap<string, Buffer>): readonly string[] =>
  [...tree.keys()].filter((path) => path.endsWith('.pdf'));
const reportIn = (name: string): BuildReport => JSON.parse(readFileSync(at(name), 'utf8')) as BuildReport;

beforeAll(async () => {
  builds = new CachedBuilds();
  builds.edit('content/site.yaml', undefined, SETTINGS);
  const outcome = await builds.buildWithPdfs('--jobs', '1', '--no-cache', '--report', at('whole.json'));
  expect(outcome).toMatchObject({ status: 0 });
  whole = treeOf(at('dist'));
  expect(pdfsOf(whole).length).toBeGreaterThan(2);
  expect([...whole.keys()].filter((path) => path.endsWith('share.png'))).toHaveLength(3);
});

afterAll(() => builds.remove());

describe('a site with PDFs', () => {
  it('is byte for byte the same from several processes, each with a browser of its own', async () => {
    const words = ['--jobs', '2', '--cache', at('processes'), '--report', at('processes.json')];
    expect(await builds.buildWithPdfs(...words, '--out', at('two'))).toMatchObject({ status: 0 });
    expect(differences(whole, treeOf(at('two')))).toEqual([]);
    // And again from what they have kept.
    const again = await builds.buildWithPdfs(...words, '--out', at('again'));
    expect([again.status, CachedBuilds.cachedIn(again)]).toEqual([0, 2]);
    expect(differences(whole, treeOf(at('again')))).toEqual([]);
    expect(reportIn('processes.json').units.map(({ cached }) => cached)).toEqual([true, true]);
  });

  it('is byte for byte the same from parts, and not from parts that were printed otherwise', async () => {
    const parts = ['1', '2', '3'].map((index) => at(`part-${index}`));
    for (const [index, part] of parts.entries()) {
      const outcome = await builds.buildWithPdfs('--shard', `${index + 1}/3`, '--out', part);
      expect(outcome).toMatchObject({ status: 0 });
    }
    const merge = (...folders: readonly string[]) => runHere(['merge', ...folders, '--out', at('merged')]);
    expect(await merge(...parts)).toMatchObject({ status: 0 });
    expect(differences(whole, treeOf(at('merged')))).toEqual([]);
    const dated = at('dated');
    const env = { SOURCE_DATE_EPOCH: '1700000000' };
    expect(await builds.buildAlone(['--shard', '3/3', '--out', dated], { env })).toMatchObject({ status: 0 });
    expect(await merge(...parts.slice(0, 2), dated)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('SOURCE_DATE_EPOCH 不同') as string,
    });
  });

  it('is written down booklet by booklet: stages, the browser’s too, and sizes', () => {
    const { units, cpu } = reportIn('whole.json');
    for (const stage of ['check', 'bundle', 'pages', 'data', 'pdf', 'browser', 'over booklets'] as const)
      expect(cpu[stage], stage).toBeGreaterThan(0);
    for (const { slug, cached, booklets, cpu: ofUnit } of units) {
      expect([cached, booklets.map(({ year }) => year)]).toEqual([false, [2024]]);
      for (const { year, bytes, files, cpu: own } of booklets) {
        expect(Object.keys(own).toSorted()).toEqual(['browser', 'data', 'pages', 'pdf']);
        expect(own.browser).toBe(ofUnit.browser);
        const below = [...whole].filter(([path]) => path.startsWith(`${slug}/${year}/`));
        expect([files, bytes]).toEqual([
          below.length,
          below.reduce((sum, [, content]) => sum + content.length, 0),
        ]);
      }
    }
  });
});
