import { readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where a page leaves room for the size of a file, whose path is relative to the page. */
const ROOM = /(<span class="size" data-file="([^"]*)">)(?=<\/span>)/g;

const KILOBYTE = 1024;

/**
 * Fills in the sizes of the files that a built page offers. They are known only when everything is written: the PDF is
 * printed from a page of the same site. Throws if a file is missing.
 */
export async function fillFileSizes(page: string): Promise<void> {
  const html = await readFile(page, 'utf8');
  const paths = new Set([...html.matchAll(ROOM)].map(([, , path = '']) => path));
  const sizes = new Map<string, string>();
  for (const path of paths) {
    const { size } = await stat(join(dirname(page), path));
    sizes.set(path, formatSize(size));
  }
  await writeFile(
    page,
    html.replaceAll(ROOM, (_, tag: string, path: string) => `${tag}${sizes.get(path) ?? ''}`),
  );
}

/** `356 KB`, `1.2 MB`. */
export function formatSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  return kilobytes < KILOBYTE ? `${kilobytes} KB` : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;
}
