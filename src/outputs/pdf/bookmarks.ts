import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from './browser.ts';

/** What each heading of a page is called in its contents list, or else says itself, in the order of the page. */
export function headingTitles(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const listed = new Map(
      [...document.querySelectorAll<HTMLElement>('nav[data-contents] a[href^="#"]')].map(
        (link) => [decodeURIComponent((link.getAttribute('href') ?? '').slice(1)), link.innerText] as const,
      ),
    );
    return [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.innerText.trim() !== '')
      .map((heading) => (listed.get(heading.id) ?? heading.innerText).replaceAll(/\s+/gu, ' ').trim());
  });
}

/**
 * Lets bookmarks say what the contents list says: Chrome makes them of the headings, and says some of them twice. They no
 * longer name the tags that Chrome made (SE), which others take the place of.
 *
 * @param titles of the headings, in their order; where there are more or fewer of them than bookmarks, these stay as they are
 */
export function nameBookmarks(document: PDFDocument, titles: readonly string[]): void {
  const root = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  const bookmarks = root === undefined ? [] : [...bookmarksIn(root)];
  for (const bookmark of bookmarks) bookmark.delete(PDFName.of('SE'));
  if (bookmarks.length !== titles.length) return;
  for (const [index, bookmark] of bookmarks.entries()) {
    bookmark.set(PDFName.of('Title'), PDFHexString.fromText(titles[index] ?? ''));
  }
}

/** The bookmarks in the order in which they are shown. */
export function* bookmarksIn(parent: PDFDict): Generator<PDFDict> {
  let bookmark = parent.lookupMaybe(PDFName.of('First'), PDFDict);
  while (bookmark !== undefined) {
    yield bookmark;
    yield* bookmarksIn(bookmark);
    bookmark = bookmark.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
}
