import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';

const [FIRST, LAST, NEXT, PREV, PARENT, COUNT, DEST] = [
  'First',
  'Last',
  'Next',
  'Prev',
  'Parent',
  'Count',
  'Dest',
].map((name) => PDFName.of(name)) as [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName, PDFName];

/** A bookmark and those below it. */
interface Bookmark {
  readonly ref: PDFRef;
  readonly item: PDFDict;
  readonly kids: readonly Bookmark[];
}

/** Leaves those bookmarks that lead to some pages; what stood below one that goes takes its place. */
export function keepBookmarks({ catalog, context }: PDFDocument, pages: ReadonlySet<PDFRef>): void {
  const ref = catalog.get(PDFName.of('Outlines'));
  const root = context.lookupMaybe(ref, PDFDict);
  if (!(ref instanceof PDFRef) || root === undefined) return;
  const kept = keptOf(bookmarksBelow(root), pages);
  root.set(COUNT, PDFNumber.of(chain(ref, root, kept)));
}

function bookmarksBelow(parent: PDFDict): readonly Bookmark[] {
  const found: Bookmark[] = [];
  let ref = parent.get(FIRST);
  while (ref instanceof PDFRef) {
    const item: PDFDict = parent.context.lookup(ref, PDFDict);
    found.push({ ref, item, kids: bookmarksBelow(item) });
    ref = item.get(NEXT);
  }
  return found;
}

function keptOf(bookmarks: readonly Bookmark[], pages: ReadonlySet<PDFRef>): readonly Bookmark[] {
  return bookmarks.flatMap(({ ref, item, kids }) => {
    const page = item.lookupMaybe(DEST, PDFArray)?.get(0);
    const below = keptOf(kids, pages);
    return page instanceof PDFRef && pages.has(page) ? [{ ref, item, kids: below }] : below;
  });
}

/** Links bookmarks below their parent, and says how many there are, those below them too. */
function chain(parentRef: PDFRef, parent: PDFDict, kids: readonly Bookmark[]): number {
  let count = kids.length;
  const set = (item: PDFDict, name: PDFName, ref: PDFRef | undefined): void => {
    if (ref === undefined) item.delete(name);
    else item.set(name, ref);
  };
  set(parent, FIRST, kids[0]?.ref);
  set(parent, LAST, kids.at(-1)?.ref);
  for (const [index, { ref, item, kids: below }] of kids.entries()) {
    item.set(PARENT, parentRef);
    set(item, PREV, kids[index - 1]?.ref);
    set(item, NEXT, kids[index + 1]?.ref);
    const inner = chain(ref, item, below);
    count += inner;
    if (inner === 0) item.delete(COUNT);
    else item.set(COUNT, PDFNumber.of(inner));
  }
  return count;
}
