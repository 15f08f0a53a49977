import { rowId, type Fact } from '../accounts/facts/fact.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import type { Find } from './budgets.ts';
import type { Definition } from './figure.ts';

/**
 * What a row of a pack's own facts has where only others beside it were entered: there was none. Where the fact was entered
 * as one number, some of it may belong to any row. Undefined for other figures, and for rows that a booklet does not have.
 */
export function absentRow(id: string, find: Find, book: FactBook): Definition | undefined {
  const { fact, key } = book.placeOf(id) ?? {};
  if (fact === undefined || key === undefined) return undefined;
  for (const beside of besideOf(fact, book)) {
    const label = find(rowId(beside, key))?.label;
    if (label === undefined) continue;
    const hidden = find(`${fact.id}.分科目`) !== undefined;
    return {
      id,
      label: label.slice(0, label.length - rowLabelOf(beside).length) + rowLabelOf(fact),
      unit: fact.unit,
      origin: { kind: 'derived', operation: hidden ? 'undisclosed' : 'sum', inputs: [] },
    };
  }
  return undefined;
}

/** Facts of a pack's own that begin with the same step and are broken down alike. */
function besideOf(fact: Fact, book: FactBook): readonly Fact[] {
  const own = book.of('自定数');
  if (!own.includes(fact)) return [];
  const root = fact.id.split('.')[0];
  return own.filter(({ id, keys }) => id !== fact.id && keys === fact.keys && id.split('.')[0] === root);
}

function rowLabelOf({ rowLabel, label }: Fact): string {
  return rowLabel ?? label;
}
