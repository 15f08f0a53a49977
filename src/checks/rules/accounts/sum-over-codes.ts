import { withAncestors } from '../../../accounts/code-levels.ts';
import { cellIds } from '../../../figures/cell-ids.ts';
import { codeTree, type CodeTree } from '../../../figures/define/rows.ts';
import { isZero } from '../../../figures/value.ts';
import type { Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { BLOCKS, lowestCodes, rowsOf, type Column, type Table } from '../../code-columns.ts';
import { checkSum } from '../../relations.ts';

const LEVELS: Readonly<Record<number, string>> = { 3: '类', 5: '款', 7: '项' };

/** The rows of a table must make its total, and the rows below a row must make that row. */
export const sumOverCodes: Check = {
  rule: 'sum-over-codes',
  numbers: ['R03', 'R12', 'R21', 'R26', 'R44', 'R57', 'R70', 'R71'],
  source: '收入决算表、支出决算表和各财政拨款支出表：合计 = 各类之和，类 = 各款之和，款 = 各项之和',
  summary: '各科目之和应等于合计，下级科目之和应等于上级科目',
  run(subject) {
    const { approved } = subject.year.accounts.value;
    // Without control totals every way leads to the same sum.
    if (Object.keys(approved).length === 0) return [];
    const controlled = controlledRows(Object.keys(approved));
    return BLOCKS.flatMap((block) => {
      const tree = codeTree(rowsOf(subject.year.accounts.value, block));
      return block.columns.flatMap((column) => [
        ...checkColumn(subject, block.table, column, tree, controlled),
        ...(block.fund === undefined ? [] : residue(subject, column, tree.rows)),
      ]);
    });
  },
};

function checkColumn(
  subject: CheckSubject,
  table: Table,
  { total, row }: Column,
  tree: CodeTree,
  controlled: ReadonlyMap<string, readonly string[]>,
): readonly Diagnostic[] {
  const id = cellIds(table, row);
  const classes = tree.rows.filter((code) => code.length === 3);
  const touched = withAncestors(controlled.get(`${table}.${row}`) ?? []).filter((code) => tree.has(code));
  return [
    ...checkRows(subject, total, classes.map(id), '类'),
    ...touched.flatMap((code) => {
      const below = tree.childrenOf(code).map(id);
      // The account of fiscal appropriations shows classes only.
      return checkRows(
        subject,
        id(code),
        below.filter((child) => subject.figures.has(child)),
        LEVELS[code.length + 2] ?? '',
      );
    }),
  ];
}

/** Every step from item to total is checked, so over all steps together only the rounding of an approved total is news. */
function residue(
  subject: CheckSubject,
  { total, row }: Column,
  rows: readonly string[],
): readonly Diagnostic[] {
  if (subject.figures.get(total).approval === undefined) return [];
  const leaves = lowestCodes(rows);
  const found = checkRows(subject, total, leaves.map(cellIds('支出', row)), '末级科目');
  return found.filter(({ severity }) => severity === 'note');
}

function checkRows(
  subject: CheckSubject,
  total: string,
  rows: readonly string[],
  noun: string,
): readonly Diagnostic[] {
  if (rows.length === 0) return [];
  const parts = rows.filter((id) => !isZero(subject.figures.get(id).value));
  const partsLabel = `${parts.length} 个${noun}相加`;
  return checkSum(subject, {
    rule: 'sum-over-codes',
    total,
    parts,
    partsLabel,
    basis: `各${noun}之和，科目表的上下级关系`,
  });
}

/** The codes with a control total in each column: only above and at these can rows differ from the rows below them. */
function controlledRows(approved: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string[]>();
  for (const id of approved) {
    const [, table = '', code, row = ''] = /^(收入|支出)\.(\d+)\.(.+)$/.exec(id) ?? [];
    if (code === undefined) continue;
    const column = `${table}.${row}`;
    rows.set(column, [...(rows.get(column) ?? []), code]);
  }
  return rows;
}
