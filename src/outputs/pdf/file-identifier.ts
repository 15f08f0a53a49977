import { createHash } from 'node:crypto';
import { PDFArray, PDFHeader, PDFHexString } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { compactFile } from './compact-file.ts';
import { dropUnreachable } from './drop-unreachable.ts';

const DIGITS = 32;
const NOTHING = '0'.repeat(DIGITS);
const ID = new RegExp(`/ID \\[ <([0-9A-F]{${DIGITS}})> <\\1> \\]`, 'u');

/**
 * Saves a document compactly and without what nothing leads to, with an identifier (ISO 32000-1, 14.4) that is made of all
 * else that the file holds.
 */
export async function saveWithIdentifier(document: PDFDocument): Promise<Uint8Array> {
  const { context } = document;
  // Attached files become objects only now.
  await document.flush();
  dropUnreachable(document);
  context.header = PDFHeader.forVersion(1, 7);
  context.trailerInfo.ID = context.obj([PDFHexString.of(NOTHING), PDFHexString.of(NOTHING)]);
  const bytes = compactFile(context);
  const place = identifierPlace(bytes);
  if (place === undefined) throw new Error('The PDF has no place for its identifier.');
  return withIdentifier(bytes, place, identifierFor(bytes));
}

/**
 * What became of a file since it was saved: nothing; something was added behind it, as a signature is; another program saved
 * it in a form of its own and said so, as it must, by another second identifier (ISO 32000-1, 14.4); or its bytes were changed.
 */
export type Origin = 'as it was' | 'added to' | 'saved anew' | 'changed';

const END = Buffer.from('%%EOF');

/** Tells by its identifier what became of a file since it was saved. */
export function originOf(bytes: Uint8Array, { context }: PDFDocument): Origin {
  if (hasItsIdentifier(bytes)) return 'as it was';
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let end = file.indexOf(END); end !== -1; end = file.indexOf(END, end + 1))
    if (end + END.length < bytes.length && hasItsIdentifier(bytes.subarray(0, end + END.length)))
      return 'added to';
  const [first, second] = context.lookupMaybe(context.trailerInfo.ID, PDFArray)?.asArray().map(String) ?? [];
  return first === second ? 'changed' : 'saved anew';
}

/** Whether nothing in a file changed since its identifier was made. */
function hasItsIdentifier(bytes: Uint8Array): boolean {
  const place = identifierPlace(bytes);
  if (place === undefined) return false;
  const stated = Buffer.from(bytes.subarray(place, place + DIGITS)).toString('latin1');
  return stated === identifierFor(withIdentifier(bytes, place, NOTHING));
}

function identifierFor(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS).toUpperCase();
}

/** Where the first of the two equal identifiers of a file stands. */
function identifierPlace(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = file.lastIndexOf('/ID [');
  const match = start === -1 ? null : ID.exec(file.toString('latin1', start, start + 200));
  return match === null ? undefined : start + match.index + '/ID [ <'.length;
}

function withIdentifier(bytes: Uint8Array, place: number, identifier: string): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const digits = new TextEncoder().encode(identifier);
  changed.set(digits, place);
  changed.set(digits, place + DIGITS + '> <'.length);
  return changed;
}
