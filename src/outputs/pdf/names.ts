import { PDFName } from '@cantoo/pdf-lib';
import { remembered } from '../../source/remembered.ts';

/*
 * The names in a PDF are few and met a hundred thousand times; the library spells each anew whenever it is asked for. It has one
 * object for a name.
 */
const names = new Map<string, PDFName>();

/** The name that a text is. */
export function nameOf(text: string): PDFName {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = PDFName.of(text);
  names.set(text, name);
  return name;
}

/** The text that a name is. */
export const textOf = remembered((name: PDFName): string => name.decodeText());
