import type { Exact } from '../../accounts/decimal.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { entriesOf, mapOf } from '../../source/writer/value.ts';
import type { YamlDocument } from '../../source/yaml.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';
import { amountText } from './amount-text.ts';

const FIGURES = '对比数';

/** A figure of the year before, in 万元. */
export interface LastYearsFigure {
  readonly id: string;
  readonly value: Exact;
}

/** Adds figures of last year that are not there yet: those that are stay as they were entered. */
export function withLastYear(
  document: YamlDocument,
  unit: MoneyUnit,
  figures: readonly LastYearsFigure[],
): { readonly text: string; readonly entered: number } {
  const root = entriesOf(document.root);
  const known = mapOf(root.get(FIGURES));
  const { text } = document.source;
  const hasUnit = root.get('金额单位') !== TO_FILL;
  // In which unit the amounts are that somebody has entered without one, nobody knows.
  if (!hasUnit && [...known.values()].some((one) => one !== TO_FILL)) return { text, entered: 0 };
  const open = figures.filter(({ id }) => (known.get(id) ?? TO_FILL) === TO_FILL);
  if (open.length === 0) return { text, entered: 0 };
  const added = new Map(known);
  for (const { id, value } of open) added.set(id, amountText(value, true, unit));
  const edits = [
    ...(hasUnit ? [] : [{ do: 'set', at: ['金额单位'], to: unit } as const]),
    { do: 'set', at: [FIGURES], to: added } as const,
  ];
  return { text: editYaml(text, edits), entered: open.length };
}
