import type { DeclaredSum } from '../../accounts/facts/declared-sum.ts';
import { rowId, type Fact, type FactKeys } from '../../accounts/facts/fact.ts';
import type { FigureUnit } from '../../figures/figure.ts';
import { COMPARISONS, isComparable } from '../../figures/comparisons.ts';
import type { Pack } from '../../pack/pack.ts';
import { templatesOf } from '../../pack/pack-templates.ts';
import { CODE_STEP, ITEM_STEP } from './figure-words.ts';
import type { FigureWord } from './word-list.ts';

/** Units that a helper's words name, if it prints no others. */
const PRINTED_UNITS = ['万元', '%'] as const;

/**
 * Where there is no booklet to ask: the facts that units enter, the sums that the pack makes, and whatever else its own texts
 * name.
 */
export function knownFigures(pack: Pack): readonly FigureWord[] {
  const { facts, sums } = pack.facts.book;
  const entered = [...facts.flatMap(factWords), ...sums.flatMap(sumWords)];
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

/** The unit of a sum is that of what it is made of. */
function sumWords({ id, label, keys }: DeclaredSum): readonly FigureWord[] {
  const word = (one: string): FigureWord => ({ id: one, label, endings: COMPARISONS });
  return keys === undefined ? [word(id)] : [word(id), word(rowId({ id, keys }, stepOf(keys)))];
}

function stepOf(keys: FactKeys): string {
  return keys === '科目' || keys === '经济科目' ? CODE_STEP : ITEM_STEP;
}

function factWords(fact: Fact): readonly FigureWord[] {
  const word = (id: string, label: string): FigureWord => ({
    id,
    label,
    unit: fact.unit,
    endings: isComparable({ id, unit: fact.unit }) ? COMPARISONS : [],
  });
  if (fact.keys === undefined) return [word(fact.id, fact.label)];
  const row = word(rowId(fact, stepOf(fact.keys)), fact.rowLabel ?? fact.label);
  const total = fact.total === undefined ? { id: fact.id, label: fact.label } : fact.total;
  return total === false ? [row] : [word(total.id, total.label), row];
}
