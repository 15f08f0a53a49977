import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TemporaryProject } from '../cli/temporary-project.ts';
import { brokenLinks } from '../support/broken-links.ts';
import { differences, treeOf } from '../support/folder-tree.ts';
import { ROOT } from '../support/project.ts';

let project: TemporaryProject;
let site: string;
let full: ReadonlyMap<string, Buffer>;

/** Two units with one booklet each, as a full build publishes them. The tests go on from each other's output. */
beforeAll(() => {
  project = new TemporaryProject('changji-sme', 'demo-bureau');
  cpSync(join(ROOT, 'content/site.yaml'), join(project.root, 'content/site.yaml'));
  for (const year of [2022, 2023])
    rmSync(join(project.root, `content/units/demo-bureau/${year}`), { recursive: true });
  site = join(project.root, 'dist');
  expect(project.runAlone('build')).toMatchObject({ status: 0 });
  full = treeOf(site);
});

afterAll(() => project.remove());

const read = (path: string): string => readFileSync(join(site, path), 'utf8');

/** Pages whose picture for links is not there. */
function missingPictures(): readonly string[] {
  const pages = [...treeOf(site)].filter(([path]) => path.endsWith('.html'));
  return pages.flatMap(([path, bytes]) => {
    const [, address] = /property="og:image" content="([^"]*)"/.exec(bytes.toString()) ?? [];
    return address === undefined || existsSync(join(site, new URL(address).pathname)) ? [] : [path];
  });
}

/** A build in a process of its own, beside others. */
async function buildBeside(unit: string): Promise<{ readonly status: number; readonly stderr: string }> {
  const words = ['build', unit, '--no-pdf', '--root', project.root];
  const child = spawn(process.execPath, [join(ROOT, 'scripts/mingbai.js'), ...words]);
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  child.stdout.resume();
  const [status] = (await once(child, 'close')) as [number];
  return { status, stderr };
}

it('a unit built again without a change leaves every byte, PDFs and pictures too', () => {
  const { status, stdout } = project.runAlone('build', 'changji-sme');
  expect(status).toBe(0);
  expect(stdout).toContain('1 个 PDF');
  expect(stdout).toContain('保留了原来输出里的 1 本决算');
  const charts = [...full.keys()].filter((path) => /\/embed\/.*\.svg$/.test(path));
  expect([...full.keys()].filter((path) => /\.(pdf|png)$/.test(path))).toHaveLength(5 + charts.length);
  expect(differences(full, treeOf(site))).toEqual([]);
});

it('a unit built without PDF leaves the PDFs of the others, and no link to its own', () => {
  const { status, stdout } = project.runAlone('build', 'changji-sme', '--no-pdf');
  expect(status).toBe(0);
  expect(stdout).toContain('0 个 PDF');
  const kept = 'demo-bureau/2021/booklet.pdf';
  expect(treeOf(site).get(kept)).toEqual(full.get(kept));
  expect(read('demo-bureau/index.html')).toContain('2021/booklet.pdf');
  expect(read('changji-sme/index.html')).not.toContain('booklet.pdf');
  expect(read('changji-sme/2023/index.html')).not.toContain('booklet.pdf');
  expect(brokenLinks(site)).toEqual([]);
  expect(missingPictures()).toEqual([]);
});

it('of two parts built at once, one is refused, and no booklet is lost; run again, it is built', async () => {
  const before = treeOf(site);
  const ended = await Promise.all(['changji-sme', 'demo-bureau'].map(buildBeside));
  expect(ended.map(({ status }) => status).sort()).toEqual([0, 1]);
  const refused = ended.find(({ status }) => status === 1)?.stderr;
  expect(refused).toContain('请再运行一次');
  const gone = [...before.keys()].filter((path) => !existsSync(join(site, path)));
  // Either may be built; without PDFs the one that had them has no pictures either.
  expect(
    gone.filter((path) => !/^demo-bureau\/2021\/(booklet\.pdf|(embed\/)?[^/]+\.png)$/.test(path)),
  ).toEqual([]);
  expect(brokenLinks(site)).toEqual([]);
  expect((await buildBeside('demo-bureau')).status).toBe(0);
});

it('after several partial builds nothing has gathered', () => {
  for (const unit of ['demo-bureau', 'changji-sme'])
    expect(project.runAlone('build', unit)).toMatchObject({ status: 0 });
  expect(differences(full, treeOf(site))).toEqual([]);
});

it('a part built where nothing is yet is all that there is', () => {
  site = join(project.root, 'part');
  expect(project.runAlone('build', 'changji-sme', '--no-pdf', '--out', site)).toMatchObject({ status: 0 });
  expect(existsSync(join(site, 'changji-sme/2023/index.html'))).toBe(true);
  for (const path of ['index.html', 'catalog.json', 'feed.xml', 'sitemap.xml'])
    expect(read(path)).not.toContain('demo-bureau');
  expect([...treeOf(site).keys()].filter((path) => path.includes('demo-bureau'))).toEqual([]);
  expect(brokenLinks(site)).toEqual([]);
});
