import { COMPARATIVES_PURPOSE } from '../../accounts/schema/accounts.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { isMap, valueOf, type YamlMap } from '../../source/writer/value.ts';
import type { YamlDocument } from '../../source/yaml.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';
import type { LastYearsFigure } from '../reading.ts';
import { amountText } from './amount-text.ts';

const FIGURES = '对比数';

/** A new `accounts.yaml` of a year that has no booklet here, to which its figures are added. */
export function blankComparatives(year: number, hasSchema: boolean): string {
  return [
    ...(hasSchema ? ['# yaml-language-server: $schema=../../../schema/accounts.json'] : []),
    `# 只作${year + 1}年度决算公开文本的上年对比数，由文本印出的“比上年增减”推得；元以下有尾差。`,
    `年度: ${year}`,
    '金额单位: 万元',
    `用途: ${COMPARATIVES_PURPOSE}`,
    `${FIGURES}: {}`,
    '',
  ].join('\n');
}

/** Adds figures of last year that are not there yet: those that are stay as they were entered. */
export function withLastYear(
  document: YamlDocument,
  unit: MoneyUnit,
  figures: readonly LastYearsFigure[],
): { readonly text: string; readonly entered: number } {
  const root = valueOf(document.root);
  const stated = isMap(root) ? root.get(FIGURES) : undefined;
  const known: YamlMap = isMap(stated) ? stated : new Map();
  const added = new Map(known);
  for (const { id, value } of figures) if (!added.has(id)) added.set(id, amountText(value, true, unit));
  const entered = added.size - known.size;
  const { text } = document.source;
  return { text: entered === 0 ? text : editYaml(text, [{ do: 'set', at: [FIGURES], to: added }]), entered };
}
