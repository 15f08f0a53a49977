import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { temporaryFolder } from '../../workspace/temporary-folder.ts';
import { pagesFor } from '../astro-pages.ts';

/** The pages as Astro has bundled them, for no site in particular. */
export interface PageBundle {
  /** Absolute path of the folder with the stylesheets, scripts and pictures that all sites have. */
  readonly shared: string;
  /** Absolute path of the module that renders pages. */
  readonly entry: string;
}

/** What of a bundle's folder is what. */
const [SHARED, SERVER, MADE] = ['shared', 'server', 'made'];
const ENTRY = /^prerender-entry\..*\.mjs$/;

/**
 * Bundles the pages and their renderer, which takes Astro some seconds however many booklets there are. The same program
 * gives the same bundle.
 *
 * @param folder absolute path of an empty folder to bundle into
 */
export async function bundlePages(folder: string): Promise<void> {
  // Read by Astro before it would report the build to its makers.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Loaded only now, since it takes as long as all the checks together.
  const { build } = await import('astro');
  const workshop = temporaryFolder();
  try {
    await build({ ...quietConfig(workshop, folder), integrations: [bundleKeeper(folder)] });
  } finally {
    await rm(workshop, { recursive: true, force: true });
    await rm(join(folder, MADE), { recursive: true, force: true });
  }
}

/** The bundle in a folder into which `bundlePages` has bundled. */
export async function openBundle(folder: string): Promise<PageBundle> {
  const server = join(folder, SERVER);
  const entry = (await readdir(server)).find((name) => ENTRY.test(name));
  if (entry === undefined) throw new Error(`no renderer of pages in ${server}`);
  return { shared: join(folder, SHARED), entry: join(server, entry) };
}

function quietConfig(workshop: string, folder: string): AstroInlineConfig {
  const pages = pagesFor(workshop);
  return {
    ...pages,
    outDir: join(folder, SHARED),
    build: { server: join(folder, MADE) },
    logLevel: 'silent',
    vite: {
      ...pages.vite,
      // The print page looks for its stylesheet beside it: never in a data address.
      build: { assetsInlineLimit: 0 },
      // The bundle of the pages lies where Node finds no packages.
      environments: { prerender: { resolve: { noExternal: true } } },
    },
  };
}

/**
 * Where Astro puts the bundle of the pages. By itself it takes a folder `.astro` of the folder the command was called
 * in: the user's own, the same for all builds, and perhaps on another disk than the output. It removes the bundle when all
 * pages are rendered: none is, and the bundle is taken away before.
 */
function bundleKeeper(folder: string): AstroIntegration {
  let made = '';
  return {
    name: 'mingbai-bundle',
    hooks: {
      'astro:config:done': ({ setAdapter, config }) => {
        made = join(fileURLToPath(config.build.server), '.prerender');
        setAdapter({
          name: 'mingbai-bundle',
          adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
          supportedAstroFeatures: { staticOutput: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'mingbai-bundle',
          getStaticPaths: async () => {
            if (!existsSync(made)) throw new Error(`Astro has put no bundle into ${made}`);
            await rename(made, join(folder, SERVER));
            return [];
          },
          render: () => Promise.reject(new Error('no page is rendered while they are bundled')),
        });
      },
    },
  };
}
