import { withAncestors } from '../../accounts/code-levels.ts';
import type { Definitions } from '../definitions.ts';
import type { FigureUnit } from '../figure.ts';

/** The rows of a table by classification: every code used with its ancestors, ascending. */
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
  readonly unit: FigureUnit;
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
  const { tree, unit } = column;
  for (const code of tree.rows) {
    const id = column.id(code);
    const label = column.label(code);
    const enter = column.enter(code);
    const children = tree.childrenOf(code).map(column.id);
    const veils = children.length === 0 && column.veil !== undefined ? [column.veil] : [];
    if (enter !== undefined && children.length + veils.length === 0) enter(id, label);
    else {
      const own = enter === undefined ? [] : [enter(`${id}.已列`, `${label}（已列部分）`)];
      definitions.sum(id, label, [...own, ...children, ...veils], unit);
    }
  }
  return tree.rows.filter((code) => code.length === 3).map(column.id);
}
