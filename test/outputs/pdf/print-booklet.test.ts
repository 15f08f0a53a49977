import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../src/outputs/pdf/browser.ts';
import type { Browser } from '../../../src/outputs/pdf/browser.ts';
import { fontLicences } from '../../../src/outputs/pdf/font-licences.ts';
import { fontFiles } from '../../../src/outputs/pdf/fonts.ts';
import { fontNames } from '../../../src/outputs/pdf/font-names.ts';
import { printBooklet } from '../../../src/outputs/pdf/print-booklet.ts';
import { sharedBrowser } from '../../support/site-browser.ts';
import { printSample, sampleSite } from './printed-sample.ts';
import { attachedTexts, readPdf } from './read-pdf.ts';
import { sampleBooklet, sampleDetails, sampleTitle, sampleUnit } from './sample-booklet.ts';
import { RARE, variedSample } from './varied-sample.ts';

let siteRoot: string;
let browsers: readonly [Browser, Browser];
let bytes: Uint8Array;
let pdf: Awaited<ReturnType<typeof readPdf>>;
/** The sample with links, rare characters and named pages. */
let variedBytes: Uint8Array;
let varied: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  siteRoot = await sampleSite();
  browsers = await Promise.all([sharedBrowser(), openBrowser()]);
  bytes = await printSample(siteRoot);
  variedBytes = await printSample(siteRoot, variedSample());
  [pdf, varied] = [await readPdf(bytes), await readPdf(variedBytes)];
});

afterAll(() => browsers[1].close());

describe('document', () => {
  it('has title, author, language and the claim to accessibility, and no date that nobody gave', () => {
    expect(pdf.info).toMatchObject({
      Title: sampleTitle,
      Author: sampleUnit,
      Language: 'zh-CN',
      Producer: 'Mingbai 0.0.0',
    });
    expect(pdf.info['CreationDate'] ?? pdf.info['ModDate']).toBeUndefined();
    expect(pdf.metadata.getRaw()).not.toContain('Date');
    expect(pdf.marked).toBe(true);
    expect(pdf.metadata.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('has bookmarks for parts, sections, forms and tables', () => {
    const titles = pdf.bookmarks.map(({ title }) => title);
    expect(titles).toContain('第二部分 部门决算情况说明');
    expect(titles).toContain('四、财政拨款“三公”经费支出决算情况说明');
    expect(titles).toContain('项目支出绩效自评表');
    expect(titles).toContain('收入支出决算总表');
  });

  it('uses the fonts of the booklet only', async () => {
    const names = fontNames(await PDFDocument.load(bytes));
    expect(names.length).toBeGreaterThan(2);
    expect(fontFiles.map(({ postScriptName }) => postScriptName)).toEqual(expect.arrayContaining([...names]));
  });

  it('brings the licences of the fonts that are in it, as a supplement', async () => {
    const document = await PDFDocument.load(bytes);
    const text = fontLicences(fontNames(document));
    expect(text).not.toContain('HanaMin');
    expect(await attachedTexts(bytes)).toMatchObject({ 'font-licenses.txt': text });
    const file = document.catalog.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict);
    expect(file.get(PDFName.of('AFRelationship'))).toBe(PDFName.of('Supplement'));
  });

  it('shows rare characters and signs in fonts of their own, and they are copied as they were written', async () => {
    const text = varied.pages.map((page) => page.text).join('');
    expect(text).toContain(`综合${RARE}服务科`);
    expect(varied.bookmarks.map(({ title }) => title)).toContain(`二、机构${RARE}设置及人员情况`);
    const names = fontNames(await PDFDocument.load(variedBytes));
    const own = fontNames(await PDFDocument.load(bytes));
    expect(names.filter((name) => !own.includes(name))).toEqual([
      'HanaMinB',
      'NotoSansSymbols2-Regular',
      'NotoSerifHK-Regular',
      'NotoSerifJP-Regular',
    ]);
    expect(variedBytes.length).toBeLessThan(bytes.length + 60_000);
    expect(await attachedTexts(variedBytes)).toMatchObject({ 'font-licenses.txt': fontLicences(names) });
  });

  it('is the same, byte for byte, when printed again, from a file and by another browser', async () => {
    const folder = join(siteRoot, 'unit/2023/print');
    await mkdir(folder, { recursive: true });
    const htmlFile = join(folder, 'index.html');
    await writeFile(htmlFile, sampleBooklet());
    const again = await Promise.all(
      browsers.map((browser) => printBooklet(browser, { ...sampleDetails, siteRoot, htmlFile })),
    );
    for (const other of again) expect(Buffer.compare(other, bytes)).toBe(0);
  });
});

describe('links', () => {
  it('lead within the document or to the network, never into the folder it was built in', () => {
    const { links } = varied;
    expect(links.filter((link) => link.includes(':'))).toEqual(['https://www.gov.cn/ 乙']);
    expect(links).toContain('#一、主要职能 一、主要职能');
  });
});

describe('a page that cannot be printed', () => {
  const print = (html: string) => printBooklet(browsers[0], { ...sampleDetails, siteRoot, html });

  it('has a character outside of the fonts', async () => {
    await expect(print(sampleBooklet('<p>甲ก乙</p>'))).rejects.toThrow('“ก”（U+0E01）');
  });

  it('has a contents entry that leads nowhere', async () => {
    const html = sampleBooklet().replace('id="part-glossary"', '');
    await expect(print(html)).rejects.toThrow('#part-glossary');
  });

  it('asks for a file that is not in the output folder', async () => {
    const html = sampleBooklet().replace('/print.css', '/missing.css');
    await expect(print(html)).rejects.toThrow('missing.css');
  });

  it('asks for something from the network', async () => {
    await expect(print(sampleBooklet('<img alt="" src="https://example.org/x.png">'))).rejects.toThrow(
      'https://example.org/x.png',
    );
  });
});
