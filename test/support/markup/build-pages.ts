import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '../../../src/compile/compile-site.ts';
import { writeData } from '../../../src/outputs/data/write-data.ts';
import { buildPages } from '../../../src/outputs/html.ts';
import { recordOf, volumeOf, type BookletRecord } from '../../../src/outputs/published/booklet-record.ts';
import { writeSearch } from '../../../src/outputs/search/write-search.ts';

/** Writes everything of a site but its PDFs into a folder, whatever has been found in it. */
export async function buildAll(site: Site, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await buildPages({ site, pdf: false }, folder, () => undefined);
  const records: BookletRecord[] = [];
  for (const booklet of site.units.flatMap((unit) => unit.booklets)) {
    const files = await writeData(booklet, join(folder, booklet.slug, String(booklet.year)));
    records.push(recordOf(booklet, files, false));
  }
  await writeSearch(records.map(volumeOf), folder);
}
