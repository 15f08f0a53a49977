import type { Recall } from '../../src/source/recall.ts';

interface Made {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
}

/**
 * Keeps under each key what was made first and what was made last: slips are made in the same files again and again, and
 * what one of them leaves alone is as it was at first.
 */
export function keepingFirst(): Recall {
  const kept = new Map<string, readonly Made[]>();
  return <T>(key: string, inputs: readonly unknown[], make: () => T): T => {
    const before = kept.get(key) ?? [];
    const same = before.find((made) => isSame(made.inputs, inputs));
    if (same !== undefined) return same.value as T;
    const value = make();
    kept.set(key, [...before.slice(0, 1), { inputs, value }]);
    return value;
  };
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((input, index) => Object.is(input, now[index]));
}
