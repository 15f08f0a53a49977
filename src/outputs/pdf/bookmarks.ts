import { PDFDict, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';

/** A heading of the page. */
export interface Heading {
  /** What the contents list calls it, or else what it says itself. */
  readonly title: string;
  /** The ids that links to it name: its own, and those of what begins with it. */
  readonly ids: readonly string[];
}

/** Runs in the page: its headings in their order. */
export function readHeadings(): readonly Heading[] {
  const HEADINGS = 'h1, h2, h3, h4, h5, h6';
  const listed = new Map(
    [...document.querySelectorAll<HTMLElement>('nav[data-contents] a[href^="#"]')].map(
      (link) => [decodeURIComponent((link.getAttribute('href') ?? '').slice(1)), link.innerText] as const,
    ),
  );
  const ids = new Map<Element | null, string[]>();
  for (const element of document.querySelectorAll('[id]')) {
    const heading = element.matches(HEADINGS) ? element : element.querySelector(HEADINGS);
    ids.set(heading, [...(ids.get(heading) ?? []), element.id]);
  }
  return [...document.querySelectorAll<HTMLElement>(HEADINGS)]
    .filter((heading) => heading.innerText.trim() !== '')
    .map((heading) => ({
      title: (listed.get(heading.id) ?? heading.innerText).replaceAll(/\s+/gu, ' ').trim(),
      ids: ids.get(heading) ?? [],
    }));
}

/**
 * Lets bookmarks say what the contents list says, since Chrome makes them of the headings, and says some of them twice.
 *
 * @param headings of the page; where there are more or fewer of them than bookmarks, these keep their words
 * @returns the bookmarks with what they are of, as far as that is known
 */
export function nameBookmarks(
  document: PDFDocument,
  headings: readonly Heading[],
): ReadonlyMap<PDFDict, Heading | undefined> {
  const root = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  const bookmarks = root === undefined ? [] : [...bookmarksIn(root)];
  const fits = bookmarks.length === headings.length;
  return new Map(
    bookmarks.map((bookmark, index) => {
      const heading = fits ? headings[index] : undefined;
      if (heading !== undefined) bookmark.set(PDFName.of('Title'), PDFHexString.fromText(heading.title));
      return [bookmark, heading];
    }),
  );
}

/**
 * Lets bookmarks lead to the tags of their headings, too (SE, ISO 32000-1, 12.3.3).
 *
 * @param places of tags, by the numbers of the objects that Chrome had made of them
 * @returns the tags of headings, by the ids that links to them name
 */
export function tagBookmarks(
  bookmarks: ReadonlyMap<PDFDict, Heading | undefined>,
  places: ReadonlyMap<number, PDFRef>,
): ReadonlyMap<string, PDFRef> {
  const targets = new Map<string, PDFRef>();
  for (const [bookmark, heading] of bookmarks) {
    const before = bookmark.get(PDFName.of('SE'));
    const tag = before instanceof PDFRef ? places.get(before.objectNumber) : undefined;
    if (tag === undefined) bookmark.delete(PDFName.of('SE'));
    else bookmark.set(PDFName.of('SE'), tag);
    if (tag !== undefined) for (const id of heading?.ids ?? []) targets.set(id, tag);
  }
  return targets;
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
