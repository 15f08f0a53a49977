import type { YamlPath } from '../yaml.ts';
import type { YamlEdit } from './edits.ts';
import { isMap, sameValue, type YamlMap, type YamlValue } from './value.ts';

/** The single changes that make one value of another and leave alone what both have. */
export function changesBetween(before: YamlValue, after: YamlValue, at: YamlPath): readonly YamlEdit[] {
  if (sameValue(before, after)) return [];
  if (isMap(before) && isMap(after)) return changesOfMaps(before, after, at);
  if (Array.isArray(before) && Array.isArray(after)) return changesOfLists(before, after, at);
  return [{ do: 'replace', at, to: after }];
}

function changesOfMaps(before: YamlMap, after: YamlMap, at: YamlPath): readonly YamlEdit[] {
  const kept = [...before.keys()].filter((key) => after.has(key));
  const keptAfter = [...after.keys()].filter((key) => before.has(key));
  // Entries in another order are written anew, and so is what has nothing in common.
  if (kept.length === 0 || kept.some((key, index) => key !== keptAfter[index])) {
    return [{ do: 'replace', at, to: after }];
  }
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const keys = [...after.keys()];
  return [
    ...removed.map((key): YamlEdit => ({ do: 'remove', at: [...at, key] })),
    ...keys.flatMap((key, index): readonly YamlEdit[] => {
      const value = after.get(key) ?? '';
      const old = before.get(key);
      if (old !== undefined) return changesBetween(old, value, [...at, key]);
      const previous = keys[index - 1];
      const place = previous === undefined ? { before: kept[0] ?? '' } : { after: previous };
      return [{ do: 'insert', at, key, value, place }];
    }),
  ];
}

function changesOfLists(
  before: readonly YamlValue[],
  after: readonly YamlValue[],
  at: YamlPath,
): readonly YamlEdit[] {
  if (before.length === 0 || after.length === 0) return [{ do: 'replace', at, to: after }];
  const shorter = Math.min(before.length, after.length);
  const same = (a: number, b: number): boolean => sameValue(before[a] ?? '', after[b] ?? '');
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const changed = shorter - head - tail;
  const middle = (list: readonly YamlValue[]): readonly YamlValue[] =>
    list.slice(head + changed, list.length - tail);
  return [
    ...Array.from({ length: changed }, (_, index) => head + index).flatMap((index) =>
      changesBetween(before[index] ?? '', after[index] ?? '', [...at, index]),
    ),
    ...middle(before).map((): YamlEdit => ({ do: 'remove', at: [...at, head + changed] })),
    ...middle(after).map((value, index): YamlEdit => ({
      do: 'add',
      at,
      value,
      index: head + changed + index,
    })),
  ];
}
