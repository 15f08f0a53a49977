import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';

/**
 * On which page, counted from 1, each linked element of the printed page stands.
 *
 * Chrome writes a named destination for every id that a link on the page points to.
 */
export function destinationPages(document: PDFDocument): ReadonlyMap<string, number> {
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1] as const));
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pages = new Map<string, number>();
  for (const [name, value] of destinations?.entries() ?? []) {
    const destination = document.context.lookup(value, PDFArray);
    const page = destination.get(0);
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    if (number !== undefined) pages.set(destinationId(name), number);
  }
  return pages;
}

/** The id of the element that a destination stands for: Chrome writes it as in an address. */
export function destinationId(name: PDFName): string {
  return decodeURIComponent(name.decodeText());
}
