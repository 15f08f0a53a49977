import type { MoneyUnit } from '../../accounts/schema/entries.ts';
import { COMPARATIVES_PURPOSE } from '../../accounts/schema/accounts.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import { figuresCompared } from '../../figures/compared-figures.ts';
import type { Pack } from '../../pack/pack.ts';
import { templatesOf } from '../../pack/pack-templates.ts';
import type { YamlMap } from '../../source/writer/value.ts';
import { newFile } from './blocks.ts';

/**
 * A new `accounts.yaml` of the year before the first booklet: what the pack's texts compare with it, still to be filled
 * in. Of what they compare code by code, `check` asks for the codes that there are.
 */
export function blankComparatives(year: number, pack: Pack, head: readonly string[]): string {
  const figures: YamlMap = new Map(comparedIn(pack).map((id) => [id, TO_FILL]));
  return comparatives(year, `${TO_FILL}    # 元或万元`, figures, NOTES, head);
}

/** A new `accounts.yaml` of a year whose booklet is not here, for what the next one's text tells of it. */
export function toldComparatives(year: number, unit: MoneyUnit, head: readonly string[]): string {
  return comparatives(year, unit, new Map(), TOLD, head);
}

function comparatives(
  year: number,
  unit: string,
  figures: YamlMap,
  notes: readonly string[],
  head: readonly string[],
): string {
  const lines = [...head, `年度: ${year}`, `金额单位: ${unit}`, `用途: ${COMPARATIVES_PURPOSE}`];
  return newFile(lines, [{ notes, entry: ['对比数', figures] }]);
}

const TOLD = [
  '由下一年度公开文本印出的本年数和“比上年增减”相减得来，末位可有尾差；末位由增减率定的，按增减率推算。',
];

const NOTES = [
  '照上年的决算填，没有公开的写“未公开”，没有的写 0.00。',
  '各科目的上年数写成“支出.2010301.一般公共预算.合计: 金额”，账目填完后 check 列出要写哪些。',
];

/** Ids of the figures that a pack's texts compare with last year's, each once, in the order of the texts. */
function comparedIn(pack: Pack): readonly string[] {
  const named = templatesOf(pack).flatMap(({ references }) => references.figures);
  return [...new Set(named.flatMap(({ id }) => figuresCompared(id)))];
}
