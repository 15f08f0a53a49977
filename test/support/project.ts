import { readSources } from '../../src/workspace/read-sources.ts';
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

/** A file from text. */
export function textFile(path: string, text: string): RawFile {
  return { path, bytes: new TextEncoder().encode(text) };
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
