import { join } from 'node:path';
import type { Booklet } from '../compile/booklet.ts';

/** The folder of a booklet's front page in a site. */
export function bookletFolder({ slug, year }: Pick<Booklet, 'slug' | 'year'>, siteRoot: string): string {
  return join(siteRoot, slug, String(year));
}

/** The page of the whole booklet, from which it is printed. */
export function printPageOf(booklet: Pick<Booklet, 'slug' | 'year'>, siteRoot: string): string {
  return join(bookletFolder(booklet, siteRoot), 'print', 'index.html');
}
