import { PDFName } from '@cantoo/pdf-lib';

/*
 * The names in a PDF are few and met a hundred thousand times; the library spells each anew whenever it is asked for. It has one
 * object for a name.
 */
const names = new Map<string, PDFName>();
const texts = new Map<PDFName, string>();

/** The name that a text is. */
export function nameOf(text: string): PDFName {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = PDFName.of(text);
  names.set(text, name);
  return name;
}

/** The text that a name is. */
export function textOf(name: PDFName): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = name.decodeText();
  texts.set(name, text);
  return text;
}
