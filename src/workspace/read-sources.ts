import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mostBytes, type FileProblem, type RawFile } from '../source/source-file.ts';
import { decodeName } from './file-names.ts';

/** The folders of a project that hold its input. */
export const INPUT_FOLDERS = ['content', 'templates'] as const;

/** A path of the input, before its file is read. */
interface Listed {
  readonly path: string;
  readonly problem?: FileProblem;
}

/**
 * Reads all input files that a project holds itself, in the order of their paths. Of a file that is too large only as much is read
 * as shows that it is. Symbolic links are not followed: what is published must lie in the repository. They, pipes and
 * devices, and whatever the system does not let us read, are listed with their problem.
 *
 * @param root folder that holds content/ and templates/
 */
export async function readSources(root: string): Promise<readonly RawFile[]> {
  const files: RawFile[] = [];
  for (const folder of INPUT_FOLDERS) files.push(...(await readFolder(root, folder)));
  return files;
}

/**
 * Reads all files below a folder of a project, as `readSources` does; none where there is no such folder. They are small and
 * come by the thousand: waiting for each costs more than reading it.
 */
export async function readFolder(root: string, folder: string): Promise<readonly RawFile[]> {
  return (await listFolder(root, folder)).map((one) => readListed(root, one));
}

/** Files below a folder; one that is not there has none. */
async function listFolder(root: string, folder: string): Promise<readonly Listed[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true, encoding: 'buffer' }).catch(
    (error: unknown) => codeOf(error),
  );
  if (entries === 'ENOENT') return [];
  if (typeof entries === 'string') return [{ path: folder, problem: { kind: 'unreadable', code: entries } }];
  const named = entries.map((entry) => ({ entry, name: decodeName(entry.name) }));
  const listed: Listed[] = [];
  for (const { entry, name } of named.sort((a, b) => (a.name.text < b.name.text ? -1 : 1))) {
    const path = `${folder}/${name.text}`;
    if (!name.valid) listed.push({ path, problem: { kind: 'name' } });
    else if (entry.isDirectory()) listed.push(...(await listFolder(root, path)));
    else if (entry.isFile()) listed.push({ path });
    // Editors mark open files by hidden links.
    else if (!name.text.startsWith('.')) listed.push({ path, problem: { kind: 'special' } });
  }
  return listed;
}

function readListed(root: string, { path, problem }: Listed): RawFile {
  const nothing = new Uint8Array();
  if (problem !== undefined) return { path, bytes: nothing, problem };
  try {
    return { path, bytes: readStart(join(root, path), mostBytes(path)) };
  } catch (error) {
    return { path, bytes: nothing, problem: { kind: 'unreadable', code: codeOf(error) } };
  }
}

function readStart(path: string, most: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size <= most) return readFileSync(file);
    // The content no longer matters, only that it is too large.
    return new Uint8Array(Math.min(size, MOST_TOLD));
  } finally {
    closeSync(file);
  }
}

/** How large a file is said to be at most. */
const MOST_TOLD = 64 * 1024 * 1024;

/** The name of a system's error; anything else is a fault of the program. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
