import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import type { Plugin } from 'vite';
import { PROGRAM } from '../workspace/program.ts';

/** The pages: of the repository as they are written, of the published package as they are compiled. */
const PAGES = fileURLToPath(new URL('../site/', import.meta.url));

/** As an import names a module of a package: neither a path nor an address. */
const PACKAGE_NAME = /^@?[a-z][\w.-]*(?:\/|$)/u;

/**
 * Where Astro finds the pages and their configuration, and where it writes what it needs on the way: nothing in the
 * program's own folder, which may belong to somebody else.
 *
 * @param workshop absolute path of a folder that Astro and Vite may fill
 */
export function pagesFor(workshop: string): AstroInlineConfig {
  return {
    root: workshop,
    configFile: relative(workshop, join(PROGRAM, 'astro.config.mjs')),
    srcDir: PAGES,
    cacheDir: join(workshop, 'astro'),
    vite: { cacheDir: join(workshop, 'vite'), plugins: [packagesOfProgram()] },
  };
}

/**
 * Astro names modules of its package in files that lie nowhere, and Vite looks for these from the folder the command was
 * called in. The program may lie elsewhere: one for all users does.
 */
function packagesOfProgram(): Plugin {
  return {
    name: 'mingbai-packages',
    enforce: 'pre',
    resolveId(id, importer, options) {
      const nowhere = importer === undefined || importer.startsWith('\0');
      return nowhere && PACKAGE_NAME.test(id)
        ? this.resolve(id, join(PROGRAM, 'package.json'), { ...options, skipSelf: true })
        : undefined;
    },
  };
}
