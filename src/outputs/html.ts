import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteHandover } from '../summary/handover.ts';
import type { PageKind, PageRenderer } from './pages/page-renderer.ts';
import { withPages } from './pages/with-pages.ts';
import { StageTimes } from './report/stage-times.ts';

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
  await withPages(out, undefined, new StageTimes(), async (pages) => {
    let count = 0;
    await writePages(pages, handover, 'all', out, () => onPage(++count), wanted);
  });
}

/**
 * Renders pages into a site.
 *
 * @param onPage told after each page, and of which file it is
 */
export async function writePages(
  pages: PageRenderer,
  handover: SiteHandover,
  kind: PageKind,
  out: string,
  onPage: (path: string) => void,
  wanted?: (path: string) => boolean,
): Promise<void> {
  for await (const { path, bytes, isPage } of pages.render(handover, kind, wanted)) {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    if (isPage) onPage(path);
  }
}
