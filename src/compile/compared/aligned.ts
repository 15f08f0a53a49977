import { diffArrays } from 'diff';

/** Two things that stand in the place of each other, or one that the other side does not have. */
export interface Aligned<T> {
  readonly before?: T;
  readonly after?: T;
}

/**
 * What two rows of things do not have in common, in their order.
 *
 * @param keyOf what they are compared by
 * @param pair which of what is gone became which of what is new, both between the same neighbours
 */
export function alignChanges<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  pair: (gone: readonly T[], added: readonly T[]) => readonly Aligned<T>[],
): readonly Aligned<T>[] {
  const changes: Aligned<T>[] = [];
  let gone: T[] = [];
  let added: T[] = [];
  let [at, now] = [0, 0];
  const flush = (): void => {
    if (gone.length + added.length > 0) changes.push(...pair(gone, added));
    [gone, added] = [[], []];
  };
  for (const part of diffArrays(before.map(keyOf), after.map(keyOf))) {
    const { length } = part.value;
    if (part.removed) gone.push(...before.slice(at, at + length));
    else if (part.added) added.push(...after.slice(now, now + length));
    else flush();
    if (!part.added) at += length;
    if (!part.removed) now += length;
  }
  flush();
  return changes;
}
