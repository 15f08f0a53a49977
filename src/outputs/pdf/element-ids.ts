import { PDFArray, PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';

/**
 * Numbers the ids of the tags from 1, in the order of the document.
 *
 * Chrome calls them after internal numbers of its (`node00000678`), which shift by a few from one run
 * to the next when the machine is busy; the same input would not always make the same bytes.
 */
export function renumberElementIds(document: PDFDocument): void {
  const objects = document.context.enumerateIndirectObjects().map(([, value]) => value);
  const ids = objects.map(elementId).filter((id) => id !== undefined);
  // In the order of their old names, so that the tree of ids stays sorted.
  const names = new Map(ids.sort().map((id, index) => [id, PDFString.of(newName(index))]));
  for (const value of objects) replaceIds(value, names);
}

function newName(index: number): string {
  return `e${String(index + 1).padStart(6, '0')}`;
}

function elementId(value: PDFObject): string | undefined {
  if (!(value instanceof PDFDict)) return undefined;
  if (value.get(PDFName.of('Type')) !== PDFName.of('StructElem')) return undefined;
  return value.lookupMaybe(PDFName.of('ID'), PDFString)?.asString();
}

/** Replaces the ids within an object: in the elements, the cells' lists of heads and the id tree. */
function replaceIds(value: PDFObject, names: ReadonlyMap<string, PDFString>): void {
  const renamed = (part: PDFObject): PDFObject | undefined =>
    part instanceof PDFString ? names.get(part.asString()) : undefined;
  if (value instanceof PDFDict) {
    for (const [key, part] of value.entries()) {
      const name = renamed(part);
      if (name === undefined) replaceIds(part, names);
      else value.set(key, name);
    }
  }
  if (value instanceof PDFArray) {
    for (const [index, part] of value.asArray().entries()) {
      const name = renamed(part);
      if (name === undefined) replaceIds(part, names);
      else value.set(index, name);
    }
  }
}
