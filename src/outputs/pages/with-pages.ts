import { cp, rm } from 'node:fs/promises';
import { temporaryFolder } from '../../workspace/temporary-folder.ts';
import type { UnitCache } from '../cache/unit-cache.ts';
import type { StageTimes } from '../report/stage-times.ts';
import { bundlePages, openBundle } from './page-bundle.ts';
import { openRenderer, type PageRenderer } from './page-renderer.ts';

/**
 * Bundles the pages, or takes them as they were bundled before, puts what all pages share into a site, and removes the
 * bundle when the work with it is done.
 *
 * @param cache where the bundle is kept from one build to the next, if it is
 */
export async function withPages<T>(
  siteRoot: string,
  cache: UnitCache | undefined,
  times: StageTimes,
  work: (pages: PageRenderer) => Promise<T>,
): Promise<T> {
  const folder = temporaryFolder();
  try {
    const pages = await times.time('bundle', async () => {
      if ((await cache?.restoreBundle(folder)) !== true) {
        await bundlePages(folder);
        await cache?.keepBundle(folder);
      }
      const bundle = await openBundle(folder);
      await cp(bundle.shared, siteRoot, { recursive: true });
      return openRenderer(bundle);
    });
    return await work(pages);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
