import type { YamlNode, YamlPath } from '../yaml.ts';

/**
 * A value as it stands in a file: a text, a list, or a mapping in the order of its keys. Mappings are maps, since an
 * object would put keys such as `2011350` first, whatever order they were given in.
 */
export type YamlValue = string | readonly YamlValue[] | YamlMap;

export type YamlMap = ReadonlyMap<string, YamlValue>;

/** The value of a parsed node. */
export function valueOf(node: YamlNode): YamlValue {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'sequence') return node.items.map(valueOf);
  return new Map([...node.entries.values()].map(({ key, value }) => [key, valueOf(value)]));
}

/** Whether a value is a mapping. */
export function isMap(value: YamlValue | undefined): value is YamlMap {
  return value instanceof Map;
}

/** A value as a mapping; an empty one of anything else. */
export function mapOf(value: YamlValue | undefined): YamlMap {
  return isMap(value) ? value : new Map();
}

/** A value as a list; an empty one of anything else. */
export function listOf(value: YamlValue | undefined): readonly YamlValue[] {
  return Array.isArray(value) ? (value as readonly YamlValue[]) : [];
}

/** The entries of a mapping; none of what is no mapping. */
export function entriesOf(node: YamlNode): YamlMap {
  return mapOf(valueOf(node));
}

/** Whether two values are the same, with the order of their keys. */
export function sameValue(a: YamlValue, b: YamlValue): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (isMap(a) !== isMap(b)) return false;
  if (isMap(a) && isMap(b)) return sameList([...a].flat(), [...b].flat());
  return sameList(a as readonly YamlValue[], b as readonly YamlValue[]);
}

function sameList(a: readonly YamlValue[], b: readonly YamlValue[]): boolean {
  return a.length === b.length && a.every((value, index) => sameValue(value, b[index] ?? ''));
}

/** The value at a path; undefined where the path leads nowhere. */
export function valueAt(root: YamlValue, path: YamlPath): YamlValue | undefined {
  let value: YamlValue | undefined = root;
  for (const step of path) {
    if (value === undefined || typeof value === 'string') return undefined;
    value = isMap(value) ? value.get(String(step)) : value[Number(step)];
  }
  return value;
}

/** The value with another one at a path that exists. */
export function withValueAt(root: YamlValue, path: YamlPath, value: YamlValue): YamlValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isMap(root)) {
    const key = String(step);
    return new Map(root).set(key, withValueAt(root.get(key) ?? '', rest, value));
  }
  if (typeof root === 'string') throw new Error(`no value at ${path.map(String).join('.')}`);
  return root.with(Number(step), withValueAt(root[Number(step)] ?? '', rest, value));
}
