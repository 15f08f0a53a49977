import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Site } from '../compile/compile-site.ts';
import { handOver } from '../compile/handover.ts';

/** The program's own folder, which holds astro.config.mjs and the pages; the content may lie elsewhere. */
export const PROGRAM = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Renders the pages of a compiled site into a folder, which is emptied before. Says nothing; whatever goes wrong is
 * thrown. One call at a time: the site is handed over to the pages by a global.
 *
 * @param outDir a relative one is taken from `projectRoot`
 * @param onPage told how many pages are done, after each
 */
export async function buildPages(
  site: Site,
  outDir: string,
  projectRoot: string,
  onPage?: (count: number) => void,
): Promise<void> {
  // Read by Astro before it would report the build to its makers.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Loaded only now, since it takes as long as all the checks together.
  const { build } = await import('astro');
  handOver({ site, showDiagnostics: false });
  const cacheDir = await mkdtemp(join(tmpdir(), 'mingbai-astro-'));
  try {
    await build({
      root: PROGRAM,
      configFile: 'astro.config.mjs',
      outDir: resolve(projectRoot, outDir),
      cacheDir,
      logLevel: 'silent',
      // In Chinese a line end in the source is no space.
      compressHTML: 'jsx',
      integrations: onPage === undefined ? [] : [pageCounter(onPage)],
      // The print page looks for its stylesheet beside it: never in a data address.
      vite: { build: { assetsInlineLimit: 0 } },
    });
  } finally {
    await rm(cacheDir, { recursive: true, force: true });
  }
}

/** Astro tells of pages only in its log; its renderer can be wrapped. */
function pageCounter(onPage: (count: number) => void): AstroIntegration {
  let count = 0;
  return {
    name: 'mingbai-page-counter',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          render: async (request, options) => {
            const response = await standard.render(request, options);
            onPage(++count);
            return response;
          },
        }));
      },
    },
  };
}
