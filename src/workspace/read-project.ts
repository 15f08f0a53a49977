import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { RawFile } from '../source/source-file.ts';
import { PROGRAM, programVersion } from './program.ts';
import { readFolder, readSources } from './read-sources.ts';

/**
 * Reads what a project is made of: its own files, and the template packs and code tables of the program that it has none of
 * its own of.
 *
 * @param root folder that holds content/ and templates/
 */
export async function readProject(root: string): Promise<readonly RawFile[]> {
  return withShipped(root, await readSources(root));
}

/**
 * A project's own files with the template packs and code tables that the program brings along. The project's own win: a
 * pack as a whole, a classification by year. The program's own folder lacks nothing: what was deleted there is gone.
 *
 * @param root where the project lies, or lay when its files were read
 */
export async function withShipped(root: string, own: readonly RawFile[]): Promise<readonly RawFile[]> {
  const [home, program] = await Promise.all([realFolder(root), realFolder(PROGRAM)]);
  if (home === program) return own;
  const packs = new Set(own.flatMap(({ path }) => PACK_FILE.exec(path)?.[1] ?? []));
  const paths = new Set(own.map(({ path }) => path));
  const version = programVersion();
  const shipped = (await readShipped()).filter(({ path }) => {
    const pack = PACK_FILE.exec(path)?.[1];
    return pack === undefined ? !paths.has(path) : !packs.has(pack);
  });
  const at = relative(home, program).split(sep).join('/');
  return [...own, ...shipped.map((file) => ({ ...file, shipped: { at: `${at}/${file.path}`, version } }))];
}

/** A file of a pack; hidden ones are not the pack's. */
const PACK_FILE = /^templates\/([^/.][^/]*)\/[^.]/u;
/** What is not of a pack: classifications by year, and what the public calls things. */
const SHARED_CONTENT = /^content\/(?:codes\/\d{4}|search)\/[^/]+\.yaml$/u;

async function readShipped(): Promise<readonly RawFile[]> {
  const folders = await Promise.all(
    ['content/codes', 'content/search', 'templates'].map((one) => readFolder(PROGRAM, one)),
  );
  return folders.flat().filter(({ path }) => SHARED_CONTENT.test(path) || isOfPack(path));
}

/** Schemas for editors lie beside the packs. */
function isOfPack(path: string): boolean {
  return PACK_FILE.test(path) && !path.startsWith('templates/schema/');
}

/** A folder without links on the way, so that the way from one to another can be told; as it is where there is none. */
async function realFolder(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
