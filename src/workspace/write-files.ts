import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Behind the names of files that are being written: no editor and no command takes them for input. */
const UNFINISHED = '.new~';

/**
 * Writes files of the project: each is put in its place when all have been written beside it, so that a full disk leaves
 * none of them half.
 *
 * @param files texts by path relative to the root
 */
export async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      const target = join(root, path);
      await mkdir(dirname(target), { recursive: true });
      written.push(target);
      await writeFile(`${target}${UNFINISHED}`, text);
    }
    for (const target of written) await rename(`${target}${UNFINISHED}`, target);
  } catch (error) {
    for (const target of written) await rm(`${target}${UNFINISHED}`, { force: true }).catch(() => undefined);
    throw error;
  }
}
