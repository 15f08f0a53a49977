import { isAccounts } from '../accounts/content-files.ts';
import { madeOf, type LoadedPacks } from '../pack/load-packs.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
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

/**
 * What was found in the packs. A pack that is not in use, such as the draft of next year's, and that no used one inherits,
 * stops nobody: its errors are warnings. Of a pack that came with the program only errors are told, and only where it is in
 * use: nobody here can mend it.
 */
export function packDiagnostics(packs: LoadedPacks, used: ReadonlySet<string>): readonly Diagnostic[] {
  const needed = new Set([...used].flatMap((name) => [...madeOf(name, packs)]));
  return packs.diagnostics.flatMap((diagnostic) => {
    const { severity, place } = diagnostic;
    const pack = packOf(place.file);
    const isError = severity === 'error' && (pack === undefined || needed.has(pack));
    if (place.shipped !== undefined && !isError) return [];
    return isError || severity !== 'error' ? diagnostic : { ...diagnostic, severity: 'warning' };
  });
}

/** The pack of which a file is, by its path. */
export function packOf(path: string): string | undefined {
  return /^templates\/([^/]+)\//.exec(path)?.[1];
}
