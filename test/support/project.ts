import { readSources } from '../../src/workspace/read-sources.ts';
import { recent } from '../../src/source/recent.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { fileURLToPath } from 'node:url';

/** The repository itself: its content/ and templates/ are the real input. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let cached: Promise<readonly RawFile[]> | undefined;

/** The repository's own input without the units that a test does not need. */
export async function realFiles(...units: readonly string[]): Promise<readonly RawFile[]> {
  cached ??= readSources(ROOT);
  const files = await cached;
  return files.filter((file) => {
    const unit = /^content\/units\/([^/]+)\//.exec(file.path)?.[1];
    return unit === undefined || units.includes(unit);
  });
}

const asFile = recent(2000, (named: string): RawFile => {
  const end = named.indexOf('\0');
  return { path: named.slice(0, end), bytes: new TextEncoder().encode(named.slice(end + 1)) };
});

/** A file from text: the same file for the same text, so that what is made of it is made once. */
export function textFile(path: string, text: string): RawFile {
  return asFile(`${path}\0${text}`);
}

/** The text of one file among many. */
export function textOf(files: readonly RawFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`no file ${path}`);
  return new TextDecoder().decode(file.bytes);
}

/** The files with one file's bytes changed. */
export function withBytes(files: readonly RawFile[], path: string, bytes: Uint8Array): readonly RawFile[] {
  return [...files.filter((file) => file.path !== path), { path, bytes }];
}

/** The files with one stretch of text, which must occur exactly once, replaced. */
export function edited(
  files: readonly RawFile[],
  path: string,
  from: string,
  to: string,
): readonly RawFile[] {
  const text = textOf(files, path);
  const count = text.split(from).length - 1;
  if (count !== 1) throw new Error(`${JSON.stringify(from)} occurs ${count} times in ${path}`);
  return withBytes(files, path, new TextEncoder().encode(text.replace(from, () => to)));
}
