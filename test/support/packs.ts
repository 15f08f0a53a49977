import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RawFile } from '../../src/source/source-file.ts';

const PACKS = fileURLToPath(new URL('../packs/', import.meta.url));

/** The files of an invented pack under test/packs, as they would stand in templates/. */
export function packFiles(name: string): readonly RawFile[] {
  const folder = join(PACKS, name);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const inPack = relative(folder, path).replaceAll('\\', '/');
      return { path: `templates/${name}/${inPack}`, bytes: readFileSync(path) };
    });
}
