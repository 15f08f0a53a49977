import { join } from 'node:path';
import type { Booklet } from '../compile/booklet.ts';

/** The folder of a booklet's front page in a site. */
export function bookletFolder({ slug, year }: Pick<Booklet, 'slug' | 'year'>, siteRoot: string): string {
  return join(siteRoot, slug, String(year));
}
