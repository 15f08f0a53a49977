import { rowId, type Fact } from '../../accounts/facts/fact.ts';
import type { FigureUnit } from '../../figures/figure.ts';
import { COMPARISONS, isComparable } from '../../figures/comparisons.ts';
import type { Pack } from '../../pack/pack.ts';
import { templatesOf } from '../../pack/pack-templates.ts';
import { CODE_STEP, ITEM_STEP } from './figure-words.ts';
import type { FigureWord } from './word-list.ts';

/** Units that a helper's words name, if it prints no others. */
const PRINTED_UNITS = ['万元', '%'] as const;

/** Where there is no booklet to ask: the facts that units enter, and whatever else the pack's own texts name. */
export function knownFigures(pack: Pack): readonly FigureWord[] {
  const entered = pack.facts.book.facts.flatMap(factWords);
  const known = new Set(entered.map(({ id }) => id));
  const named = templatesOf(pack).flatMap(({ references }) => references.figures);
  const others = new Map<string, FigureUnit | undefined>();
  for (const { id, units } of named) {
    if (known.has(id) || COMPARISONS.some((end) => id.endsWith(`.${end}`))) continue;
    others.set(id, others.get(id) ?? PRINTED_UNITS.find((unit) => unit === units?.words));
  }
  return [
    ...entered,
    ...[...others].map(([id, unit]) => ({
      id,
      label: id.split('.').at(-1) ?? id,
      ...(unit !== undefined && { unit }),
      endings: [],
    })),
  ];
}

function factWords(fact: Fact): readonly FigureWord[] {
  const word = (id: string, label: string): FigureWord => ({
    id,
    label,
    unit: fact.unit,
    endings: isComparable({ id, unit: fact.unit }) ? COMPARISONS : [],
  });
  if (fact.keys === undefined) return [word(fact.id, fact.label)];
  const step = fact.keys === '科目' || fact.keys === '经济科目' ? CODE_STEP : ITEM_STEP;
  const row = word(rowId(fact, step), fact.rowLabel ?? fact.label);
  const total = fact.total === undefined ? { id: fact.id, label: fact.label } : fact.total;
  return total === false ? [row] : [word(total.id, total.label), row];
}
