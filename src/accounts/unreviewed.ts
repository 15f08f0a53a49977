import { pathOfAnchor } from '../source/anchors.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { nodeAt, placeOfKey, placeOfValue, type YamlDocument } from '../source/yaml.ts';

/** How many keys a finding names before it only counts the rest. */
const MOST_NAMES = 8;

/** What was carried over from last year and is still listed under 待核: nobody has looked at it yet. */
export function unreviewedEntries(document: YamlDocument): readonly Diagnostic[] {
  const list = nodeAt(document.root, ['待核']);
  if (list?.kind !== 'sequence' || list.items.length === 0) return [];
  const names = list.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
  const unknown = names.flatMap((name, index) => {
    if (pathOfAnchor(document, name) !== undefined) return [];
    return [
      error(
        'to-review',
        `“待核”中的“${name}”在本文件中没有；请删去这一行`,
        placeOfValue(document, ['待核', index]),
      ),
    ];
  });
  const shown = names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? ' ……' : '');
  const message = `还有 ${names.length} 项从上年带来、没有核对：${shown}；请核对一项，从“待核”中删一项`;
  return [error('to-review', message, placeOfKey(document, ['待核'])), ...unknown];
}
