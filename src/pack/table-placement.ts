import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey } from '../source/yaml.ts';
import type { PackFolder } from './pack-folder.ts';
import type { PackPart, PackTable } from './pack.ts';

/** Each table that a pack lists is put into its parts once, and no other is. */
export function tablePlacement(
  parts: readonly PackPart[],
  tables: readonly PackTable[],
  { file }: PackFolder,
): readonly Diagnostic[] {
  const keys = tables.map(({ key }) => String(key));
  const put = parts.flatMap(({ template }) => template.references.tables);
  const unknown = put
    .filter(({ key }) => key !== 'all' && !keys.includes(key))
    .map(({ key, place }) =>
      error('unknown-name', `pack.yaml 的“决算表”中没有“${key}”${suggestion(key, keys)}`, place),
    );
  const counted = keys.flatMap((key): readonly Diagnostic[] => {
    const [first, second] = put.filter((one) => one.key === 'all' || one.key === key);
    if (second !== undefined)
      return [error('table-placement', `决算表“${key}”印了两次；请删去一处`, second.place)];
    if (first !== undefined) return [];
    const message = `决算表“${key}”没有印在任何一部分；请在某一部分写 {{决算表 "${key}"}}，或从“决算表”中删去`;
    return [error('table-placement', message, placeOfKey(file.document, ['决算表']))];
  });
  // All tables at once are told of at the same place for each: the first is enough.
  return [
    ...unknown,
    ...new Map(
      counted.map((one) => [`${one.place.file}:${one.place.line}:${one.place.column}`, one]),
    ).values(),
  ];
}
