import type { EntryPlace, YamlEdit } from './edits.ts';
import { isMap, valueAt, withValueAt, type YamlMap, type YamlValue } from './value.ts';

/** What a file must hold after a change: what is written is held against it. */
export function valueAfter(root: YamlValue, edit: YamlEdit): YamlValue {
  if (edit.do === 'comment') return root;
  if (edit.do === 'set' || edit.do === 'replace') return withValueAt(root, edit.at, edit.to);
  if (edit.do === 'insert') {
    const mapping = mappingAt(root, edit.at);
    const entries = [...mapping].toSpliced(positionOf(mapping, edit), 0, [edit.key, edit.value]);
    return withValueAt(root, edit.at, new Map(entries));
  }
  if (edit.do === 'add') {
    const items = listAt(root, edit.at);
    return withValueAt(root, edit.at, items.toSpliced(edit.index ?? items.length, 0, edit.value));
  }
  const parent = edit.at.slice(0, -1);
  const step = edit.at.at(-1) as PropertyKey;
  const holder = valueAt(root, parent);
  if (isMap(holder)) {
    const entries = [...holder].flatMap(([key, value]): readonly (readonly [string, YamlValue])[] => {
      if (key !== String(step)) return [[key, value]];
      return edit.do === 'rename' ? [[edit.key, value]] : [];
    });
    return withValueAt(root, parent, new Map(entries));
  }
  return withValueAt(root, parent, listAt(root, parent).toSpliced(Number(step), 1));
}

/** The mapping at a path; a key without a value holds an empty one. */
export function mappingAt(root: YamlValue, path: readonly PropertyKey[]): YamlMap {
  const value = valueAt(root, path);
  if (isMap(value)) return value;
  if (value === '') return new Map();
  throw new Error(`no mapping at ${path.map(String).join('.')}`);
}

/** The list at a path; a key without a value holds an empty one. */
export function listAt(root: YamlValue, path: readonly PropertyKey[]): readonly YamlValue[] {
  const value = valueAt(root, path);
  if (value === '') return [];
  if (value !== undefined && typeof value !== 'string' && !isMap(value)) return value;
  throw new Error(`no list at ${path.map(String).join('.')}`);
}

/** Before which entry a new one goes, counted from 0. */
export function positionOf(
  mapping: YamlMap,
  { key, place = 'end' }: { readonly key: string; readonly place?: EntryPlace },
): number {
  const keys = [...mapping.keys()];
  if (keys.includes(key)) throw new Error(`“${key}” is there already`);
  if (place === 'end') return keys.length;
  if ('order' in place) {
    const rank = place.order.indexOf(key);
    const later = keys.findLastIndex((one) => {
      const other = place.order.indexOf(one);
      return other >= 0 && other < rank;
    });
    return rank < 0 ? keys.length : later + 1;
  }
  const neighbour = keys.indexOf('before' in place ? place.before : place.after);
  if (neighbour < 0) throw new Error('no such neighbour');
  return 'before' in place ? neighbour : neighbour + 1;
}
