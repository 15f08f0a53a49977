import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readContents, writeContent } from '../../../src/outputs/pdf/content/page-content.ts';
import { addWatermark, type Outline } from '../../../src/outputs/pdf/watermark.ts';
import { textOutline } from '../../../src/outputs/pictures/text-outline.ts';
import { printSample, sampleSite } from './printed-sample.ts';
import { readPdf } from './read-pdf.ts';

describe('a draft', () => {
  it('says so across each page in a drawing that is an artifact, and no text of the page changes', async () => {
    const bytes = await printSample(await sampleSite());
    const pdf = await readPdf(bytes);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const outline = await textOutline('征求意见稿');
    const drawn = addWatermark(document, readContents(document), outline);
    for (const content of drawn) writeContent(content);
    for (const { lines } of drawn) {
      const at = lines.indexOf('/Watermark Do');
      expect(lines.slice(0, at).filter((line) => line.endsWith('BDC'))).toEqual([
        '/Artifact <</Type /Pagination /Subtype /Watermark>> BDC',
      ]);
    }
    const read = await readPdf(await document.save());
    expect(read.pages.map(({ text }) => text)).toEqual(pdf.pages.map(({ text }) => text));
  });

  it('is drawn with the outline of each sign of its name', async () => {
    const shapes = ({ operators }: Outline): number =>
      operators.split('\n').filter((line) => line === 'h').length;
    const [one, two] = [await textOutline('草'), await textOutline('草草')];
    expect(shapes(one)).toBeGreaterThan(0);
    expect(shapes(two)).toBe(2 * shapes(one));
    expect(two.width).toBe(2 * one.width);
  });
});
