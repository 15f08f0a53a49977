import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';
import { inGbk } from './support/gbk.ts';
import { printedPage, sentences } from './support/printed.ts';
import { bookletOf, given, plan, takenIn, withWritten } from './support/taken-in.ts';

const TARGET = { slug: 'changji-sme', year: 2023, pack: 'xinjiang-2023' };

let files: readonly RawFile[];
let empty: readonly RawFile[];
let booklet: Booklet;

beforeAll(async () => {
  files = await realFiles(TARGET.slug);
  empty = files.filter(({ path }) => !/changji-sme\/(?:2022\/|2023\/(?:accounts|narrative))/.test(path));
  booklet = bookletOf(files, TARGET.slug, TARGET.year);
});

/** What a page's booklet prints once it is taken in where there is nothing. */
async function printedAgain(page: string | Uint8Array): Promise<readonly string[]> {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  const made = await plan(empty, TARGET, given('公开.html', bytes));
  expect(made.leftovers).toEqual([]);
  expect(made.findings).toEqual([]);
  const again = withWritten(empty, made);
  expect(compiled(again).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return sentences(bookletOf(again, TARGET.slug, TARGET.year));
}

describe('a published page, taken in where there is nothing, prints as it was printed', () => {
  it('our own, with what stands beside the booklet left out', async () => {
    const aside = '<section data-aux><h2>一图看懂</h2><p>收入总计999.99万元</p></section>';
    const page = `<!DOCTYPE html><title>公开</title><nav>目录 12</nav><main>${aside}${printedPage(booklet)}</main><footer>第 1 页</footer>`;
    expect(await printedAgain(page)).toEqual(sentences(booklet));
  });

  it('of a site that writes GBK, with scripts, menus and words in pieces', async () => {
    const pieces = printedPage(booklet)
      .replaceAll(/<p>([^<]{2})/gu, '<p style="text-indent:2em"><font face=宋体>$1</font><span lang=EN-US>')
      .replaceAll('万元', '<o:p></o:p>万&#20803;')
      .replaceAll('</p>', '</span></p>\r\n');
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><script>document.write('收入总计1万元')</script></head>
<body><form id=form1><div hidden>隐藏 88.88 万元</div><ul class=nav><li>首页<li>政务公开</ul>${pieces}<script src="http://x.example/a.js"></script></form></body></html>`;
    expect(await printedAgain(inGbk(page))).toEqual(sentences(booklet));
  });

  it('with a document type that names entities: none is read', async () => {
    const page = `<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><body><p>&x;</p>${printedPage(booklet)}`;
    expect(await printedAgain(page)).toEqual(sentences(booklet));
  });
});

it('a page of tens of thousands of boxes within each other is refused by one sentence', async () => {
  const page = new TextEncoder().encode(`${'<div>'.repeat(50_000)}收入总计1万元`);
  expect(await takenIn(empty, TARGET, given('深.html', page))).toMatch(/^深\.html：网页一层套一层/u);
});
