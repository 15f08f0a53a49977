import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../../src/outputs/pdf/browser.ts';
import { printBooklet } from '../../src/outputs/pdf/print-booklet.ts';
import { fontNames } from '../../src/outputs/pdf/font-names.ts';
import { writeOwnFonts, type OwnFontFile } from '../../src/outputs/pdf/own-font-files.ts';
import { verifyPdf } from '../../src/outputs/pdf/verify/verify-pdf.ts';
import { pageStyles } from '../../src/site/styles/print-pages.ts';
import { attachedTexts, readPdf } from '../outputs/pdf/read-pdf.ts';
import { fontWith, tableAt } from '../support/own-font.ts';
import { shippedLayout } from '../support/layouts.ts';

const MILLIMETRE = 72 / 25.4;
/** Plain text for some pages: every line of it is full but for the last. */
const TEXT = '财政拨款收入支出决算总体情况说明'.repeat(150);
const TITLE = '示例市政务服务局2023年度部门决算';

let root: string;
let browser: Browser;
let bytes: Uint8Array;
let pdf: Awaited<ReturnType<typeof readPdf>>;

const print = (fonts: readonly OwnFontFile[] = [], extra = ''): Promise<Uint8Array> => {
  const parts = [{ key: 'text', title: '第一部分', content: [] }];
  const styles = pageStyles({
    runningHead: TITLE,
    layout: shippedLayout('公文'),
    sharedSheets: false,
    parts,
    tables: [],
  });
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${TITLE}</title><link rel="stylesheet" href="/print.css"><style>${styles}</style></head><body class="print"><header class="cover"><h1>${TITLE}</h1></header><main><section data-part="text"><p>${TEXT}${extra}</p><h4>（一）总体情况</h4></section></main></body></html>`;
  return printBooklet(browser, {
    siteRoot: root,
    fonts,
    html,
    title: TITLE,
    unitName: '示例市政务服务局',
    lang: 'zh-CN',
    producer: 'Mingbai 0.0.0',
  });
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mingbai-test-official-'));
  await cp(join(import.meta.dirname, '../../src/site/styles'), root, { recursive: true });
  browser = await openBrowser();
  bytes = await print();
  pdf = await readPdf(bytes);
});

afterAll(async () => {
  await browser.close();
  await rm(root, { recursive: true });
});

/** The pages of plain text that are full, with their numbers. */
const fullPages = () =>
  pdf.pages
    .map((page, index) => ({ ...page, number: index + 1 }))
    .filter(({ number }) => number > 1 && number < 5);

describe('the layout of official documents, in the PDF', () => {
  it('has 22 lines on a page, and 28 characters in a line', () => {
    const [, second] = fullPages();
    const lines = Map.groupBy(
      second?.placed.filter(({ size }) => Math.abs(size - 16) < 0.1) ?? [],
      ({ bottom }) => Math.round(bottom),
    );
    expect(lines.size).toBe(22);
    for (const pieces of lines.values()) expect(pieces.map(({ text }) => text).join('')).toHaveLength(28);
  });

  it('has its text 37 mm from the upper edge, and 28 mm from the edge that is bound', () => {
    for (const { placed, number, width } of fullPages()) {
      const text = placed.filter(({ size }) => Math.abs(size - 16) < 0.1);
      const inner =
        number % 2 === 1
          ? Math.min(...text.map(({ left }) => left))
          : width - Math.max(...text.map(({ right }) => right));
      expect(inner / MILLIMETRE).toBeGreaterThan(27.5);
      expect(inner / MILLIMETRE).toBeLessThan(28.7);
    }
  });

  it('has the number of right pages to the right, and of left pages to the left', () => {
    for (const { placed, number, width } of fullPages()) {
      const pieces = placed.filter(({ size }) => Math.abs(size - 14) < 0.1);
      expect(
        pieces
          .map(({ text }) => text)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(`—${number}—`);
      const middle =
        (Math.min(...pieces.map(({ left }) => left)) + Math.max(...pieces.map(({ right }) => right))) / 2;
      expect(middle > width / 2).toBe(number % 2 === 1);
    }
  });

  it('is the same, byte for byte, when printed again', async () => {
    expect(Buffer.compare(await print(), bytes)).toBe(0);
  });
});

describe('a 仿宋 font of the body’s own, in the PDF', () => {
  const NAME = 'TestFangSC-Regular';
  const own = (bytes: Uint8Array): readonly OwnFontFile[] => {
    const terms = { name: '示例仿宋', postScriptNames: [NAME], notice: ['示例公司版权所有'] };
    return writeOwnFonts([{ typeface: '仿宋', path: 'content/fonts/仿宋.ttf', bytes, terms }]);
  };

  it('is embedded, with its terms, beside the program’s for what it lacks; the same bytes each time', async () => {
    const font = fontWith({ postScriptName: NAME }, 'NotoSansSC-Regular');
    const printed = await print(own(font), '☑');
    const names = fontNames(await PDFDocument.load(printed));
    expect(names).toContain(NAME);
    expect(names).toContain('NotoSansSymbols2-Regular');
    const { faults } = await verifyPdf(printed);
    expect(faults).toEqual([]);
    const { pages } = await readPdf(printed);
    expect(pages.map(({ text }) => text).join('')).toContain(TEXT.slice(0, 50));
    const licences = (await attachedTexts(printed))['font-licenses.txt'] ?? '';
    expect(licences).toContain(`示例仿宋\n(${NAME})\n示例公司版权所有`);
    expect(Buffer.compare(await print(own(font), '☑'), printed)).toBe(0);
  });

  it('is refused with its file’s name where the browser cannot read it', async () => {
    const font = fontWith({ postScriptName: NAME }, 'NotoSansSC-Regular');
    const broken = font.fill(0xff, tableAt(font, 'maxp'), tableAt(font, 'maxp') + 6);
    await expect(print(own(broken))).rejects.toThrow('content/fonts/仿宋.ttf');
  });
});
