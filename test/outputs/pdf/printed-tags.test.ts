import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { preparePage } from '../../../src/outputs/pdf/prepare-page.ts';
import { withPrintPage } from '../../../src/outputs/pdf/print-page.ts';
import { takeTags } from '../../../src/outputs/pdf/tags/printed-tags.ts';
import { readTags } from '../../../src/outputs/pdf/tags/read-tags.ts';
import { contentOf, isTag, type Tag } from '../../../src/outputs/pdf/tags/tag.ts';
import { sharedBrowser } from '../../support/site-browser.ts';
import { sampleBooklet, sampleDetails } from './sample-booklet.ts';

const styles = join(import.meta.dirname, '../../../src/site/styles');

/** What Chrome prints, before anything is done with it. */
let printed: Uint8Array;

beforeAll(async () => {
  const siteRoot = await mkdtemp(join(tmpdir(), 'mingbai-test-printed-tags-'));
  await cp(styles, siteRoot, { recursive: true });
  const chart =
    '<section class="chart"><h3>图一</h3><svg role="img" aria-label="收入构成" viewBox="0 0 9 9"><rect width="9" height="9" /></svg></section>';
  const html = sampleBooklet().replace('<section data-part="overview"', `${chart}$&`);
  printed = await withPrintPage(await sharedBrowser(), { siteRoot, html }, 'print', async (page) => {
    await preparePage(page, sampleDetails.title, []);
    return page.pdf({ tagged: true, outline: true });
  });
  await rm(siteRoot, { recursive: true });
});

const open = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false });

/** A tag and all within it, as values that can be compared. */
function values({ alt, kids, ...tag }: Tag): unknown {
  return { ...tag, alt: alt?.toString(), kids: kids.map((kid) => (isTag(kid) ? values(kid) : kid)) };
}

describe('tags taken out of a print', () => {
  it('are all tags that the library reads', async () => {
    const taken = takeTags(printed);
    if (taken === undefined) throw new Error('Chrome writes tags in another form than is known.');
    expect([...contentOf(taken.tags)].length).toBeGreaterThan(100);
    expect(values(taken.tags)).toEqual(values(readTags(await open(printed))));
  });

  it('leave all else in the file', async () => {
    const [whole, rest] = [await open(printed), await open(takeTags(printed)?.rest ?? printed)];
    const isNoTag = (text: string): boolean => !text.includes('/Type /StructElem');
    const written = (document: PDFDocument): readonly string[] =>
      document.context
        .enumerateIndirectObjects()
        .map(([place, object]) => `${place.tag} ${object.toString()}`);
    expect(written(rest)).toEqual(written(whole).filter(isNoTag));
    expect(written(rest).length).toBeLessThan(written(whole).length / 2);
    expect(rest.context.trailerInfo.Root).toBe(whole.context.trailerInfo.Root);
  });

  it.each([
    ['has an entry that is not known', ['/S /H2\n', '/S /H2\n/T (name)\n']],
    ['names a tag that is not there', ['/K [', '/K [999999 0 R ']],
    ['is written on one line', ['<</Type /StructElem\n/S /P\n', '<</Type /StructElem /S /P ']],
  ] as const)('are left to the library where one %s', (_, [known, other]) => {
    const text = Buffer.from(printed).toString('latin1');
    // Behind the first tag: what stands above the tags is none.
    const from = text.indexOf('/Type /StructElem');
    const changed = text.slice(0, from) + text.slice(from).replace(known, other);
    expect(changed).not.toBe(text);
    expect(takeTags(Buffer.from(changed, 'latin1'))).toBeUndefined();
  });

  it('are none of a file without tags', () => {
    expect(takeTags(Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n'))).toBeUndefined();
  });
});
