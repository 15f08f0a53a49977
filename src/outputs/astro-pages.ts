import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import { PROGRAM } from '../workspace/program.ts';

/** The pages: of the repository as they are written, of the published package as they are compiled. */
const PAGES = fileURLToPath(new URL('../site/', import.meta.url));

/**
 * Where Astro finds the pages and their configuration, and where it writes what it needs on the way.
 *
 * @param root absolute path of the folder in which Astro makes its folder `.astro`
 * @param workshop absolute path of a folder that Astro and Vite may fill
 */
export function pagesFor(root: string, workshop: string): AstroInlineConfig {
  return {
    root,
    configFile: relative(root, join(PROGRAM, 'astro.config.mjs')),
    srcDir: PAGES,
    cacheDir: join(workshop, 'astro'),
    vite: { cacheDir: join(workshop, 'vite') },
  };
}
