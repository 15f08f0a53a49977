import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../src/outputs/pdf/browser.ts';
import { printBooklet } from '../../src/outputs/pdf/print-booklet.ts';
import { sentences } from '../import/support/printed.ts';
import { bookletOf, figuresAfter, given, lostCells, plan, withWritten } from '../import/support/taken-in.ts';
import { compiled } from '../support/compiled.ts';
import { KillableBuilds } from '../support/kills/killable-build.ts';
import { realFiles, ROOT } from '../support/project.ts';

const TARGET = { slug: 'changji-sme', year: 2023, pack: 'xinjiang-2023' };
const builds = new KillableBuilds();

beforeAll(() => builds.finish({ root: ROOT, target: TARGET.slug, pdf: true }));
afterAll(() => builds.remove());

/** The booklet's PDF, printed without the lines of its tables. */
async function printWithoutLines(): Promise<void> {
  const folder = join(builds.out, TARGET.slug, String(TARGET.year));
  const page = readFileSync(join(folder, 'print/index.html'), 'utf8');
  const bare = join(folder, 'print/bare.html');
  const style = 'table, thead, tbody, tr, th, td { border: 0 !important; background: none !important; }';
  writeFileSync(bare, page.replace('</head>', `<style>${style}</style></head>`));
  const browser = await openBrowser();
  const pdf = await printBooklet(browser, {
    siteRoot: builds.out,
    htmlFile: bare,
    title: '昌吉回族自治州中小企业发展局2023年度部门决算公开说明',
    unitName: '昌吉回族自治州中小企业发展局',
    lang: 'zh-CN',
    producer: 'test',
  });
  writeFileSync(join(folder, 'bare.pdf'), pdf);
  await browser.close();
}

it('its tables printed without lines are read by where their words stand', async () => {
  await printWithoutLines();
  const files = await realFiles(TARGET.slug);
  const empty = files.filter(({ path }) => !/changji-sme\/20\d\d\//.test(path));
  const folder = join(builds.out, TARGET.slug, String(TARGET.year));
  const made = await plan(
    empty,
    TARGET,
    given('bare.pdf', new Uint8Array(readFileSync(join(folder, 'bare.pdf')))),
  );
  // Forms are not: what the text tells of them is listed, and nothing else.
  const others = made.leftovers.filter(({ why }) => !why.startsWith('没有读到自评表'));
  expect(others).toEqual([]);
  expect(made.findings).toEqual([]);
  const own = bookletOf(files, TARGET.slug, TARGET.year);
  expect(lostCells(own, figuresAfter(empty, TARGET.slug, TARGET.year, made))).toEqual([]);
});

it.each(['booklet.pdf', 'booklet.docx'])(
  'the published %s, taken in where there is nothing, prints as it was printed',
  async (name) => {
    const files = await realFiles(TARGET.slug);
    const empty = files.filter(({ path }) => !/changji-sme\/20\d\d\//.test(path));
    const bytes = new Uint8Array(readFileSync(join(builds.out, TARGET.slug, String(TARGET.year), name)));
    const made = await plan(empty, TARGET, given(name, bytes));
    expect(made.leftovers).toEqual([]);
    expect(made.findings).toEqual([]);
    const again = withWritten(empty, made);
    expect(compiled(again).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [printed, own] = [again, files].map((one) => bookletOf(one, TARGET.slug, TARGET.year));
    if (printed === undefined || own === undefined) throw new Error('no booklet');
    expect(sentences(printed)).toEqual(sentences(own));
    expect(printed.render().tables).toEqual(own.render().tables);
    expect(printed.render().forms).toEqual(own.render().forms);
  },
);
