import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_BYTES, type RawFile } from '../source/source-file.ts';

/** The folders of a project that hold its input. */
export const INPUT_FOLDERS = ['content', 'templates'] as const;

/**
 * Reads all input files of a project, in the order of their paths. Of a file that is too large only as much is read
 * as shows that it is. Symbolic links are not followed: what is published must lie in the repository. They, and pipes and
 * devices, are listed as special.
 *
 * @param root folder that holds content/ and templates/
 */
export async function readSources(root: string): Promise<readonly RawFile[]> {
  const folders = await Promise.all(INPUT_FOLDERS.map((folder) => readFolder(root, folder)));
  return folders.flat();
}

async function readFolder(root: string, folder: string): Promise<readonly RawFile[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = await Promise.all(
    sorted.map(async (entry): Promise<readonly RawFile[]> => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return readFolder(root, path);
      if (entry.isFile()) return [{ path, bytes: await readStart(join(root, path)) }];
      // Editors mark open files by hidden links.
      return entry.name.startsWith('.') ? [] : [{ path, bytes: new Uint8Array(), special: true }];
    }),
  );
  return files.flat();
}

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size <= MAX_BYTES) return await file.readFile();
    // The content no longer matters, only that it is too large.
    return new Uint8Array(Math.min(size, 64 * MAX_BYTES));
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
