import { editYaml } from '../../source/writer/edit-yaml.ts';
import type { YamlDocument, YamlEntry, YamlNode } from '../../source/yaml.ts';
import { TO_FILL } from '../unfilled.ts';
import { lastKey, leavesOf, sectionsOf, setAll } from './leaves.ts';
import { listForReview } from './review-list.ts';

/** Next year's `narrative.yaml`: the words carried over and listed for review, the reasons to be written anew. */
export function nextNarrative(document: YamlDocument): string {
  const sections = sectionsOf(document).filter(({ key }) => key !== '待核');
  const reasons = sections
    .filter(({ key }) => key === '原因')
    .flatMap(({ key, value }) => leavesOf(value, [key]))
    .filter((path) => lastKey(path) !== '同');
  const review = listForReview(document, sections.flatMap(carriedOver));
  return editYaml(document.source.text, [...setAll(reasons, TO_FILL), ...review]);
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
