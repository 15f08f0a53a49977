import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { scalarsBelow, type YamlDocument, type YamlNode } from '../source/yaml.ts';

/** Stands where somebody still has to enter something: `mingbai new` leaves it behind. */
export const TO_FILL = '待填';

/** How many entries of a file are still to be filled in. */
export function countUnfilled(document: YamlDocument): number {
  return document.source.text.includes(TO_FILL) ? offsetsToFill(document.root).length : 0;
}

/** Where something is still to be filled in. */
export function placesToFill({ root, source }: YamlDocument): readonly Place[] {
  return source.text.includes(TO_FILL) ? offsetsToFill(root).map((offset) => source.placeAt(offset)) : [];
}

/**
 * What is still to be filled in, as a list of things to do: one finding for each section of the long `accounts.yaml`,
 * one for any other file.
 */
export function unfilledEntries(document: YamlDocument): readonly Diagnostic[] {
  const sections = unfilledSections(document);
  const [first] = sections;
  if (first === undefined) return [];
  if (document.source.path.endsWith('/accounts.yaml'))
    return sections.map((section) => reportSection(section, document));
  const counts = sections.map(({ name, offsets }) => `${name} ${offsets.length} 处`).join('、');
  return [error('to-fill', `有待填的：${counts}；请逐处填写`, document.source.placeAt(first.offsets[0]))];
}

/** A section with the offsets at which something is to be filled in. */
interface UnfilledSection {
  readonly name: string;
  readonly offsets: readonly [number, ...number[]];
}

function reportSection({ name, offsets }: UnfilledSection, { source }: YamlDocument): Diagnostic {
  const place = source.placeAt(offsets[0]);
  const last = source.placeAt(offsets.at(-1) ?? offsets[0]).line;
  const lines = last === place.line ? `第 ${last} 行` : `第 ${place.line}–${last} 行`;
  const message = `${name} ${offsets.length} 处待填（${lines}）；请逐处填写，没有的写 0，没有公开的写“未公开”`;
  return error('to-fill', message, place);
}

function unfilledSections({ root, source }: YamlDocument): readonly UnfilledSection[] {
  // Most files are filled in: one look at the text spares a walk through all entries.
  if (root.kind !== 'mapping' || !source.text.includes(TO_FILL)) return [];
  return [...root.entries.values()].flatMap(({ key, value }) => {
    const [first, ...rest] = offsetsToFill(value);
    return first === undefined ? [] : [{ name: key, offsets: [first, ...rest] as const }];
  });
}

function offsetsToFill(node: YamlNode): readonly number[] {
  return scalarsBelow(node).flatMap(({ scalar }) => (scalar.text === TO_FILL ? [scalar.start] : []));
}
