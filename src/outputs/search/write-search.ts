import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Booklet } from '../../compile/booklet.ts';
import type { SiteUnit } from '../../compile/site-unit.ts';
import { buildIndex, type Volume } from './build-index.ts';
import { bookletSections } from './sections.ts';

/**
 * Writes the search index beside the search page; the newest booklets come first in its results.
 *
 * @param siteRoot folder of the site that is being built
 */
export async function writeSearch(units: readonly SiteUnit[], siteRoot: string): Promise<void> {
  for (const { path, text } of buildIndex(volumesOf(units))) {
    const target = join(siteRoot, 'search', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

/** All booklets as the search index takes them: the newest first. */
export function volumesOf(units: readonly SiteUnit[]): readonly Volume[] {
  return units
    .flatMap(({ booklets }) => booklets)
    .map(volumeOf)
    .sort((a, b) => b.year - a.year);
}

function volumeOf(booklet: Booklet): Volume {
  const { slug, unit, year } = booklet;
  return { slug, name: unit.name, year, sections: bookletSections(booklet) };
}
