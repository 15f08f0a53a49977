import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What stands where files are to be written: files of these names, and whatever else stands where a folder is needed.
 *
 * @param paths those of the files, relative to the root
 * @returns paths that exist, each once, in the order of the files
 */
export async function inTheWay(root: string, paths: Iterable<string>): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const part = parts.slice(0, depth).join('/');
      const stats = await lstat(join(root, part)).catch(() => undefined);
      if (stats === undefined) break;
      if (depth < parts.length && stats.isDirectory()) continue;
      found.add(part);
      break;
    }
  }
  return [...found];
}
