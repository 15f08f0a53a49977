import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../outputs/pdf/read-pdf.ts';
import { TemporaryProject } from '../cli/temporary-project.ts';
import { treeOf } from '../support/folder-tree.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

let project: TemporaryProject;
let pages: readonly (readonly [path: string, html: string])[];

beforeAll(async () => {
  project = new TemporaryProject('demo-bureau');
  project.write('content/site.yaml', '网址: https://juesuan.example/\n');
  const text = project.read(ACCOUNTS);
  project.write(ACCOUNTS, text.replace('模板: demo-2023\n', '模板: demo-2023\n公开:\n  稿本: 征求意见稿\n'));
  expect(await project.run('build', '--draft')).toMatchObject({ status: 0 });
  const files = [...treeOf(join(project.root, 'dist-draft'))];
  pages = files.flatMap(([path, bytes]) =>
    path.endsWith('.html') ? [[path, bytes.toString()] as const] : [],
  );
});

afterAll(() => project.remove());

describe('a site with a draft', () => {
  it('says on every page of the draft what it is, and on no other', () => {
    const saying = pages.filter(
      ([, html]) => html.includes('<body') && html.includes('data-draft="征求意见稿"'),
    );
    expect(saying.map(([path]) => path)).toEqual(
      pages.map(([path]) => path).filter((path) => path.startsWith('demo-bureau/2023/')),
    );
  });

  it('hides the draft, and what lists it, from search engines', () => {
    const hidden = pages.filter(([, html]) => html.includes('<meta name="robots" content="noindex'));
    expect(hidden.map(([path]) => path)).toEqual(
      pages.map(([path]) => path).filter((path) => !/^demo-bureau\/202[12]\//u.test(path)),
    );
    const lists = [...treeOf(join(project.root, 'dist-draft')).keys()].filter((path) =>
      path.endsWith('.xml'),
    );
    expect(lists).toEqual([]);
  });

  it('has PDFs that are verified, whose text knows nothing of the drawing', async () => {
    const file = join(project.root, 'dist-draft/demo-bureau/2023/booklet.pdf');
    expect(await project.run('verify', file)).toMatchObject({ status: 0 });
    const { pages: printed } = await readPdf(Uint8Array.from(readFileSync(file)));
    const said = printed.filter(({ text }) => text.includes('征求意见稿'));
    // The last page states it among what else is known of the edition.
    expect(said).toEqual([printed.at(-1)]);
  });
});
