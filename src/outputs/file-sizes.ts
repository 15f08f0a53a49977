import { stat } from 'node:fs/promises';
import { fillRooms } from './fill-rooms.ts';

/** Also one that is filled: a file that is signed has another size than before. */
const ROOM = /(<span class="size" data-file="([^"]*)">)[^<]*(?=<\/span>)/g;

const KILOBYTE = 1024;

/**
 * Fills in the sizes of the files that a built page offers. They are known only when everything is written: the PDF is
 * printed from a page of the same site. Throws if a file is missing.
 */
export function fillFileSizes(page: string): Promise<void> {
  return fillRooms(page, ROOM, async (file) => formatSize((await stat(file)).size));
}

/** `356 KB`, `1.2 MB`. */
export function formatSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  return kilobytes < KILOBYTE ? `${kilobytes} KB` : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;
}
