import type { PDFArray, PDFDocument } from '@cantoo/pdf-lib';
import type { Chance } from './chance.ts';

/** Lets a destination lead to another page. */
export function leadElsewhere(destination: PDFArray, document: PDFDocument, chance: Chance): void {
  const page = destination.get(0);
  const others = document.getPages().flatMap(({ ref }) => (ref === page ? [] : [ref]));
  destination.set(0, chance.of(others));
}
