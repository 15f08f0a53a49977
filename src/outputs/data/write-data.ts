import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteSettings } from '../../accounts/schema/site.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { listed, type ListedFile } from './catalog.ts';
import { dataSet } from './data-set.ts';

/**
 * Writes the open data of a booklet.
 *
 * @param folder of the booklet's front page
 * @param settings what the site states of itself
 * @returns the files that were written
 */
export async function writeData(
  booklet: Booklet,
  folder: string,
  settings: SiteSettings,
): Promise<readonly ListedFile[]> {
  const files = await dataSet(booklet, settings);
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  return files.map(listed);
}
