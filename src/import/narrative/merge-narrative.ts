import { NARRATIVE_LABELS } from '../../accounts/schema/narrative.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { entriesOf, isMap, valueAt, type YamlValue } from '../../source/writer/value.ts';
import { placeOfValue, type YamlDocument } from '../../source/yaml.ts';
import { withEntry, type KeyOrder } from '../accounts/key-order.ts';
import { found, type Finding } from '../finding.ts';
import type { ReadWords } from '../reading.ts';
import { isToFill } from './to-fill.ts';
import { plainWords } from '../tables/words.ts';

/** `narrative.yaml` with the texts that files print. */
export interface MergedNarrative {
  readonly text: string;
  readonly conflicts: readonly Finding[];
  /** How many texts are new. */
  readonly entered: number;
}

const ORDER: KeyOrder = new Map([['', [...NARRATIVE_LABELS]]]);

/** Enters texts where nothing stands, or 待填; what stands there stays, and if it says something else, that is a conflict. */
export function mergeNarrative(document: YamlDocument, words: readonly ReadWords[]): MergedNarrative {
  let merged = entriesOf(document.root);
  let entered = 0;
  const conflicts: Finding[] = [];
  for (const { path, words: said, source } of words) {
    const old = valueAt(merged, path);
    if (isOpen(old)) {
      merged = withEntry(merged, path, said, ORDER);
      entered += 1;
    } else if (!says(old, said) && !(isMap(old) && old.has('同'))) {
      const message = `${path.join('.')}：文件里写的与已填的不同；没有改动，请核对后自己改正`;
      const related = [{ message: '已填的在这里', at: placeOfValue(document, path) }];
      conflicts.push(found('import-conflict', message, source, related));
    }
  }
  const literals = [...listOf(merged.get(LITERALS)), ...words.flatMap(({ words: said }) => literalsIn(said))];
  if (entered > 0 && literals.length > 0)
    merged = withEntry(merged, [LITERALS], [...new Set(literals)], ORDER);
  const text =
    entered === 0
      ? document.source.text
      : editYaml(document.source.text, [{ do: 'set', at: [], to: merged }]);
  return { text, conflicts, entered };
}

/** Whether what stands there says the same; names that a text only counts are as many. */
function says(old: YamlValue | undefined, said: ReadWords['words']): boolean {
  return isToFill(said) ? Array.isArray(old) && old.length === said.length : wordsOf(old) === wordsOf(said);
}

function isOpen(old: YamlValue | undefined): boolean {
  if (Array.isArray(old)) return old.every((one) => one === TO_FILL);
  return old === undefined || old === TO_FILL || old === '';
}

function wordsOf(value: YamlValue | undefined): string {
  const words = typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : [];
  return words.map((one) => plainWords(one)).join('\n');
}

const LITERALS = '字面数';

/** Numbers that stand in a body's own words, each with what is beside it: they were published so. */
function literalsIn(words: ReadWords['words']): readonly string[] {
  if (typeof words !== 'string') return [];
  return [...words.matchAll(/\p{Script=Han}{0,4}\d+(?:[.,]\d+)*(?:%|\p{Script=Han}{0,2})/gu)].map(
    ([phrase]) => phrase,
  );
}

function listOf(value: YamlValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
