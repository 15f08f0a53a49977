import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontLicences } from '../../src/outputs/pdf/font-licences.ts';
import { SearchIndex } from '../../src/search/search-index.ts';
import { readQuery } from '../../src/search/query.ts';
import type { Outcome } from '../cli/run-here.ts';
import { TemporaryProject } from '../cli/temporary-project.ts';
import { brokenLinks } from '../support/broken-links.ts';
import { differences, treeOf } from '../support/folder-tree.ts';
import { ROOT } from '../support/project.ts';
import { builtSite } from '../support/served-site.ts';

type Tree = ReadonlyMap<string, Buffer>;

const ACCOUNTS_2022 = 'content/units/demo-bureau/2022/accounts.yaml';
const KEPT = /^(changji-sme\/2023|demo-bureau\/202[12])\//;

let project: TemporaryProject;
let site: string;

/** The repository's own project, whose output holds all its booklets. */
beforeAll(async () => {
  project = new TemporaryProject('changji-sme', 'demo-bureau');
  cpSync(join(ROOT, 'content/site.yaml'), join(project.root, 'content/site.yaml'));
  site = join(project.root, 'dist');
  cpSync(await builtSite(), site, { recursive: true });
});

afterAll(() => project.remove());

const read = (path: string): string => readFileSync(join(site, path), 'utf8');
const build = (...words: readonly string[]): Promise<Outcome> => project.run('build', '--no-pdf', ...words);

describe('one booklet built into a site of several', () => {
  let full: Tree;
  let outcome: Outcome;

  beforeAll(async () => {
    full = treeOf(site);
    project.write('content/units/changji-sme/2023/accounts.yaml', '年度: [');
    outcome = await build('demo-bureau/2023');
  });

  it('is built while the sources of another unit cannot even be read', () => {
    expect(outcome).toMatchObject({ status: 0 });
  });

  it('leaves the whole site byte for byte as a full build made it, if it has not changed', () => {
    expect(full.size).toBeGreaterThan(200);
    expect(differences(full, treeOf(site))).toEqual([]);
  });

  it('says what it made and what it kept', () => {
    const pages = [...full.keys()].filter((path) => path.endsWith('.html') && !KEPT.test(path));
    expect(outcome.stdout).toContain(`${pages.length} 个网页，0 个 PDF，14 个数据文件`);
    expect(outcome.stdout).toContain('保留了原来输出里的 3 本决算');
  });
});

describe('booklets built into a site whose other sources were changed, or are gone', () => {
  let before: Tree;
  let outcome: Outcome;

  beforeAll(async () => {
    before = treeOf(site);
    rmSync(join(project.root, 'content/units/changji-sme'), { recursive: true });
    const accounts = project.read(ACCOUNTS_2022);
    project.write(ACCOUNTS_2022, accounts.replace('"2010301": 9215128.06', '"2010301": 9315128.06'));
    const narrative = 'content/units/demo-bureau/2023/narrative.yaml';
    project.write(narrative, project.read(narrative).replaceAll('大厅新增楼层', '大厅新辟厅室'));
    addNewBureau();
    outcome = await build('new-bureau', 'demo-bureau/2023');
    expect(outcome.stderr).toContain('0 个错误');
    expect(outcome.status).toBe(0);
  });

  it('leave the others as they were published', () => {
    const kept = (tree: Tree): Tree => new Map([...tree].filter(([path]) => KEPT.test(path)));
    expect(kept(before).size).toBeGreaterThan(100);
    expect(differences(kept(before), kept(treeOf(site)))).toEqual([]);
    expect(outcome.stdout).toContain('保留了原来输出里的 3 本决算');
  });

  it('are new themselves', () => {
    expect(read('demo-bureau/2023/explanations/index.html')).toContain('大厅新辟厅室投入使用');
    expect(read('new-bureau/2021/index.html')).toContain('示例新城政务服务局');
  });

  it('stand with the others in the list of units, which says of these what their pages say', () => {
    const itemOf = (html: string, slug: string): string =>
      /<li data-kind.*?<\/ul>\s*<\/li>/gs.exec(
        html.slice(html.lastIndexOf('<li data-kind', html.indexOf(`href="${slug}/index.html"`))),
      )?.[0] ?? '';
    const old = before.get('index.html')?.toString() ?? '';
    expect(itemOf(old, 'changji-sme')).toContain('292.54');
    for (const slug of ['changji-sme', 'demo-bureau'])
      expect(itemOf(read('index.html'), slug)).toBe(itemOf(old, slug));
    expect(itemOf(read('index.html'), 'new-bureau')).toContain('2021年度');
    expect(read('index.html')).toContain('3个单位，5本决算，2021—2023年度');
  });

  it('stand with the others on the page of their unit', () => {
    // Its charts and amounts are those of the published booklets.
    expect(read('demo-bureau/index.html')).toBe(before.get('demo-bureau/index.html')?.toString());
    expect(read('changji-sme/index.html')).toBe(before.get('changji-sme/index.html')?.toString());
  });

  it('have the licences of fonts beside them', () => {
    expect(read('licenses.txt')).toBe(`\uFEFF${fontLicences()}`);
  });

  it('stand with the others in catalogue, feed and sitemap', () => {
    const booklets = [
      'changji-sme/2023',
      'demo-bureau/2021',
      'demo-bureau/2022',
      'demo-bureau/2023',
      'new-bureau/2021',
    ];
    const { 'dcat:dataset': sets } = JSON.parse(read('catalog.json')) as {
      'dcat:dataset': readonly { '@id': string }[];
    };
    expect(sets.map((set) => set['@id'])).toEqual(booklets.map((booklet) => `${booklet}/`));
    for (const booklet of booklets) {
      expect(read('feed.xml')).toContain(`<link>https://juesuan.example/${booklet}/</link>`);
      expect(read('sitemap.xml')).toContain(`<loc>https://juesuan.example/${booklet}/explanations/</loc>`);
    }
    expect(read('sitemap.xml')).toContain('<loc>https://juesuan.example/changji-sme/</loc>');
  });

  it.each([
    ['大厅新辟厅室投入使用', ['demo-bureau/2023']],
    ['昌吉州三级联动挂钩帮扶企业政企直通码', ['changji-sme/2023']],
    ['示例新城政务服务局', ['new-bureau/2021']],
  ])('are searched with the others: %s', async (words, booklets) => {
    const index = await SearchIndex.open((path) =>
      Promise.resolve(JSON.parse(read(`search/${path}`)) as unknown),
    );
    const found = new Set<string>();
    for await (const { results } of index.search(readQuery(words)))
      for (const result of results)
        for (const { slug, year } of result.booklets) found.add(`${slug}/${year}`);
    expect([...found]).toEqual(booklets);
  });

  it('are not searched by what they do not say any more', () => {
    const texts = readdirSync(join(site, 'search/texts'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.json'))
      .map((path) => read(`search/texts/${path}`))
      .join('\n');
    expect(texts).toContain('大厅新辟厅室投入使用');
    expect(texts).not.toContain('大厅新增楼层投入使用');
  });

  it('leave no link that leads nowhere', () => {
    expect(brokenLinks(site)).toEqual([]);
  });

  it('are no source of last year’s figures that its published pages do not have', () => {
    const compare = read('demo-bureau/2023/compare/index.html');
    expect(before.get('demo-bureau/2023/compare/index.html')?.toString()).toContain('/2022/figures/');
    expect(compare).not.toContain('/2022/figures/');
  });
});

describe('an output that does not know its booklets', () => {
  it.each([
    [
      'of an older version of the program',
      () => rmSync(join(site, '.mingbai-booklets'), { recursive: true }),
    ],
  ])('%s is not replaced in part', async (_, spoil) => {
    spoil();
    const before = treeOf(site);
    const { status, stderr } = await build('demo-bureau/2023');
    expect(status).toBe(2);
    expect(stderr).toContain('请先不写单位，运行 mingbai build 全部生成一次');
    expect(differences(before, treeOf(site))).toEqual([]);
  });
});

/** A unit with one booklet that the output does not have yet. */
function addNewBureau(): void {
  const from = join(ROOT, 'content/units/demo-bureau');
  for (const [path, bytes] of treeOf(from)) {
    if (!/^unit\.yaml|^202[01]\//.test(path)) continue;
    mkdirSync(dirname(join(project.root, 'content/units/new-bureau', path)), { recursive: true });
    project.write(`content/units/new-bureau/${path}`, bytes.toString().replaceAll('示例市', '示例新城'));
  }
}
