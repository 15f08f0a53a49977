import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { bookletCharts } from '../../src/charts/booklet-charts.ts';
import { drawChart, drawPrintedChart } from '../../src/charts/draw-chart.ts';
import type { Site } from '../../src/compile/compile-site.ts';
import { handOver } from '../../src/summary/handover.ts';
import { bookletDetails } from '../../src/outputs/pdf/booklet-details.ts';
import { addXmpMetadata } from '../../src/outputs/pdf/xmp-metadata.ts';
import { feed, sitemap } from '../../src/site/hub/site-lists.ts';
import { hasErrors } from '../../src/source/diagnostic.ts';
import { compiled } from '../support/compiled.ts';
import { dataOf } from '../outputs/data/data-of.ts';
import { workbookFiles } from '../outputs/data/read-workbook.ts';
import { edited, realFiles, withBytes, textOf } from '../support/project.ts';

const UNIT = 'content/units/demo-bureau/unit.yaml';
const CODES = 'content/codes/2023/functional.yaml';
const ADDRESS = 'https://juesuan.example/';

/** The texts of a document; throws where it is not well-formed. */
function xmlTexts(xml: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (piece) => (text += piece));
  parser.on('cdata', (piece) => (text += piece));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text;
}

/** The demonstration site with a text in the name of the site, of the unit and of a code. */
async function siteWith(text: string): Promise<Site> {
  const quoted = JSON.stringify(text);
  const files = edited(
    await realFiles('demo-bureau'),
    'content/site.yaml',
    '站名: 部门决算公开',
    `站名: ${quoted}`,
  );
  const named = edited(files, UNIT, '名称: 示例市政务服务局', `名称: ${JSON.stringify(`示例${text}局`)}`);
  const codes = textOf(named, CODES).replace(
    '"2010301": { 名称: 行政运行 }',
    `"2010301": { 名称: ${quoted} }`,
  );
  return compiled(withBytes(named, CODES, new TextEncoder().encode(codes)));
}

function xmpOf(document: PDFDocument): string {
  const stream = document.catalog.lookup(PDFName.of('Metadata'));
  if (!(stream instanceof PDFRawStream)) throw new Error('no metadata');
  return new TextDecoder().decode(stream.getContents());
}

/** Every XML that a site is made of, by what it is. */
async function xmlOf(site: Site): Promise<Readonly<Record<string, string>>> {
  handOver({ site, pdf: false });
  const booklet = site.units[0]?.booklets.at(-1);
  if (booklet === undefined) throw new Error('no booklet');
  const data = await dataOf(booklet);
  const workbooks = [...data].filter(([path]) => /\.(xlsx|docx)$/.test(path));
  const sheets = workbooks.flatMap(([, bytes]) => Object.entries(workbookFiles(bytes)));
  const pictures = bookletCharts(booklet.source).flatMap((chart) =>
    [drawChart(chart) ?? [], drawPrintedChart(chart) ?? []].flat(),
  );
  const document = await PDFDocument.create();
  addXmpMetadata(document, bookletDetails(booklet, undefined), ['figures.json']);
  return {
    feed: await feed(ADDRESS),
    sitemap: await sitemap(ADDRESS),
    xmp: xmpOf(document),
    ...Object.fromEntries(sheets.filter(([name]) => /\.(?:xml|rels)$/.test(name))),
    ...Object.fromEntries(
      pictures.map((picture, index) => [`picture ${index}`, toHtml(picture, { space: 'svg' })]),
    ),
  };
}

const TEXTS = [
  ']]>',
  '<![CDATA[x]]>',
  '&amp;',
  '&',
  '<script>',
  '"\'',
  '>',
  '<!--',
  '--',
  '\u2028',
  '\u2029',
  '&#0;',
  '%00',
  '_x0000_',
  '<?xml?>',
  '\u00e9',
  '𠮷',
];

describe('XML is well-formed whatever the texts say', () => {
  it.each([TEXTS.join(''), ...[']]>', '&#x1F;<', '\u2028']])('%j', async (text) => {
    const site = await siteWith(`甲${text}乙`);
    expect(hasErrors(site.diagnostics.filter(({ rule }) => rule === 'unprintable-character'))).toBe(false);
    const xml = await xmlOf(site);
    expect(Object.keys(xml).length).toBeGreaterThan(12);
    const texts = Object.fromEntries(Object.entries(xml).map(([name, content]) => [name, xmlTexts(content)]));
    for (const name of ['feed', 'xmp']) expect(texts[name]).toContain(`甲${text}乙`);
  });

  it('and so is the metadata of a PDF, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.oneof(fc.constantFrom(...TEXTS), fc.constantFrom('甲', 'a')) }),
        async (text) => {
          const document = await PDFDocument.create();
          const details = { title: text, unitName: text, lang: 'zh-CN', producer: 'Mingbai' };
          addXmpMetadata(document, { ...details, subject: text, keywords: [text] }, [text]);
          expect(xmlTexts(xmpOf(document)).split(text).length).toBeGreaterThan(1);
        },
      ),
      { numRuns: 100 },
    );
  });
});
