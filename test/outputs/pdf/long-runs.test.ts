import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSite } from '../../../src/compile/compile-site.ts';
import type { BookletDocument } from '../../../src/document/booklet-document.ts';
import type { Browser } from '../../../src/outputs/pdf/browser.ts';
import { printBooklet } from '../../../src/outputs/pdf/print-booklet.ts';
import { pageStyles } from '../../../src/site/styles/print-pages.ts';
import { columnStyles } from '../../../src/site/styles/column-styles.ts';
import { edited, realFiles } from '../../support/project.ts';
import { serveFolder, type ServedFolder } from '../../support/static-server.ts';
import { sharedBrowser } from '../../support/site-browser.ts';
import { readPdf, unspaced } from './read-pdf.ts';

const UNIT = 'content/units/demo-bureau/2023/';
const ADDRESS = `https://example.gov.cn/zwgk/${'a1b2c3d4e5f6'.repeat(8)}`;

/** What has no place where a line could end, and where it is written. */
const RUNS: readonly (readonly [what: string, file: string, before: string, run: string])[] = [
  ['an address in a paragraph', 'narrative.yaml', '惠企政策“免申即享”惠及企业3547户。', ADDRESS],
  ['a number of many digits', 'narrative.yaml', '其他说明事项: 无其他说明事项。', '0123456789'.repeat(12)],
  ['a row of dashes', 'narrative.yaml', '完成市委、市政府交办的其他任务。', '—'.repeat(60)],
  ['an address in a cell', 'performance/project-1.yaml', '大厅标准化服务水平稳步提升。', `${ADDRESS}?x`],
  [
    'a code in a narrow cell',
    'performance/project-1.yaml',
    '三级指标: 开放服务窗口',
    `GB/T${'20230123X'.repeat(6)}`,
  ],
];
const GLOSSARY_RUN = 'www.'.padEnd(124, 'mingbai.');

let root: string;
let browser: Browser;
let server: ServedFolder;
let pdf: Awaited<ReturnType<typeof readPdf>>;

function page(document: BookletDocument, stylesheet: string, body: string): string {
  const parts = document.parts.map(
    ({ key, content }) => `<section data-part="${key}" class="prose">${toHtml([...content])}</section>`,
  );
  const sheets = `<link rel="stylesheet" href="/${stylesheet === 'site' ? 'sheets' : 'pages'}.css">`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/${stylesheet}.css"><link rel="stylesheet" href="/columns.css">${sheets}</head><body class="${body}"><nav data-contents data-aux></nav><main class="frame">${parts.join('')}</main></body></html>`;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mingbai-test-runs-'));
  await cp(join(import.meta.dirname, '../../../src/site/styles'), root, { recursive: true });
  const files = RUNS.reduce(
    (all, [, file, before, run]) => edited(all, UNIT + file, before, before + run),
    edited(
      edited(
        await realFiles('demo-bureau'),
        `${UNIT}narrative.yaml`,
        '\n字面数:\n',
        `\n字面数:\n  - ${ADDRESS}\n  - "${'0123456789'.repeat(12)}"\n`,
      ),
      'templates/demo-2023/glossary.yaml',
      '指同级财政当年拨付的资金。',
      `指同级财政当年拨付的资金。${GLOSSARY_RUN}`,
    ),
  );
  const booklet = compileSite(files).units[0]?.booklets.at(-1);
  if (booklet === undefined) throw new Error('no booklet');
  const document = booklet.render();
  await writeFile(join(root, 'columns.css'), columnStyles(document));
  await writeFile(join(root, 'pages.css'), pageStyles(document));
  await writeFile(join(root, 'phone.html'), page(document, 'site', ''));
  browser = await sharedBrowser();
  server = await serveFolder(root);
  const html = page(document, 'print', 'print');
  pdf = await readPdf(
    await printBooklet(browser, {
      title: 'x',
      unitName: 'x',
      lang: 'zh-CN',
      producer: 'x',
      siteRoot: root,
      html,
    }),
  );
});

afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

describe('what is too long for a line', () => {
  it.each([...RUNS.map(([what, , , run]) => [what, run]), ['an address in the glossary', GLOSSARY_RUN]])(
    'is in the PDF to its last character: %s',
    (_, run) => {
      expect(pdf.pages.map(({ text }) => text).join('')).toContain(unspaced(run));
    },
  );

  it('stays inside the margins', () => {
    for (const { placed, width } of pdf.pages) {
      for (const { left, right } of placed) {
        expect(left).toBeGreaterThan(30);
        expect(right).toBeLessThan(width - 30);
      }
    }
  });

  it('makes no page of a phone wider than its screen', async () => {
    const phone = await browser.newPage();
    await phone.setViewport({ width: 360, height: 800 });
    await phone.goto(new URL('phone.html', server.url).href);
    const widths = await phone.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBe(widths[1]);
  });
});
