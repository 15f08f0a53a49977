import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own folder, as it was cloned or installed: the same from `src/` and from what is compiled of it. */
export const PROGRAM = fileURLToPath(new URL('../../', import.meta.url));

/** What of the program's own package.json matters to it and to projects. */
export interface ProgramPackage {
  readonly version: string;
  readonly engines?: Readonly<Record<string, string>>;
  /** Which packages may run scripts when they are installed: npm asks the project, not the program. */
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** The program's own package.json. */
export function programPackage(): ProgramPackage {
  return JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as ProgramPackage;
}

/** The version that the program's package.json states. */
export function programVersion(): string {
  return programPackage().version;
}

/** What of the program's folder makes a difference to what it writes. */
const SOURCES = ['src', 'lib', 'package.json', 'astro.config.mjs'];
/** Where npm writes which versions are installed: the program's own packages, or those among which it is one. */
const INSTALLED = ['node_modules/.package-lock.json', '../.package-lock.json'];

/**
 * Tells this program from any other that might write something else: a digest of its source, of the versions of what it is
 * made of, and of its Node, as hexadecimal digits.
 */
export function programDigest(): string {
  const files = [...SOURCES, ...INSTALLED].flatMap((name) => {
    const path = join(PROGRAM, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    if (!stats.isDirectory()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  });
  const lines = files
    .sort()
    .map((file) => `${relative(PROGRAM, file)} ${hash('sha256', readFileSync(file))}`);
  return hash('sha256', [process.version, process.platform, process.arch, ...lines].join('\n'));
}
