import { TO_FILL } from '../../accounts/unfilled.ts';
import type { Pack } from '../../pack/pack.ts';
import { printedTexts } from '../../pack/pack-templates.ts';
import type { YamlValue } from '../../source/writer/value.ts';
import { newFile, type Block } from './blocks.ts';

/** The common texts that templates print, with where they stand in the file. */
const COMMON = {
  duties: '叙述.主要职能',
  results: '叙述.绩效.成效',
  problems: '叙述.绩效.发现的问题及原因',
  measures: '叙述.绩效.下一步改进措施',
  other: '叙述.其他说明事项',
} as const;

/**
 * A new `narrative.yaml`: the texts that the pack prints are to be filled in. What only some figures call for, reasons and
 * what was spent on what, is asked for by `check` once the figures are known.
 */
export function blankNarrative(pack: Pack, head: readonly string[]): string {
  const printed = printedTexts(pack);
  const open = (name: string, key: string): readonly (readonly [string, YamlValue])[] =>
    printed.has(name) ? [[key, TO_FILL]] : [];
  const performance = new Map([
    ...open(COMMON.results, '成效'),
    ...open(COMMON.problems, '发现的问题及原因'),
    ...open(COMMON.measures, '下一步改进措施'),
  ]);
  const section = (entries: readonly (readonly [string, YamlValue])[], ...notes: readonly string[]) =>
    entries.map((entry): Block => ({ notes, entry }));
  return newFile(head, [
    ...section(open(COMMON.duties, '主要职能'), '照“三定”规定写；分几段的，写成 |- 另起行，一行一段'),
    { notes: ['一行一个，以“- ”开头；没有的写 []'], entry: ['下设处室', [TO_FILL]] },
    { notes: LATER, entry: ['原因', new Map()] },
    ...section(performance.size > 0 ? [['绩效管理', performance]] : [], '各项末尾要有句号'),
    ...section(open(COMMON.other, '其他说明事项'), '没有的写“无其他说明事项。”'),
    ...pack.texts.slots.map((slot): Block => ownText(slot)),
  ]);
}

const LATER = [
  '变动、差异的原因，数字的名称: 原因。账目填完后，check 列出要写哪些，把 {} 换成下一行起缩进的各行。',
  '“三公”经费的开支内容、其他用车的用途、文字里的字面数，也到那时照 check 列的补写。',
];

/** A text that the pack asks for: what it may do without, and what is written row by row, is not to be filled in yet. */
function ownText({ name, by, optional, description }: Pack['texts']['slots'][number]): Block {
  if (optional) return { notes: [`可以不写：${description}`, `${name}: ${by === undefined ? '……' : '{}'}`] };
  if (by === undefined) return { notes: [description], entry: [name, TO_FILL] };
  return {
    notes: [description, `一${by}一行：账目和自评表填完后，check 列出要写哪些`],
    entry: [name, new Map()],
  };
}
