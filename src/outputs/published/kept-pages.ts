import { constants } from 'node:fs';
import { copyFile, cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import { foldersOfYear } from '../booklet-folder.ts';
import { filesBelow } from '../../workspace/files-below.ts';

/** Where Astro puts what pages share: its files are named by their content. */
const ASSETS = '_astro';
/** Files that can name an asset. */
const NAMES_ASSETS = /\.(?:html|css|js)$/;

/**
 * Takes the pages and files of booklets from one output into another as they are, with the stylesheets and scripts that
 * they name: those of another version of the program may be called otherwise by now.
 *
 * @param onBooklet told how many booklets were taken, after each
 */
export async function keepPages(
  booklets: readonly Pick<BookletSummary, 'slug' | 'year'>[],
  from: string,
  to: string,
  onBooklet: (count: number) => void,
): Promise<void> {
  for (const [index, { slug, year }] of booklets.entries()) {
    for (const folder of await foldersOfYear(slug, year, from))
      await cp(join(from, folder), join(to, folder), { recursive: true, mode: constants.COPYFILE_FICLONE });
    onBooklet(index + 1);
  }
  const kept = booklets.map(({ slug, year }) => foldersOfYear(slug, year, from));
  const folders = (await Promise.all(kept)).flat().map((folder) => join(from, folder));
  for (const name of await namedAssets(folders, await missingAssets(from, to), join(from, ASSETS))) {
    await mkdir(dirname(join(to, ASSETS, name)), { recursive: true });
    await copyFile(join(from, ASSETS, name), join(to, ASSETS, name));
  }
}

/** Assets that only the one output has. */
async function missingAssets(from: string, to: string): Promise<readonly string[]> {
  const has = new Set(await filesBelow(join(to, ASSETS)));
  return (await filesBelow(join(from, ASSETS))).filter((name) => !has.has(name));
}

/** Which of some assets the files of folders name, or those assets themselves. */
async function namedAssets(
  folders: readonly string[],
  assets: readonly string[],
  assetFolder: string,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  if (assets.length === 0) return named;
  const read = async (file: string): Promise<void> => {
    if (!NAMES_ASSETS.test(file)) return;
    const text = await readFile(file, 'utf8');
    for (const name of assets) if (text.includes(name)) named.add(name);
  };
  for (const folder of folders) for (const name of await filesBelow(folder)) await read(join(folder, name));
  // A set also visits what is added on the way.
  for (const name of named) await read(join(assetFolder, name));
  return named;
}
