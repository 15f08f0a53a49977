import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { destinationId } from './page-numbers.ts';
import { nameOf } from './names.ts';
import { isTextObject } from './text-object.ts';

/** Runs in the page: the `href` of its links, the ids in it decoded, and their texts. */
export function readLinkTexts(): readonly (readonly [string, string])[] {
  return [...document.querySelectorAll<HTMLElement>('a[href]')].map((link) => {
    const href = link.getAttribute('href') ?? '';
    return [href.startsWith('#') ? decodeURIComponent(href) : href, link.innerText];
  });
}

/**
 * Says of each link where it leads, which a screen reader reads out (PDF/UA, ISO 14289-1, 7.18.5).
 *
 * @param linkTexts the text of the page's links by their `href`, the ids in it decoded
 */
export function describeLinks(document: PDFDocument, linkTexts: ReadonlyMap<string, string>): void {
  for (const value of linksIn(document)) {
    const address = linkAddress(value);
    value.set(nameOf('Contents'), PDFHexString.fromText(linkTexts.get(address) ?? address));
  }
}

/**
 * Lets links within the document lead to tags, too, for readers that go by these (structure destinations, ISO 32000-2, 12.3.2.3).
 *
 * @param targets the tags that ids stand for
 */
export function leadToTags(document: PDFDocument, targets: ReadonlyMap<string, PDFRef>): void {
  const { context } = document;
  for (const value of linksIn(document)) {
    const destination = value.lookup(nameOf('Dest'));
    const tag = destination instanceof PDFName ? targets.get(destinationId(destination)) : undefined;
    if (destination === undefined || tag === undefined) continue;
    value.delete(nameOf('Dest'));
    value.set(nameOf('A'), context.obj({ S: 'GoTo', D: destination, SD: [tag, 'Fit'] }));
  }
}

function linksIn(document: PDFDocument): readonly PDFDict[] {
  return document
    .getPages()
    .flatMap(({ node }) => node.Annots()?.asArray() ?? [])
    .map((one) => document.context.lookup(one, PDFDict))
    .filter((one) => one.get(nameOf('Subtype')) === nameOf('Link'));
}

/** The link's `href`: a destination of this document, or an address. */
function linkAddress(annotation: PDFDict): string {
  const destination = annotation.lookup(nameOf('Dest'));
  if (destination instanceof PDFName) return `#${destinationId(destination)}`;
  const uri = annotation.lookupMaybe(nameOf('A'), PDFDict)?.lookup(nameOf('URI'));
  return isTextObject(uri) ? uri.decodeText() : '';
}
