import { withAncestors } from '../../accounts/code-levels.ts';
import type { Exact } from '../../accounts/decimal.ts';
import { UNDISCLOSED, type Disclosed } from '../../accounts/disclosed.ts';
import type { YamlPath } from '../../source/yaml.ts';
import type { Definitions, Ledger } from '../definitions.ts';

/** One amount, or amounts by functional code, as entered. */
export type Breakdown = Disclosed<Exact> | Readonly<Record<string, Disclosed<Exact>>>;

/** Whether a breakdown was entered by code. */
export function isByCode(entered: Breakdown): entered is Readonly<Record<string, Disclosed<Exact>>> {
  return typeof entered === 'object' && !('toFixed' in entered);
}

/** Whether a breakdown says that there is nothing. */
export function isNothing(entered: Breakdown): boolean {
  return !isByCode(entered) && entered !== UNDISCLOSED && entered.isZero();
}

/** The rows of a table by functional classification: every code used with its ancestors, ascending. */
export interface CodeTree {
  readonly rows: readonly string[];
  has(code: string): boolean;
  childrenOf(code: string): readonly string[];
}

/** The tree that a set of codes spans. */
export function codeTree(codes: Iterable<string>): CodeTree {
  const rows = withAncestors(codes);
  const children = new Map<string, string[]>();
  for (const row of rows) {
    if (row.length === 3) continue;
    const parent = row.slice(0, -2);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [row]);
    else siblings.push(row);
  }
  const present = new Set(rows);
  return { rows, has: (code) => present.has(code), childrenOf: (code) => children.get(code) ?? [] };
}

/** One column of a table by functional classification. */
export interface Column {
  readonly tree: CodeTree;
  /** Id of a row's figure, e.g. `收入.2011350.事业收入`. */
  readonly id: (code: string) => string;
  readonly label: (code: string) => string;
  /** Defines the entered figure of a code under the given id; undefined where the code has no entry. */
  readonly enter: (code: string) => ((id: string, label: string) => string) | undefined;
  /** A figure that keeps rows from being known, where money of undisclosed classification may belong to any. */
  readonly veil?: string | undefined;
}

/**
 * Defines a figure for every row of a column: entered where a code has an entry, summed above.
 * Where more than the entry makes up the row, the entry itself is `….已列`.
 *
 * @returns the ids of the 类 rows, which together make the column's total
 */
export function defineColumn(definitions: Definitions, column: Column): readonly string[] {
  const { tree } = column;
  for (const code of tree.rows) {
    const id = column.id(code);
    const label = column.label(code);
    const enter = column.enter(code);
    const children = tree.childrenOf(code).map(column.id);
    const veils = children.length === 0 && column.veil !== undefined ? [column.veil] : [];
    if (enter !== undefined && children.length + veils.length === 0) enter(id, label);
    else {
      const own = enter === undefined ? [] : [enter(`${id}.已列`, `${label}（已列部分）`)];
      definitions.sum(id, label, [...own, ...children, ...veils]);
    }
  }
  return tree.rows.filter((code) => code.length === 3).map(column.id);
}

/** What a breakdown looks like as a column with a total. */
export interface BreakdownColumn {
  readonly tree: CodeTree;
  readonly id: (code: string) => string;
  readonly label: (code: string) => string;
  readonly totalId: string;
  readonly totalLabel: string;
}

/**
 * Defines a column entered as a breakdown, with its total. A single amount is the total itself; unless it is
 * zero, its rows are then not disclosed.
 */
export function defineBreakdown(
  definitions: Definitions,
  ledger: Ledger,
  column: BreakdownColumn,
  path: YamlPath,
  entered: Breakdown,
): void {
  const { totalId, totalLabel } = column;
  if (isByCode(entered)) {
    const enter = (code: string) => {
      const value = entered[code];
      return value === undefined
        ? undefined
        : (id: string, label: string) => definitions.amount(id, label, ledger, [...path, code], value);
    };
    const classes = defineColumn(definitions, { ...column, enter });
    definitions.sum(totalId, totalLabel, classes);
    return;
  }
  definitions.amount(totalId, totalLabel, ledger, path, entered);
  const veil = isNothing(entered)
    ? undefined
    : definitions.undisclosed(`${totalId}.分科目`, `${totalLabel}的分科目金额`);
  defineColumn(definitions, { ...column, enter: () => undefined, veil });
}
