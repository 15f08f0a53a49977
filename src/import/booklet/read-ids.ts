import { ROW_CODE } from '../../figures/row-patterns.ts';
import type { RecognisedBy } from '../reading.ts';
import type { ReadItem } from './read-along.ts';

/** Whether a figure is held against the accounts: what lists say is read there, and what forms say where there are any. */
export function isOfAccounts(id: string, { items }: RecognisedBy): boolean {
  if (id === '上年度' || id.startsWith('机构.')) return false;
  return !id.startsWith('绩效.') || items.size > 0;
}

/** The figures that the items of a list state, of any item. */
export function idsIn(items: readonly ReadItem[], key: string): readonly string[] {
  const ids = items.flatMap(({ said }) =>
    said.filled.flatMap(({ slot }) => (slot.kind === 'figure' ? [slot.id.replaceAll(key, ROW_CODE)] : [])),
  );
  return [...new Set(ids)].filter((id) => !DERIVED.test(id));
}

const DERIVED = /\.(?:增减[额率]|占比|预决算差异[额率]|完成.*率)$|\.占\.|\.完成\./u;
