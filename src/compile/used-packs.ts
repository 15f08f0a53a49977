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
 * stops nobody: its errors are warnings.
 */
export function packDiagnostics(packs: LoadedPacks, used: ReadonlySet<string>): readonly Diagnostic[] {
  const needed = new Set([...used].flatMap((name) => [...madeOf(name, packs)]));
  return packs.diagnostics.map((diagnostic) => {
    const pack = /^templates\/([^/]+)\//.exec(diagnostic.place.file)?.[1];
    if (diagnostic.severity !== 'error' || pack === undefined || needed.has(pack)) return diagnostic;
    return { ...diagnostic, severity: 'warning' };
  });
}
