import { madeOf, type LoadedPacks } from '../pack/load-packs.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { packOf } from './used-packs.ts';

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
