import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Booklet } from '../../compile/compile-site.ts';
import { buildIndex, type Volume } from './build-index.ts';
import { bookletSections } from './sections.ts';

/**
 * Writes the search index beside the search page; the newest booklets come first in its results.
 *
 * @param siteRoot folder of the site that is being built
 */
export async function writeSearch(booklets: readonly Booklet[], siteRoot: string): Promise<void> {
  const volumes = booklets.map(volumeOf).sort((a, b) => b.year - a.year);
  for (const { path, text } of buildIndex(volumes)) {
    const target = join(siteRoot, 'search', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

function volumeOf(booklet: Booklet): Volume {
  const { slug, unit, year } = booklet;
  return { slug, name: unit.name, year, sections: bookletSections(booklet) };
}
