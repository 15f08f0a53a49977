import type { YamlEdit } from '../../source/writer/edits.ts';
import type { YamlDocument, YamlEntry, YamlNode, YamlPath } from '../../source/yaml.ts';

/** The top-level entries of a file, in their order. */
export function sectionsOf({ root }: YamlDocument): readonly YamlEntry[] {
  return root.kind === 'mapping' ? [...root.entries.values()] : [];
}

/** The paths of all values below a node that are written down, in the order of the file. */
export function leavesOf(node: YamlNode, path: YamlPath = []): readonly YamlPath[] {
  if (node.kind === 'scalar') return node.span === undefined ? [] : [path];
  if (node.kind === 'sequence') return node.items.flatMap((item, index) => leavesOf(item, [...path, index]));
  return [...node.entries.values()].flatMap(({ key, value }) => leavesOf(value, [...path, key]));
}

/** The last key of a path, positions in lists left out. */
export function lastKey(path: YamlPath): string | undefined {
  return path.findLast((step) => typeof step === 'string');
}

/** Writes one text in the place of values. */
export function setAll(paths: readonly YamlPath[], text: string): readonly YamlEdit[] {
  return paths.map((at) => ({ do: 'replace', at, to: text }));
}
