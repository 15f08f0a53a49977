import type { YamlDocument } from '../../source/yaml.ts';
import { TO_FILL } from '../unfilled.ts';
import { applyEdits, leavesOf, removeSection, replaceScalar, sectionsOf, type Edit } from './edits.ts';

/** What stays as it is from one year to the next. */
const KEPT: ReadonlySet<string> = new Set(['金额单位', '模板', '科目名称']);

/** What belongs to last year's print and decisions alone. */
const DROPPED = ['印数', '核对说明'] as const;

/** Next year's `accounts.yaml`: the same keys, codes and comments, every amount and count still to be filled in. */
export function nextAccounts(document: YamlDocument, year: number): string {
  const blanked = sectionsOf(document)
    .filter(({ key }) => !KEPT.has(key) && !DROPPED.some((dropped) => dropped === key))
    .flatMap(({ key, value }): readonly Edit[] =>
      leavesOf(value).flatMap(({ keys, scalar }) => {
        if (key === '年度') return replaceScalar(scalar, String(year));
        return keys.at(-1) === '名称' ? [] : replaceScalar(scalar, TO_FILL);
      }),
    );
  const dropped = DROPPED.flatMap((name) => removeSection(document, name));
  return `${applyEdits(document.source.text, [...blanked, ...dropped]).trimEnd()}\n`;
}
