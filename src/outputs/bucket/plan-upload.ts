import { MARKER } from '../../workspace/output-marker.ts';
import type { StoredObject } from './listing.ts';

/** What an upload does, in this order. */
export interface UploadPlan {
  /** Keys of files that pages lead to; the mark of our outputs first, so that an upload that broke off can be taken up. */
  readonly files: readonly string[];
  readonly pages: readonly string[];
  /** What the site has no longer: nothing leads to it when all pages are there. */
  readonly remove: readonly string[];
  readonly unchanged: number;
}

/** Whether a bucket may be made like a site: it is empty below the prefix, or holds a site of this program. */
export function isOurs(stored: readonly StoredObject[], prefix: string): boolean {
  return stored.length === 0 || stored.some(({ key }) => key === prefix + MARKER);
}

/**
 * Compares a site with what a bucket holds.
 *
 * @param site keys, with the prefix, and the MD5 of each file
 */
export function planUpload(
  site: ReadonlyMap<string, string>,
  stored: readonly StoredObject[],
  prefix: string,
): UploadPlan {
  const there = new Map(stored.map(({ key, etag }) => [key, etag]));
  const changed = [...site].filter(([key, md5]) => there.get(key) !== md5).map(([key]) => key);
  const isPage = (key: string) => key.endsWith('.html');
  const isMark = (key: string) => key === prefix + MARKER;
  return {
    files: [...changed.filter(isMark), ...changed.filter((key) => !isMark(key) && !isPage(key))],
    pages: changed.filter(isPage),
    remove: stored.map(({ key }) => key).filter((key) => !site.has(key)),
    unchanged: site.size - changed.length,
  };
}
