import type { YamlDocument, YamlEntry, YamlNode } from '../../source/yaml.ts';
import { TO_FILL } from '../unfilled.ts';
import { applyEdits, leavesOf, replaceScalar, sectionsOf } from './edits.ts';
import { listForReview } from './review-list.ts';

/** Next year's `narrative.yaml`: the words carried over and listed for review, the reasons to be written anew. */
export function nextNarrative(document: YamlDocument): string {
  const sections = sectionsOf(document).filter(({ key }) => key !== '待核');
  const reasons = sections
    .filter(({ key }) => key === '原因')
    .flatMap(({ value }) => leavesOf(value))
    .flatMap(({ keys, scalar }) => (keys.at(-1) === '同' ? [] : replaceScalar(scalar, TO_FILL)));
  const review = listForReview(document, sections.flatMap(carriedOver));
  return applyEdits(document.source.text, [...reasons, ...review]);
}

/** What of a section is last year's words: its parts by name or, for a text or a list, the section itself. */
function carriedOver({ key, value }: YamlEntry): readonly string[] {
  if (value.kind !== 'mapping') return isEmpty(value) ? [] : [key];
  const parts = [...value.entries.values()];
  const kept = key === '原因' ? parts.filter((part) => part.value.kind === 'mapping') : parts;
  return kept.map((part) => `${key}.${part.key}`);
}

function isEmpty(value: YamlNode): boolean {
  return value.kind === 'sequence' && value.items.length === 0;
}
