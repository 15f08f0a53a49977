import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteHandover } from '../summary/handover.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { bundlePages, openBundle, type PageBundle } from './pages/page-bundle.ts';
import { openRenderer, type PageKind, type PageRenderer } from './pages/page-renderer.ts';

/**
 * Renders the pages of compiled booklets, and those over all booklets, into a folder, which is emptied before. Says nothing; whatever goes wrong is
 * thrown.
 *
 * @param out absolute path of the folder
 * @param onPage told how many pages are done, after each
 * @param wanted whether a page is to be made, by its path such as `/` or `/unit/2023/`; all are if it is not given
 */
export async function buildPages(
  handover: SiteHandover,
  out: string,
  onPage: (count: number) => void,
  wanted?: (path: string) => boolean,
): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await withPages(async (pages, bundle) => {
    await writeShared(bundle, out);
    let count = 0;
    await writePages(pages, handover, 'all', out, () => onPage(++count), wanted);
  });
}

/** Where the bundle of the pages is kept from one build to the next. */
export interface KeptBundle {
  /** Puts it into a folder; false if there is none. */
  restore(folder: string): Promise<boolean>;
  /** Keeps that of a folder. */
  keep(folder: string): Promise<void>;
}

/**
 * Bundles the pages, or takes them as they were bundled before, and removes the bundle when the work with it is done.
 */
export async function withPages<T>(
  work: (pages: PageRenderer, bundle: PageBundle) => Promise<T>,
  kept?: KeptBundle,
): Promise<T> {
  const folder = temporaryFolder();
  try {
    const known = await kept?.restore(folder);
    if (known !== true) {
      await bundlePages(folder);
      await kept?.keep(folder);
    }
    const bundle = await openBundle(folder);
    return await work(await openRenderer(bundle), bundle);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts what all pages share into a site. */
export async function writeShared({ shared }: PageBundle, out: string): Promise<void> {
  await cp(shared, out, { recursive: true });
}

/**
 * Renders pages into a site.
 *
 * @param onPage told after each page
 */
export async function writePages(
  pages: PageRenderer,
  handover: SiteHandover,
  kind: PageKind,
  out: string,
  onPage: () => void,
  wanted?: (path: string) => boolean,
): Promise<void> {
  for await (const { path, bytes, isPage } of pages.render(handover, kind, wanted)) {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    if (isPage) onPage();
  }
}
