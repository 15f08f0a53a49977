import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fillRooms } from './fill-rooms.ts';

const ROOM = /(<span data-hash-of="([^"]*)">)(?=<\/span>)/g;

/**
 * Fills in the SHA-256 of the files that a built page names, by which anybody can tell that a file is the one that the page
 * speaks of. Throws if a file is missing.
 */
export function fillFileHashes(page: string): Promise<void> {
  return fillRooms(page, ROOM, async (file) =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  );
}
