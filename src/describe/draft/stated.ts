import type { Pack } from '../../pack/pack.ts';
import { isMap, valueOf, type YamlMap, type YamlValue } from '../../source/writer/value.ts';

/** Sections of which a pack states only what differs; of all others it states the whole. */
const MERGED: ReadonlySet<string> = new Set([
  ...['措辞', '惯例', '必有', '自定数', '自定合计', '关系', '自定措辞', '自定文字', '账目', '情形'],
]);

/** An entry of which single entries are inherited in their turn. */
const MERGED_WITHIN = '较上年';

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
  return merged(maps);
}

/** The entries of maps, those of the first before those of the others. */
function merged(maps: readonly YamlMap[]): YamlMap {
  const entries = new Map(maps.toReversed().flatMap((map) => [...map]));
  const within = maps.map((map) => map.get(MERGED_WITHIN)).filter(isMap);
  return within.length < 2 ? entries : entries.set(MERGED_WITHIN, merged(within));
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
