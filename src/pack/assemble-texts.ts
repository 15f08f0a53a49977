import { NARRATIVE_LABELS } from '../accounts/schema/narrative.ts';
import { COMMON_TEXTS, type TextSlot, type TextSlots } from '../accounts/texts/text-slots.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey } from '../source/yaml.ts';
import { LISTS } from './lists.ts';
import type { PackFolder } from './pack-folder.ts';

/** Words as templates can name them. */
const NAME = /^\p{L}[\p{L}\p{N}（）“”·—-]*$/u;

/** The texts that a pack asks for, or inherits; each entry from the nearest pack that has it. */
export function assembleTexts(
  folder: PackFolder,
  line: readonly PackFolder[],
  diagnostics: Diagnostic[],
): TextSlots {
  const slots = new Map<string, TextSlot>();
  for (const owner of line.toReversed()) {
    for (const [name, { by, optional, description }] of Object.entries(owner.file.value.texts)) {
      const problem = nameProblem(name);
      if (problem === undefined)
        slots.set(name, {
          name,
          ...(by !== undefined && { by }),
          optional: optional ?? false,
          description: description ?? DESCRIBED[by ?? '一段'],
        });
      else if (owner === folder)
        diagnostics.push(
          error('bad-text-name', problem, placeOfKey(owner.file.document, ['自定文字', name])),
        );
    }
  }
  return slots.size === 0 ? COMMON_TEXTS : { slots: [...slots.values()] };
}

const DESCRIBED = { 一段: '一段文字', 科目: '功能分类科目编码: 文字', 项目: '项目名称: 文字' } as const;

/** Names that lists' items have already, whose place a text would take. */
const FIELDS: ReadonlySet<string> = new Set([...LISTS.values()].flatMap((fields) => [...fields.keys()]));

function nameProblem(name: string): string | undefined {
  if (!NAME.test(name)) return `“${name}”不能作名称：应为一段文字，不含空格和“.”，不以数字开头`;
  if (NARRATIVE_LABELS.includes(name) || name === '绩效')
    return `“${name}”已经是通用的文字，不能另外申明；请换一个名称`;
  return FIELDS.has(name) || LISTS.has(name) ? `“${name}”在模板的清单里另有所指；请换一个名称` : undefined;
}
