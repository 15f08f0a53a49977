import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where a page leaves room for the hash of a file, whose path is relative to the page. */
const ROOM = /(<span data-hash-of="([^"]*)">)(?=<\/span>)/g;

/**
 * Fills in the SHA-256 of the files that a built page names, by which anybody can tell that a file is the one that the page
 * speaks of. Throws if a file is missing.
 */
export async function fillFileHashes(page: string): Promise<void> {
  const html = await readFile(page, 'utf8');
  const hashes = new Map<string, string>();
  for (const [, , path = ''] of html.matchAll(ROOM)) {
    const bytes = await readFile(join(dirname(page), path));
    hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
  }
  if (hashes.size === 0) return;
  await writeFile(
    page,
    html.replaceAll(ROOM, (_, tag: string, path: string) => `${tag}${hashes.get(path) ?? ''}`),
  );
}
