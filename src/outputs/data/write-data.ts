import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Licence } from '../../accounts/schema/imprint.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { listed, type ListedFile } from './catalog.ts';
import { dataSet } from './data-set.ts';

/**
 * Writes the open data of a booklet.
 *
 * @param folder of the booklet's front page
 * @param licence on what terms they may be used, if the site states that
 * @returns the files that were written
 */
export async function writeData(
  booklet: Booklet,
  folder: string,
  licence?: Licence,
): Promise<readonly ListedFile[]> {
  const files = await dataSet(booklet, licence);
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  return files.map(listed);
}
