import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/** Marks a folder as ours, so that a swap never removes somebody else's files. */
export const MARKER = '.mingbai-output';

/** Tells an output from all that stood or will stand in its place; undefined where there is none. */
export function identityOf(output: string): string | undefined {
  const stats = lstatSync(join(output, MARKER), { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.mtimeNs}`;
}
