import type { YamlEdit } from '../../source/writer/edits.ts';
import type { YamlDocument } from '../../source/yaml.ts';
import { sectionsOf } from './leaves.ts';

const LIST = '待核';

/** Lists keys under 待核, in the place of the list that is there or as the first section of the file. */
export function listForReview(document: YamlDocument, keys: readonly string[]): readonly YamlEdit[] {
  const sections = sectionsOf(document);
  const present = sections.some(({ key }) => key === LIST);
  if (keys.length === 0) return present ? [{ do: 'remove', at: [LIST] }] : [];
  const first = sections[0]?.key;
  const write: YamlEdit = present
    ? { do: 'replace', at: [LIST], to: keys }
    : {
        do: 'insert',
        at: [],
        key: LIST,
        value: keys,
        apart: true,
        ...(first !== undefined && { place: { before: first } }),
      };
  return [write, { do: 'comment', at: [LIST], lines: ['以下各项从上年带来：核对一项，删一项。'] }];
}
