import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPdf } from '../outputs/pdf/read-pdf.ts';
import { TemporaryProject } from '../cli/temporary-project.ts';
import { brokenLinks } from '../support/broken-links.ts';
import { madeAuthority, madeKeyFile } from '../support/certificates.ts';
import { treeOf } from '../support/folder-tree.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';
const NARRATIVE = 'content/units/demo-bureau/2023/narrative.yaml';
const YEAR = 'demo-bureau/2023';
const OLD = 'demo-bureau/2023-edition-1';
const PARTS = ['overview', 'explanations', 'glossary', 'tables'];

let project: TemporaryProject;
let site: string;

/** A unit whose second edition of 2023 has one value otherwise; the first is kept. Parts have PDFs of their own. */
beforeAll(async () => {
  project = new TemporaryProject('demo-bureau');
  site = join(project.root, 'dist');
  project.write('content/site.yaml', '网址: https://juesuan.example/\n分部分PDF: 公开\n');
  expect(await project.run('new', YEAR, '--edition', '2')).toMatchObject({ status: 0 });
  const changed = project
    .read(ACCOUNTS)
    .replace('日期: 待填', '日期: 2024-10-08')
    .replace('内容: 待填', '内容: 更正设备台数')
    .replaceAll(/单价100万元以上设备数: 3/gu, '单价100万元以上设备数: 4');
  project.write(ACCOUNTS, changed);
  project.write(NARRATIVE, project.read(NARRATIVE).replaceAll('设备3台（套）', '设备4台（套）'));
  const { status, stdout, stderr } = await project.run('build', YEAR);
  expect(stdout + stderr).not.toContain(' error ');
  expect(status).toBe(0);
});

afterAll(() => {
  vi.unstubAllEnvs();
  project.remove();
});

const read = (path: string): string => readFileSync(join(site, path), 'utf8');
const pdfs = (): readonly string[] =>
  [YEAR, OLD].flatMap((folder) => [
    `${folder}/booklet.pdf`,
    ...PARTS.map((part) => `${folder}/parts/${part}.pdf`),
  ]);

/** The text of a PDF's last page, without spaces. */
async function lastPage(path: string): Promise<string> {
  const { pages } = await readPdf(Uint8Array.from(readFileSync(join(site, path))));
  return pages.at(-1)?.text ?? '';
}

describe('a site with an edition that was corrected', () => {
  it('has no link that leads nowhere', async () => {
    expect(await brokenLinks(site)).toEqual([]);
  });

  it('lists what changed, and where the edition before stands', () => {
    const front = read(`${YEAR}/index.html`);
    expect(front).toMatch(/<del>3<\/del>更正为\s*<span class="whole"><ins>.*4/u);
    expect(front).toContain('与第1版相比，另有2处文字不同');
    expect(front).toMatch(/<a href="\.\.\/2023-edition-1\/index\.html" rel="prev">/u);
  });

  it('says on each page of the old edition that it was corrected, on those for frames too', () => {
    const silent = [...treeOf(join(site, OLD))].filter(
      ([path, bytes]) =>
        path.endsWith('.html') &&
        !path.startsWith('print/') &&
        !/第1版已于2024年10月8日更正/u.test(bytes.toString()),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
    expect(read(`${OLD}/embed/${firstChart()}/index.html`)).toContain('target="_top"');
  });

  it('says in the PDFs which edition each is, what changed, and that the old one was corrected', async () => {
    expect(await lastPage(`${YEAR}/booklet.pdf`)).toMatch(/由3更正为4.*与第1版相比，另有2处文字不同/u);
    expect(await lastPage(`${OLD}/booklet.pdf`)).toContain('第1版已于2024年10月8日更正');
  });

  it('lists the PDFs of the edition that counts in its catalogue, and none of the old one', () => {
    const catalogue = read('catalog.json');
    for (const path of pdfs())
      expect([path, catalogue.includes(`"${path}"`)]).toEqual([path, path.startsWith(`${YEAR}/`)]);
  });

  it('has PDFs, of parts and of the old edition too, that are signed and verified', async () => {
    const authority = madeAuthority('示例认证中心');
    const [key, trust] = [join(project.root, 'key.p12'), join(project.root, 'authority.pem')];
    writeFileSync(key, madeKeyFile(authority, { name: '示例市政务服务局' }, 'words'));
    writeFileSync(trust, authority.pem);
    vi.stubEnv('MINGBAI_KEY_PASSPHRASE', 'words');
    for (const path of pdfs())
      expect([path, (await project.run('verify', join(site, path))).stdout]).toEqual([
        path,
        expect.stringContaining('\n一致\n'),
      ]);
    const { stdout } = await project.run('sign', '--key', key);
    expect(stdout).toContain(`${pdfs().length} 个 PDF`);
    for (const path of pdfs())
      expect([path, (await project.run('verify', join(site, path), '--trust', trust)).status]).toEqual([
        path,
        0,
      ]);
    expect((await project.run('verify', site, '--trust', trust)).status).toBe(0);
  });
});

function firstChart(): string {
  const [path = ''] = [...treeOf(join(site, OLD, 'embed')).keys()].filter((name) =>
    name.endsWith('/index.html'),
  );
  return path.replace('/index.html', '');
}
