import type { TableView } from '../document/table-view.ts';
import { alignChanges, type Aligned } from '../compile/compared/aligned.ts';
import { isTypeset, type BookletPair, type TypesetBooklet } from './booklet-sides.ts';
import type { CellChange } from './change.ts';
import { tableLines, type TableLine } from './table-lines.ts';

/** The cells of a booklet's tables and forms that read otherwise. */
export function cellChanges(pair: BookletPair): readonly CellChange[] {
  if (!isTypeset(pair)) return [];
  const [old, now] = [viewsOf(pair.before), viewsOf(pair.after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) =>
    viewChanges(old.get(name), now.get(name), pair),
  );
}

function viewsOf(side: TypesetBooklet | undefined): ReadonlyMap<string, TableView> {
  const { tables = [], forms = [] } = side?.document ?? {};
  return new Map([...tables, ...forms].map((view) => [`${view.kind} ${view.key}`, view]));
}

function viewChanges(
  before: TableView | undefined,
  after: TableView | undefined,
  { body, year }: BookletPair,
): readonly CellChange[] {
  const { key, title } = after ?? before ?? { key: '', title: '' };
  const [old, now] = [before ? tableLines(before) : [], after ? tableLines(after) : []];
  const lines = alignChanges(old, now, ({ text }) => text, pairLines);
  return lines.flatMap(lineChanges).map((cell) => ({ body, year, key, title, ...cell }));
}

/** Lines of one name, in their order; of those that are left, lines that stand at the same place among as many. */
function pairLines(gone: readonly TableLine[], added: readonly TableLine[]): readonly Aligned<TableLine>[] {
  const rest = [...added];
  const taken = gone.map((before) => {
    const at = rest.findIndex(({ key, side }) => key === before.key && side === before.side);
    return { before, after: at < 0 ? undefined : rest.splice(at, 1)[0] };
  });
  const lonely = taken.filter(({ after }) => after === undefined).length;
  const renamed = lonely === rest.length ? rest.splice(0) : [];
  const pairs = taken.map(({ before, after = renamed.shift() }) => ({ before, ...(after && { after }) }));
  return [...pairs, ...rest.map((after) => ({ after }))];
}

type Cell = Pick<CellChange, 'row' | 'column' | 'before' | 'after'>;

function lineChanges({ before, after }: Aligned<TableLine>): readonly Cell[] {
  const [old, now] = [before?.cells ?? new Map<string, string>(), after?.cells ?? new Map<string, string>()];
  const row = (after ?? before)?.name ?? '';
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((column): readonly Cell[] => {
    const sides = { before: old.get(column) ?? null, after: now.get(column) ?? null };
    const nothing = (sides.before ?? '') === '' && (sides.after ?? '') === '';
    return sides.before === sides.after || nothing ? [] : [{ row, column, ...sides }];
  });
}
