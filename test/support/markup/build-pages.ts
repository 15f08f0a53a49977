import { rm } from 'node:fs/promises';
import type { Site } from '../../../src/compile/compile-site.ts';
import { writeData } from '../../../src/outputs/data/write-data.ts';
import { buildPages } from '../../../src/outputs/html.ts';
import { writeSearch } from '../../../src/outputs/search/write-search.ts';

/** Writes everything of a site but its PDFs into a folder, whatever has been found in it. */
export async function buildAll(site: Site, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await buildPages(site, folder, false, () => undefined);
  const booklets = site.units.flatMap((unit) => unit.booklets);
  await writeData(booklets, folder, () => undefined);
  await writeSearch(site.units, folder);
}
