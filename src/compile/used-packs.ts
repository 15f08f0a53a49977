import { isAccounts } from '../accounts/content-files.ts';
import type { RawFile } from '../source/source-file.ts';

const PACK = /^["']?模板["']?[ \t]*:[ \t]*["']?([^\s"'#]+)/mu;

/** The pack that a unit's accounts name, read off their text; undefined for any other file. */
export function packNamedIn({ path, bytes }: RawFile): string | undefined {
  return isAccounts(path) ? PACK.exec(new TextDecoder().decode(bytes))?.[1] : undefined;
}

/**
 * The packs that the accounts of the input name, read off their texts: what only one unit's files say must be known
 * before the first of them is compiled.
 */
export function usedPacks(files: readonly RawFile[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => packNamedIn(file) ?? []));
}

/** The pack of which a file is, by its path. */
export function packOf(path: string): string | undefined {
  return /^templates\/([^/]+)\//.exec(path)?.[1];
}
