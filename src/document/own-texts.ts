import type { TextSlot } from '../accounts/texts/text-slots.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { warning, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey } from '../source/yaml.ts';
import type { BookletSource } from './booklet-source.ts';

/** A text of a slot that a pack declares (自定文字), and the keys below which it stands in narrative.yaml. */
export interface OwnText {
  readonly path: readonly [string, ...string[]];
  readonly text: string | undefined;
}

/**
 * What was written in a slot.
 *
 * @param keys the names that the item of a list has, the one to suggest first; none for a slot of one text
 */
export function ownText({ name }: TextSlot, { year }: BookletSource, keys: readonly string[] = []): OwnText {
  const written = year.narrative.value.own.get(name);
  if (keys.length === 0) return { path: [name], text: written?.form === 'one' ? written.text : undefined };
  const texts = written?.form === 'by key' ? written.texts : new Map<string, string>();
  const key = keys.find((one) => texts.has(one)) ?? keys[0] ?? '';
  return { path: [name, key], text: texts.get(key) };
}

/** The keys by which a slot is written of an item of a list: its code, or its project's name or form. */
export function keysOfItem({ by }: TextSlot, item: Readonly<Record<string, unknown>>): readonly string[] {
  const fields = by === '科目' ? ['编码'] : ['名称', '键'];
  return fields.flatMap((field) => (typeof item[field] === 'string' ? [item[field]] : []));
}

/**
 * What was written and is printed nowhere.
 *
 * @param printed the paths of the texts that were printed, their steps joined by dots
 * @param wanted the paths of those that a template asked for in vain
 */
export function unusedTexts(
  { year }: BookletSource,
  printed: ReadonlySet<string>,
  wanted: readonly string[],
): readonly Diagnostic[] {
  const { document, value } = year.narrative;
  const paths = [...value.own].flatMap(([name, written]) =>
    written.form === 'one' ? [[name]] : [...written.texts.keys()].map((key) => [name, key]),
  );
  return paths
    .filter((path) => !printed.has(path.join('.')))
    .map((path) => {
      const near = suggestion(path.join('.'), wanted);
      const message = `“${path.join('.')}”没有印在任何一句里；如不需要，请删去${near}`;
      return warning('unused-text', message, placeOfKey(document, path));
    });
}
