import { join } from 'node:path';
import type { SearchWords } from '../../accounts/schema/search-words.ts';
import { FileWriter } from '../file-writer.ts';
import { buildIndex, type Volume } from './build-index.ts';

/**
 * Writes the search index beside the search page.
 *
 * @param volumes all booklets of the site
 * @param words what the public calls things
 * @param siteRoot folder of the site that is being built
 */
export function writeSearch(volumes: readonly Volume[], words: SearchWords, siteRoot: string): void {
  const files = new FileWriter(join(siteRoot, 'search'));
  for (const { path, text } of buildIndex(newestFirst(volumes), words)) files.write(path, text);
}

/** The booklets in the order in which results are shown. */
export function newestFirst(volumes: readonly Volume[]): readonly Volume[] {
  return volumes.toSorted((a, b) => b.year - a.year);
}
