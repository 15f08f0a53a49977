import { SaxesParser } from 'saxes';

/** An object as a bucket lists it. */
export interface StoredObject {
  readonly key: string;
  /** MD5 of its bytes in hexadecimal, if it was put there in one piece and unencrypted. */
  readonly etag: string;
}

/** A page of what a bucket holds: objects in the order of their keys, and whether more follow. */
export interface Listing {
  readonly found: readonly StoredObject[];
  readonly truncated: boolean;
}

/** Reads a `ListBucketResult`; undefined for anything else, as what a server says to browsers: that is no empty bucket. */
export function readListing(xml: string): Listing | undefined {
  const found: StoredObject[] = [];
  const open: string[] = [];
  let texts: Record<string, string> = {};
  let truncated = false;
  let isListing = true;
  const parser = new SaxesParser();
  parser.on('error', () => (isListing = false));
  parser.on('opentag', ({ name }) => {
    if (open.length === 0 && name !== 'ListBucketResult') isListing = false;
    open.push(name);
    if (name === 'Contents') texts = {};
  });
  parser.on('text', (text) => {
    const name = open.at(-1) ?? '';
    texts[name] = (texts[name] ?? '') + text;
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name === 'IsTruncated') truncated = texts['IsTruncated'] === 'true';
    if (name !== 'Contents') return;
    found.push({ key: texts['Key'] ?? '', etag: (texts['ETag'] ?? '').replaceAll('"', '').toLowerCase() });
  });
  parser.write(xml).close();
  return isListing ? { found, truncated } : undefined;
}
