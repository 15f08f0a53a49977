import { SaxesParser } from 'saxes';

/** An object as a bucket lists it. */
export interface StoredObject {
  readonly key: string;
  /** MD5 of its bytes in hexadecimal, if it was put there in one piece and unencrypted. */
  readonly etag: string;
}

/** Reads a page of `ListBucketResult`: its objects in the order of their keys, and whether more follow. */
export function readListing(xml: string): { found: readonly StoredObject[]; truncated: boolean } {
  const found: StoredObject[] = [];
  const open: string[] = [];
  let texts: Record<string, string> = {};
  let truncated = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
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
  return { found, truncated };
}
