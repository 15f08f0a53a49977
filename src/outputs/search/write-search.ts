import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SearchWords } from '../../accounts/schema/search-words.ts';
import { buildIndex, type Volume } from './build-index.ts';

/**
 * Writes the search index beside the search page.
 *
 * @param volumes all booklets of the site
 * @param words what the public calls things
 * @param siteRoot folder of the site that is being built
 */
export async function writeSearch(
  volumes: readonly Volume[],
  words: SearchWords,
  siteRoot: string,
): Promise<void> {
  for (const { path, text } of buildIndex(newestFirst(volumes), words)) {
    const target = join(siteRoot, 'search', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

/** The booklets in the order in which results are shown. */
export function newestFirst(volumes: readonly Volume[]): readonly Volume[] {
  return volumes.toSorted((a, b) => b.year - a.year);
}
