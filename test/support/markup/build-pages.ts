import type { Site } from '../../../src/compile/compile-site.ts';
import { buildSite } from '../../../src/outputs/build-site.ts';

/** Writes everything of a site but its PDFs into a folder, whatever has been found in it. */
export async function buildAll(site: Site, folder: string): Promise<void> {
  await buildSite(site, { out: folder, pdf: false, onProgress: () => undefined });
}
