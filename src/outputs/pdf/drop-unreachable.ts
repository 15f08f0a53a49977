import { PDFArray, PDFDict, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';

/**
 * Deletes the objects that nothing leads to: what was replaced would be published all the same, and what Chrome made for
 * itself, such as ids that shift when the machine is busy, would make other bytes of the same input.
 */
export function dropUnreachable({ context }: PDFDocument): void {
  const { Root, Info, Encrypt } = context.trailerInfo;
  const reached = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [Root, Info, Encrypt];
  while (open.length > 0) {
    const object = open.pop();
    if (!(object instanceof PDFRef)) open.push(...partsOf(object));
    else if (!reached.has(object)) {
      reached.add(object);
      open.push(context.lookup(object));
    }
  }
  for (const [reference] of context.enumerateIndirectObjects())
    if (!reached.has(reference)) context.delete(reference);
}

function partsOf(object: PDFObject | undefined): readonly PDFObject[] {
  if (object instanceof PDFStream) return object.dict.values();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFArray ? object.asArray() : [];
}
