import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isFolderOfYear } from '../accounts/content-files.ts';
import type { Booklet } from '../compile/booklet.ts';

/** The folder of a booklet's front page in a site. */
export function bookletFolder({ slug, folder }: Pick<Booklet, 'slug' | 'folder'>, siteRoot: string): string {
  return join(siteRoot, slug, folder);
}

/** The folders of a year below a site: of its booklet, and of editions of it that were corrected since. */
export async function foldersOfYear(
  slug: string,
  year: number,
  siteRoot: string,
): Promise<readonly string[]> {
  const names = await readdir(join(siteRoot, slug));
  return names
    .filter((name) => isFolderOfYear(name, year))
    .sort()
    .map((name) => `${slug}/${name}`);
}

/** The page of the whole booklet, from which it is printed. */
export function printPageOf(booklet: Pick<Booklet, 'slug' | 'folder'>, siteRoot: string): string {
  return join(bookletFolder(booklet, siteRoot), 'print', 'index.html');
}
