import type { YamlEdit } from '../../source/writer/edits.ts';
import {
  scalarsBelow,
  type YamlDocument,
  type YamlEntry,
  type YamlNode,
  type YamlPath,
} from '../../source/yaml.ts';

/** The top-level entries of a file, in their order. */
export function sectionsOf({ root }: YamlDocument): readonly YamlEntry[] {
  return root.kind === 'mapping' ? [...root.entries.values()] : [];
}

/** The paths of all values below a node that are written down, in the order of the file. */
export function leavesOf(node: YamlNode, path: YamlPath = []): readonly YamlPath[] {
  return scalarsBelow(node, path).flatMap((one) => (one.scalar.span === undefined ? [] : [one.path]));
}

/** The last key of a path, positions in lists left out. */
export function lastKey(path: YamlPath): string | undefined {
  return path.findLast((step) => typeof step === 'string');
}

/** Writes one text in the place of values. */
export function setAll(paths: readonly YamlPath[], text: string): readonly YamlEdit[] {
  return paths.map((at) => ({ do: 'replace', at, to: text }));
}
