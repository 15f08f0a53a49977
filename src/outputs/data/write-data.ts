import type { SiteSettings } from '../../accounts/schema/site.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { FileWriter } from '../file-writer.ts';
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
  const writer = new FileWriter(folder);
  for (const { path, bytes } of files) writer.write(path, bytes);
  return files.map(listed);
}
