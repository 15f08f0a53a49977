/** Punctuation and blanks, which do not make two texts different. */
const SEPARATORS = /[\s，。；、：,.;:“”"'（）()！!？?]/gu;

/** A text reduced to what it says, to find copies. */
export function essence(text: string): string {
  return text.replaceAll(SEPARATORS, '');
}

/** Items with the same text, in groups of two or more; each group in the order of the items. */
export function groupsOfSameText<T>(
  items: readonly T[],
  textOf: (item: T) => string,
): readonly (readonly [T, T, ...T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = essence(textOf(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].filter((group): group is [T, T, ...T[]] => group.length > 1);
}
