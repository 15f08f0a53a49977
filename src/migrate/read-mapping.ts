import { isMap, valueOf, type YamlMap, type YamlValue } from '../source/writer/value.ts';
import type { YamlDocument } from '../source/yaml.ts';

/** The entries of a file; none of one that is no mapping. */
export function entriesOfFile({ root }: YamlDocument): YamlMap {
  return mapping(valueOf(root));
}

/** A value as a mapping; an empty one of anything else. */
export function mapping(value: YamlValue | undefined): YamlMap {
  return isMap(value) ? value : new Map();
}

/** A value as a list; an empty one of anything else. */
export function list(value: YamlValue | undefined): readonly YamlValue[] {
  return Array.isArray(value) ? (value as readonly YamlValue[]) : [];
}
