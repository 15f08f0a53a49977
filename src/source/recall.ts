/**
 * Gives what was made of the same inputs before, or makes it. Inputs are the same if they are the same objects, so what is
 * made must depend on nothing else and must never be changed.
 *
 * @param key what is made, such as `demo-bureau/2023`; of each key the last one made is kept
 */
export type Recall = <T>(key: string, inputs: readonly unknown[], make: () => T) => T;

/** Makes everything anew: for a single run, in which nothing is made twice and nothing must be kept. */
export const forgetful: Recall = (_, __, make) => make();

/** Remembers as long as it lives: for those who compile again and again after small changes. */
export function remembering(): Recall {
  const kept = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>();
  return <T>(key: string, inputs: readonly unknown[], make: () => T): T => {
    const before = kept.get(key);
    if (before !== undefined && isSame(before.inputs, inputs)) return before.value as T;
    const value = make();
    kept.set(key, { inputs, value });
    return value;
  };
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((input, index) => Object.is(input, now[index]));
}
