import type { Pack } from '../../pack/pack.ts';
import { isMap, valueOf, type YamlMap, type YamlValue } from '../../source/writer/value.ts';

/** Sections of which a pack states only what differs; of all others it states the whole. */
const MERGED: ReadonlySet<string> = new Set(['惯例', '必有', '自定数', '账目', '情形']);

/** The section whose lists all hold together. */
const GATHERED = '字面数';

/** What a pack's own pack.yaml and those that it inherits say in a section, as it holds for the pack. */
export function statedIn(pack: Pack, section: string): YamlValue | undefined {
  if (section === GATHERED) return pack.literals.length === 0 ? undefined : pack.literals;
  const stated = packFiles(pack)
    .map((file) => file.get(section))
    .filter((value) => value !== undefined);
  const maps = stated.filter(isMap);
  if (!MERGED.has(section) || maps.length === 0) return stated[0];
  return new Map(maps.toReversed().flatMap((map) => [...map]));
}

/** The folders of a pack and of those that it inherits from, nearest first. */
export function lineOf({ documents }: Pack): readonly string[] {
  return documents.flatMap(({ source }) => /^templates\/([^/]+)\/pack\.yaml$/.exec(source.path)?.[1] ?? []);
}

function packFiles({ documents }: Pack): readonly YamlMap[] {
  return documents
    .filter(({ source }) => source.path.endsWith('/pack.yaml'))
    .map(({ root }) => valueOf(root))
    .filter(isMap);
}
