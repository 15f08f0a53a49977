import { PDFHexString, PDFString } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';

/** Whether an object is a text or bytes, in either of the two forms in which a PDF writes these (ISO 32000-1, 7.3.4). */
export function isTextObject(object: PDFObject | undefined): object is PDFHexString | PDFString {
  return object instanceof PDFHexString || object instanceof PDFString;
}
