import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { destinationId } from './page-numbers.ts';

/**
 * Completes what Chrome leaves out of the tags (PDF/UA, ISO 14289-1): the body of each list item
 * (7.2), and a description of each link (7.18.5).
 *
 * @param linkTexts the text of the page's links by their `href`, the ids in it decoded
 */
export function completeStructure(document: PDFDocument, linkTexts: ReadonlyMap<string, string>): void {
  for (const [reference, value] of document.context.enumerateIndirectObjects()) {
    if (!(value instanceof PDFDict)) continue;
    if (value.get(PDFName.of('S')) === PDFName.of('LI')) addItemBody(document.context, reference, value);
    if (value.get(PDFName.of('Subtype')) === PDFName.of('Link')) describeLink(value, linkTexts);
  }
}

/** Puts whatever is not the item's label into an `LBody`. */
function addItemBody(context: PDFContext, reference: PDFRef, item: PDFDict): void {
  const kids = item.lookup(PDFName.of('K'));
  const children = kids instanceof PDFArray ? kids.asArray() : [item.get(PDFName.of('K'))];
  const present = children.filter((child) => child !== undefined);
  const isPart = (child: PDFObject): boolean => {
    const element = context.lookup(child);
    const type = element instanceof PDFDict ? element.get(PDFName.of('S')) : undefined;
    return type === PDFName.of('Lbl') || type === PDFName.of('LBody');
  };
  const rest = present.filter((child) => !isPart(child));
  if (rest.length === 0) return;
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: reference, K: rest });
  const bodyReference = context.register(body);
  for (const child of rest) {
    const element = context.lookup(child);
    if (element instanceof PDFDict && element.has(PDFName.of('P'))) {
      element.set(PDFName.of('P'), bodyReference);
    }
  }
  item.set(PDFName.of('K'), context.obj([...present.filter(isPart), bodyReference]));
}

function describeLink(annotation: PDFDict, linkTexts: ReadonlyMap<string, string>): void {
  const address = linkAddress(annotation);
  const text = linkTexts.get(address) ?? address;
  annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text));
}

/** The link's `href`: a destination of this document, or an address. */
function linkAddress(annotation: PDFDict): string {
  const destination = annotation.lookup(PDFName.of('Dest'));
  if (destination instanceof PDFName) return `#${destinationId(destination)}`;
  const uri = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '';
}
