import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Booklet } from '../../compile/booklet.ts';
import { catalog, type DataSet } from './catalog.ts';
import { dataSet } from './data-set.ts';

/**
 * Writes the open data of booklets, each beside its front page, and the catalogue of all of them.
 *
 * @param siteRoot folder of the site that is being built
 * @returns how many files were written
 */
export async function writeData(
  booklets: readonly Booklet[],
  siteRoot: string,
  onProgress: (text: string) => void,
): Promise<number> {
  const sets: DataSet[] = [];
  let files = 0;
  for (const [index, booklet] of booklets.entries()) {
    onProgress(`数据 ${index + 1}/${booklets.length}`);
    const set = await dataSet(booklet);
    for (const { path, bytes } of set.files) {
      const target = join(siteRoot, booklet.slug, String(booklet.year), path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
      files += 1;
    }
    sets.push(set);
  }
  await writeFile(join(siteRoot, 'catalog.json'), catalog(sets));
  return files + 1;
}
