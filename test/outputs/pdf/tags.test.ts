import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFHexString, PDFRef } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readContents } from '../../../src/outputs/pdf/content/page-content.ts';
import { printBooklet } from '../../../src/outputs/pdf/print-booklet.ts';
import { contentOf, isTag, type Tag } from '../../../src/outputs/pdf/tags/tag.ts';
import { readTags } from '../../../src/outputs/pdf/tags/read-tags.ts';
import { sharedBrowser } from '../../support/site-browser.ts';
import { readPdf, unspaced } from './read-pdf.ts';
import { contentKey, readContentTexts } from './read-tags.ts';
import { sampleBooklet, sampleDetails } from './sample-booklet.ts';
import { sheetTitles } from './sample-sheets.ts';

const styles = join(import.meta.dirname, '../../../src/site/styles');
const chart = `<section class="at-a-glance" id="at-a-glance"><h2 class="part-title">一图看懂</h2><dl class="key-figures"><div><dt>收入合计</dt><dd>12.00</dd><dd>增加</dd></div></dl>
<section class="chart"><h3>图一</h3><svg role="img" aria-label="收入构成" viewBox="0 0 100 50"><rect x="10" y="10" width="50" height="20" /><text x="12" y="45">甲</text></svg></section></section>`;

let document: PDFDocument;
let texts: ReadonlyMap<string, string>;
let pdf: Awaited<ReturnType<typeof readPdf>>;
let tags: readonly Tag[];

beforeAll(async () => {
  const siteRoot = await mkdtemp(join(tmpdir(), 'mingbai-test-tags-'));
  await cp(styles, siteRoot, { recursive: true });
  const browser = await sharedBrowser();
  const html = sampleBooklet().replace('<section data-part="overview"', `${chart}$&`);
  const job = {
    ...sampleDetails,
    siteRoot,
    html,
  };
  const bytes = await printBooklet(browser, job);
  await rm(siteRoot, { recursive: true });
  document = await PDFDocument.load(bytes, { updateMetadata: false });
  texts = await readContentTexts(bytes);
  pdf = await readPdf(bytes);
  tags = [...within(readTags(document))];
});

function* within(tag: Tag): Generator<Tag> {
  yield tag;
  for (const kid of tag.kids) if (isTag(kid)) yield* within(kid);
}

const ofType = (type: string): readonly Tag[] => tags.filter((tag) => tag.type === type);
const typesIn = (tag: Tag): readonly string[] => tag.kids.flatMap((kid) => (isTag(kid) ? [kid.type] : []));

describe('tags', () => {
  it('hold all text of the pages in the order of reading, and none twice', () => {
    const read = [...contentOf(readTags(document))]
      .map((content) => texts.get(contentKey(content)) ?? '')
      .join('');
    const parts = sampleBooklet().replace(/^[^]*<section data-part="overview"[^>]*>/u, '');
    const written = parts
      .replaceAll(/<\/?[a-z][^>]*>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    expect(read.slice(-unspaced(written).length)).toBe(unspaced(written));
  });

  it('have types that say what they are', () => {
    const types = new Set(tags.map(({ type }) => type));
    for (const type of ['NonStruct', 'Div', 'Private']) expect(types).not.toContain(type);
    expect(typesIn(tags[0] as Tag)).toEqual(['Sect', 'Sect', 'Part', 'Part', 'Part', 'Part', 'Part']);
  });

  it('leave nothing of those that Chrome made, whose ids are not the same at each print', () => {
    const objects = document.context.enumerateIndirectObjects().map(([, value]) => value);
    const roots = objects.filter(
      (one) => one instanceof PDFDict && one.get(PDFName.of('Type')) === PDFName.of('StructTreeRoot'),
    );
    expect(roots).toHaveLength(1);
    expect(objects.filter((one) => /node\d{6}/.test(one.toString()))).toEqual([]);
  });

  it('put headings and what follows them into sections', () => {
    const explanations = ofType('Part')[2] as Tag;
    expect(typesIn(explanations).slice(0, 2)).toEqual(['H2', 'Sect']);
    for (const section of ofType('Sect').slice(2)) expect(typesIn(section)[0]).toMatch(/^H[1-4]$/u);
  });

  it('make a table of contents of entries that refer to their place', () => {
    const entries = ofType('TOCI');
    expect(entries.length).toBeGreaterThan(10);
    for (const entry of entries) expect(['Reference', 'Reference,TOC']).toContain(typesIn(entry).join());
    expect(ofType('Reference').every((reference) => typesIn(reference).join() === 'Link')).toBe(true);
  });

  it('give each table its caption, head and body, and its place where it is on one page', () => {
    const sheets = ofType('Table').filter((table) => typesIn(table).includes('Caption'));
    expect(sheets.length).toBe(sheetTitles.length + 2);
    for (const table of sheets) {
      expect(['Caption,THead,TBody', 'Caption,TBody']).toContain(typesIn(table).join());
    }
    for (const table of ofType('Table')) {
      const onPages = new Set([...contentOf(table)].map(({ page }) => page)).size;
      expect(table.box === undefined).toBe(onPages > 1);
    }
    expect(ofType('Table').filter(({ box }) => box === undefined).length).toBeGreaterThan(1);
  });

  it('say of a picture what it shows and where it is', () => {
    expect(ofType('Figure').map(({ alt }) => (alt as PDFHexString).decodeText())).toEqual(['收入构成']);
    // A shape of 50 × 20 in a picture of 100 × 50 that fills a column, and a letter below it.
    const [left = 0, bottom = 0, right = 0, top = 0] = ofType('Figure')[0]?.box ?? [];
    expect((right - left) / (top - bottom)).toBeGreaterThan(1.2);
    expect((right - left) / (top - bottom)).toBeLessThan(2);
    expect(right).toBeLessThan(300);
  });

  it('make items of names and what they stand for', () => {
    const [item] = ofType('LI');
    expect(typesIn(item as Tag)).toEqual(['Lbl', 'LBody']);
  });

  it('spell no character out that its font knows', () => {
    const lines = readContents(document).flatMap((content) => content.lines);
    expect(lines.filter((line) => line.includes('ActualText'))).toEqual([]);
  });

  it('hold all content of the pages that is no artifact, each once', () => {
    const held = new Map<string, number>();
    for (const { page, mcid } of contentOf(readTags(document))) {
      const key = `${page.tag} ${mcid}`;
      held.set(key, (held.get(key) ?? 0) + 1);
    }
    const drawn = readContents(document).flatMap(({ page, lines }) =>
      lines.flatMap((line) => {
        const mcid = /<<\/MCID (\d+)>> BDC$/u.exec(line)?.[1];
        return mcid === undefined ? [] : [`${page.ref.tag} ${mcid}`];
      }),
    );
    expect([...held.keys()].sort()).toEqual(drawn.sort());
    expect([...held.values()].every((count) => count === 1)).toBe(true);
  });
});

describe('bookmarks', () => {
  it('say what the contents list says, each once', () => {
    const titles = pdf.bookmarks.map(({ title }) => title);
    expect(titles).toContain('一图看懂');
    expect(titles).toContain('一、主要职能');
    expect(titles.filter((title) => title.includes('一图看懂'))).toEqual(['一图看懂']);
  });
});

describe('an archive', () => {
  it('is told the colours, the standards and the file by its content', () => {
    const intent = document.catalog.lookup(PDFName.of('OutputIntents'));
    expect(String(intent)).not.toBe('undefined');
    expect(pdf.metadata.getRaw()).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(pdf.metadata.getRaw()).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    const profiles = document.context
      .enumerateIndirectObjects()
      .filter(([, value]) => value instanceof PDFRawStream && value.dict.has(PDFName.of('N')));
    expect(profiles.length).toBeGreaterThan(0);
    expect(document.catalog.lookup(PDFName.of('PageLabels'), PDFDict)).toBeDefined();
  });
});

/** The text that the tag says which an object leads to. */
function saidAt(reference: unknown): string {
  const tag = tags.find(({ origin }) => origin === (reference as PDFRef).objectNumber);
  if (tag === undefined) throw new Error('That is no tag of the document.');
  return [...contentOf(tag)].map((content) => texts.get(contentKey(content)) ?? '').join('');
}

const dictionaries = (): readonly PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .map(([, value]) => value)
    .filter((value) => value instanceof PDFDict);

describe('what leads into the document', () => {
  it('leads to tags, too: each bookmark to its heading', () => {
    const bookmarks = dictionaries().filter(
      (one) => one.has(PDFName.of('Title')) && one.has(PDFName.of('Dest')),
    );
    const headed = bookmarks.filter((one) => one.has(PDFName.of('SE')));
    expect(headed.length).toBeGreaterThan(5);
    for (const one of headed) {
      const title = one.lookup(PDFName.of('Title')) as PDFHexString;
      const heading = saidAt(one.get(PDFName.of('SE')));
      expect(
        unspaced(title.decodeText()).endsWith(heading) || heading.endsWith(unspaced(title.decodeText())),
      ).toBe(true);
    }
  });

  it('leads to tags, too: each link of the contents list to the heading that it names', () => {
    const actions = dictionaries()
      .filter((one) => one.get(PDFName.of('Subtype')) === PDFName.of('Link'))
      .map((one) => one.lookupMaybe(PDFName.of('A'), PDFDict))
      .filter((action) => action?.get(PDFName.of('S')) === PDFName.of('GoTo'));
    expect(actions.length).toBeGreaterThan(3);
    for (const action of actions) {
      const tag = action?.lookup(PDFName.of('SD'), PDFArray).get(0);
      expect(tags.find(({ origin }) => origin === (tag as PDFRef).objectNumber)?.type).toMatch(/^H[1-6]$/u);
    }
  });
});
