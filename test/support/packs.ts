import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RawFile } from '../../src/source/source-file.ts';
import { treeOf } from './folder-tree.ts';

const PACKS = fileURLToPath(new URL('../packs/', import.meta.url));

/** The files of an invented pack under test/packs, as they would stand in templates/. */
export function packFiles(name: string): readonly RawFile[] {
  return [...treeOf(join(PACKS, name))].map(([path, bytes]) => ({
    path: `templates/${name}/${path}`,
    bytes,
  }));
}
