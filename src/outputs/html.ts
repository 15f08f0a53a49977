import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { handOver, type SiteHandover } from '../summary/handover.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { pagesFor } from './astro-pages.ts';

/**
 * Renders the pages of compiled booklets, and those over all booklets, into a folder, which is emptied before. Says nothing; whatever goes wrong is
 * thrown. One call at a time: the site is handed over to the pages by a global.
 *
 * @param out absolute path of the folder
 * @param onPage told how many pages are done, after each
 * @param wanted whether a page is to be made, by its path such as `/` or `/unit/2023/`; all are if it is not given
 */
export async function buildPages(
  handover: SiteHandover,
  out: string,
  onPage: (count: number) => void,
  wanted: (path: string) => boolean = () => true,
): Promise<void> {
  // Read by Astro before it would report the build to its makers.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Loaded only now, since it takes as long as all the checks together.
  const { build } = await import('astro');
  handOver(handover);
  const workshop = temporaryFolder();
  const bundle = join(out, `.pages-${crypto.randomUUID()}/`);
  try {
    await build({
      ...quietConfig(workshop, out, bundle),
      integrations: [bundleKeeper(), pageOrder(onPage, wanted)],
    });
  } finally {
    await rm(bundle, { recursive: true, force: true });
    await rm(workshop, { recursive: true, force: true });
  }
}

function quietConfig(workshop: string, outDir: string, bundle: string): AstroInlineConfig {
  const pages = pagesFor(workshop);
  return {
    ...pages,
    outDir,
    build: { server: bundle },
    logLevel: 'silent',
    vite: {
      ...pages.vite,
      // The print page looks for its stylesheet beside it: never in a data address.
      build: { assetsInlineLimit: 0 },
      // The bundle of the pages lies in the output, from where Node finds no packages.
      environments: { prerender: { resolve: { noExternal: true } } },
    },
  };
}

/**
 * Where Astro puts the bundle of the pages. By itself it takes a folder `.astro` of the folder the command was called
 * in: the user's own, the same for all builds, and perhaps on another disk than the output.
 */
function bundleKeeper(): AstroIntegration {
  return {
    name: 'mingbai-bundle',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'mingbai-bundle',
          adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
          supportedAstroFeatures: { staticOutput: 'stable' },
        });
      },
    },
  };
}

/**
 * Astro renders pages in the order of its routes and tells of them only in its log; its renderer can be wrapped. All
 * pages of a booklet in a row: only then need it not be typeset for each of them, nor kept until the end.
 */
function pageOrder(onPage: (count: number) => void, wanted: (path: string) => boolean): AstroIntegration {
  let count = 0;
  return {
    name: 'mingbai-page-order',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          getStaticPaths: async () => {
            const paths = (await standard.getStaticPaths()).filter(({ pathname }) => wanted(pathname));
            return paths.toSorted((a, b) => (a.pathname < b.pathname ? -1 : Number(a.pathname > b.pathname)));
          },
          render: async (request, options) => {
            const response = await standard.render(request, options);
            // Lists for machines and stylesheets are made the same way.
            if (options.routeData.type === 'page') onPage(++count);
            return response;
          },
        }));
      },
    },
  };
}
