import type { Diagnostic } from '../source/diagnostic.ts';
import type { Change } from './change.ts';

/** Findings that are only on one side, each as often as it is; where they stand in their file does not tell them apart. */
export function findingChanges(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): Change['findings'] {
  return { new: onlyIn(after, before), gone: onlyIn(before, after) };
}

function onlyIn(these: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map<string, number>();
  for (const one of others) known.set(keyOf(one), (known.get(keyOf(one)) ?? 0) + 1);
  return these.filter((one) => {
    const left = known.get(keyOf(one)) ?? 0;
    known.set(keyOf(one), left - 1);
    return left <= 0;
  });
}

function keyOf({ rule, severity, message, place, accepted }: Diagnostic): string {
  return JSON.stringify([rule, severity, message, place.file, accepted ?? null]);
}
