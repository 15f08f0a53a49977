import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';
import { dropUnreachable } from '../drop-unreachable.ts';
import type { Tag } from '../tags/tag.ts';
import { asDocument, pagesOf, partsIn } from './part-tags.ts';
import { keepBookmarks } from './keep-bookmarks.ts';

/**
 * Makes a document that Chrome printed one of a single part: its pages, as they are numbered in the whole, what leads to them, and
 * its tags, which are returned.
 *
 * @param whole the tags of the whole
 * @param fromEnd which part, counted from the last, which is 1
 */
export function takePart(document: PDFDocument, whole: Tag, fromEnd: number): Tag {
  const part = partsIn(whole).at(-fromEnd);
  if (part === undefined) throw new Error('The PDF has fewer parts than its booklet.');
  const pages = pagesOf(part);
  keepBookmarks(document, pages);
  keepDestinations(document, pages);
  for (const index of document.getPageIndices().reverse())
    if (!pages.has(document.getPage(index).ref)) document.removePage(index);
  const lost = dropLinks(document);
  document.catalog.delete(PDFName.of('StructTreeRoot'));
  dropUnreachable(document);
  return asDocument(whole, part, (annotation) => lost.has(annotation));
}

/** Names that are links' targets, by their page. */
function keepDestinations({ catalog, context }: PDFDocument, pages: ReadonlySet<PDFRef>): void {
  const names = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of names?.entries() ?? []) {
    const page = context.lookup(value, PDFArray).get(0);
    if (!(page instanceof PDFRef && pages.has(page))) names?.delete(name);
  }
}

/** Links whose target is in another part lead nowhere from this one. */
function dropLinks(document: PDFDocument): ReadonlySet<PDFRef> {
  const { catalog, context } = document;
  const names = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const lost = new Set<PDFRef>();
  for (const { node } of document.getPages()) {
    const annotations = node.Annots();
    if (annotations === undefined) continue;
    const kept = annotations.asArray().filter((one) => {
      const target = context.lookupMaybe(one, PDFDict)?.get(PDFName.of('Dest'));
      const isLost = target instanceof PDFName && names?.has(target) !== true;
      if (isLost && one instanceof PDFRef) lost.add(one);
      return !isLost;
    });
    if (kept.length === 0) node.delete(PDFName.of('Annots'));
    else node.set(PDFName.of('Annots'), context.obj(kept));
  }
  return lost;
}
