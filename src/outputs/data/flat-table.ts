import type { TableView } from '../../document/table-view.ts';
import { tableColumns, type ColumnKind, type TableColumn } from './table-columns.ts';
import { tableEntries, type TableEntry } from './table-entries.ts';

/** A column of a flat table. */
export interface FlatField {
  /** Its heading, unique in its table. */
  readonly name: string;
  /** side: 类别, where sides were put below each other; column: 栏目, where each amount has a row of its own. */
  readonly kind: ColumnKind | 'side' | 'column';
  /** What the numbers of a column of amounts count, each unit once, in the order of the rows. */
  readonly units?: readonly string[];
}

/** A statutory table with one heading row and nothing merged. */
export interface FlatTable {
  readonly key: string;
  readonly title: string;
  /** What stands below the table. */
  readonly note?: string;
  readonly fields: readonly FlatField[];
  /**
   * One text a field: amounts as exact decimals. Empty where a row has no such label, or where an amount is
   * not disclosed.
   */
  readonly rows: readonly (readonly string[])[];
}

const SIDE: FlatField = { name: '类别', kind: 'side' };
const COLUMN: FlatField = { name: '栏目', kind: 'column' };
const AMOUNT = '金额';

/**
 * Flattens a statutory table. Sides (收入 and 支出) are put below each other, told apart by a first column 类别; where
 * their amounts have different headings, as in 财政拨款收入支出决算总表, each amount gets a row of its own, with its
 * heading under 栏目. Rows that print no amount are left out.
 */
export function flatTable(view: TableView): FlatTable {
  const { key, title, note } = view;
  const identity = { key, title, ...(note !== undefined && { note }) };
  const columns = tableColumns(view);
  const entries = tableEntries(view, columns);
  const sided = columns.some(({ side }) => side > 0);
  const labels = labelFields(columns);
  const stub = sided ? [SIDE, ...labels] : labels;
  const stubTexts = (entry: TableEntry): readonly string[] => [
    ...(sided ? [entry.sideName] : []),
    ...labels.map(({ name }) => entry.labels.get(name) ?? ''),
  ];
  const amounts = sharedAmounts(columns);
  if (amounts === undefined) {
    const rows = entries.flatMap((entry) =>
      [...entry.amounts].map(([name, amount]) => [...stubTexts(entry), name, amount]),
    );
    return { ...identity, fields: [...stub, COLUMN, amountField(AMOUNT, entries)], rows };
  }
  const rows = entries.map((entry) => [
    ...stubTexts(entry),
    ...amounts.map((name) => entry.amounts.get(name) ?? ''),
  ]);
  return { ...identity, fields: [...stub, ...amounts.map((name) => amountField(name, entries, name))], rows };
}

/** @param column the heading of its amounts; those of all headings where each amount has a row of its own */
function amountField(name: string, entries: readonly TableEntry[], column?: string): FlatField {
  const units = entries.flatMap((entry) =>
    column === undefined ? [...entry.units.values()] : (entry.units.get(column) ?? []),
  );
  return { name, kind: 'amount', units: [...new Set(units)] };
}

/** The label columns of all sides, each heading once. */
function labelFields(columns: readonly TableColumn[]): readonly FlatField[] {
  const fields = new Map<string, FlatField>();
  for (const { kind, name } of columns) {
    if (kind !== 'amount' && !fields.has(name)) fields.set(name, { name, kind });
  }
  return [...fields.values()];
}

/** The amount columns, if those of all sides have the same headings. */
function sharedAmounts(columns: readonly TableColumn[]): readonly string[] | undefined {
  const amounts = columns.filter(({ kind }) => kind === 'amount');
  const sides = [...Map.groupBy(amounts, ({ side }) => side).values()].map((side) =>
    side.map(({ name }) => name),
  );
  const [first = []] = sides;
  const shared = sides.every((names) => names.join('\n') === first.join('\n'));
  return shared ? first : undefined;
}
