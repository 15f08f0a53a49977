import type { BookletSource } from '../../document/booklet-source.ts';
import { itemsOf, type ListItem } from '../../document/lists.ts';
import { printInSentence } from '../../document/print-figure.ts';
import type { Field, Fields } from '../../pack/lists.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Say } from './examples.ts';
import type { FieldWord, ListWord } from './word-list.ts';

/** The lists that a pack's templates can walk, with the fields of their items and what they are in a booklet. */
export function listWords(
  { vocabulary }: Pack,
  source: BookletSource | undefined,
  say: Say,
): readonly ListWord[] {
  const titled = (text: string): string => say(text) ?? text;
  return [...vocabulary.lists].map(([name, fields]) => {
    const items = source && itemsOf(name, source, titled);
    return {
      name,
      ...(items && { items: items.length }),
      fields: fieldWords(fields, items?.[0], source),
    };
  });
}

const KINDS = { text: '文字', string: '文字', figure: '数', list: '清单' } as const;

function fieldWords(
  fields: Fields,
  item: ListItem | undefined,
  source: BookletSource | undefined,
): readonly FieldWord[] {
  return [...fields].map(([name, field]) => {
    const value = item?.[name];
    const prints = printed(field, value, source);
    return {
      name,
      kind: KINDS[field.kind],
      ...(field.kind === 'figure' && field.unit !== undefined && { unit: field.unit }),
      ...(field.kind === 'string' && { key: true }),
      ...(prints !== undefined && { prints }),
      ...(field.kind === 'list' && {
        fields: fieldWords(field.items, Array.isArray(value) ? (value[0] as ListItem) : undefined, source),
      }),
    };
  });
}

function printed(
  { kind }: Field,
  value: ListItem[string] | undefined,
  source: BookletSource | undefined,
): string | undefined {
  if (typeof value !== 'string' || source === undefined) return undefined;
  if (kind !== 'figure') return value;
  const figure = source.figures.find(value);
  return figure && printInSentence(figure, source.pack.conventions).printed;
}
