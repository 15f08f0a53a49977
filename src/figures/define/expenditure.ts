import {
  APPROPRIATIONS,
  EXPENDITURE_KINDS,
  FUNDS,
  keysOf,
  type ExpenditureKind,
  type Fund,
} from '../../accounts/categories.ts';
import { withAncestors } from '../../accounts/code-levels.ts';
import type { Exact } from '../../accounts/decimal.ts';
import { UNDISCLOSED, type Disclosed } from '../../accounts/disclosed.ts';
import type { ExpenditureItem } from '../../accounts/schema/accounts.ts';
import { codeLabel } from '../../accounts/code-table.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';
import { codeTree, defineColumn, type CodeTree } from './rows.ts';

/** Undisclosed: how much of the expenditure of undisclosed classification belongs to a given code. */
const VEIL = '支出.未公开.分科目';

type CellId = (code: string) => string;

/** Ids of a fund's cells, for each kind that it knows and for their sum. */
const FUND_CELLS = {
  generalBudget: fundCells('generalBudget'),
  governmentFund: fundCells('governmentFund'),
  stateCapital: fundCells('stateCapital'),
  nonFiscal: fundCells('nonFiscal'),
} as const satisfies Readonly<Record<Fund, object>>;

function fundCells(fund: Fund): { readonly kinds: readonly CellId[]; readonly total: CellId } {
  return {
    kinds: kindsOf(fund).map((kind) => cellIds('支出', `${FUNDS[fund]}.${EXPENDITURE_KINDS[kind]}`)),
    total: cellIds('支出', `${FUNDS[fund]}.合计`),
  };
}

/** Ids of the cells over all funds. */
const ROW_CELLS = keysOf(EXPENDITURE_KINDS).map((kind) => cellIds('支出', EXPENDITURE_KINDS[kind]));
const ROW_TOTAL = cellIds('支出', '合计');
const ROW_FISCAL = cellIds('支出', '财政拨款');

/**
 * Expenditure by functional code, fund and kind (T3, T4, T5, T8, T9) with all sums of R03, R08, R20–R26, R43, R57.
 * Ids: `支出.<code>.<fund>.<kind>`, `支出.<code>.<fund>.合计`, `支出.<code>.<kind>`, `支出.<code>.合计`; without code
 * the totals, `支出.本年支出合计` and `支出.总计`.
 */
export function defineExpenditure(context: FigureContext): void {
  const { definitions, year, codes } = context;
  const { expenditure } = year.accounts.value;
  const items = new Map(Object.entries(expenditure).filter(([code]) => code !== UNDISCLOSED));
  if (UNDISCLOSED in expenditure) definitions.undisclosed(VEIL, '科目未公开的支出中属于某一科目的部分');
  const trees = new Map<Fund, CodeTree>();
  for (const fund of keysOf(FUNDS))
    trees.set(fund, defineFund(context, { fund, items, unclassified: expenditure[UNDISCLOSED] }));
  const classes = [...codes.functional.keys()].filter((code) => code.length === 3);
  const rows = withAncestors([...classes, ...items.keys()]);
  for (const code of rows) defineRow(context, code, trees, expenditure[UNDISCLOSED]);
  for (const code of rows.filter((row) => row.length === 3)) defineClassByFund(context, code, trees);
  defineTotals(context);
}

function kindsOf(fund: Fund): readonly ExpenditureKind[] {
  return fund === 'nonFiscal' ? keysOf(EXPENDITURE_KINDS) : ['basic', 'project'];
}

function enteredOf(
  item: ExpenditureItem | undefined,
  fund: Fund,
  kind: ExpenditureKind,
): Disclosed<Exact> | undefined {
  const ofFund: Readonly<Partial<Record<ExpenditureKind, Disclosed<Exact> | undefined>>> | undefined =
    item?.[fund];
  return ofFund?.[kind];
}

function fundLabel(fund: Fund): string {
  return fund === 'nonFiscal' ? '非财政拨款' : `${FUNDS[fund]}财政拨款`;
}

/** What was entered of one fund's expenditure: by code, and without. */
interface FundEntries {
  readonly fund: Fund;
  readonly items: ReadonlyMap<string, ExpenditureItem>;
  readonly unclassified: ExpenditureItem | undefined;
}

/** The columns of one fund: a row for each code with money of that fund, and the fund's totals. */
function defineFund(context: FigureContext, entries: FundEntries): CodeTree {
  const { definitions, codes } = context;
  const { fund, items } = entries;
  const name = FUNDS[fund];
  const tree = codeTree([...items].filter(([, item]) => item[fund] !== undefined).map(([code]) => code));
  const cells = FUND_CELLS[fund];
  const totals = kindsOf(fund).map((kind, index) =>
    defineFundKind(context, entries, tree, { kind, cell: cells.kinds[index] ?? cells.total }),
  );
  for (const code of tree.rows) {
    const label = `${codeLabel(code, codes.functional)}${fundLabel(fund)}支出`;
    definitions.sum(
      cells.total(code),
      label,
      cells.kinds.map((cell) => cell(code)),
    );
  }
  definitions.sum(`支出.${name}.合计`, `${fundLabel(fund)}支出`, totals);
  return tree;
}

/** One column of a fund, with its total; returns the total's id. */
function defineFundKind(
  { definitions, ledger, codes }: FigureContext,
  entries: FundEntries,
  tree: CodeTree,
  { kind, cell }: { readonly kind: ExpenditureKind; readonly cell: CellId },
): string {
  const { fund, items, unclassified } = entries;
  const name = FUNDS[fund];
  const kindName = EXPENDITURE_KINDS[kind];
  const label = `${fundLabel(fund)}${kindName}`;
  const enterAt = (code: string, value: Disclosed<Exact>) => (id: string, rowLabel: string) =>
    definitions.amount(id, rowLabel, ledger, ['支出', code, name, kindName], value);
  const hidden = enteredOf(unclassified, fund, kind);
  const classes = defineColumn(definitions, {
    tree,
    id: cell,
    label: (code) => `${codeLabel(code, codes.functional)}${label}`,
    enter: (code) => {
      const value = enteredOf(items.get(code), fund, kind);
      return value === undefined ? undefined : enterAt(code, value);
    },
    veil: hidden === undefined ? undefined : VEIL,
  });
  if (hidden === undefined) return definitions.sum(`支出.${name}.${kindName}`, label, classes);
  const rest = enterAt(UNDISCLOSED, hidden)(`支出.未公开.${name}.${kindName}`, `科目未公开的${label}`);
  // Where rows are veiled, the total is the sum of what was entered, not of the veiled rows.
  return definitions.sum(`支出.${name}.${kindName}`, label, [...listedEntries(tree, entries, kind), rest]);
}

function listedEntries(
  tree: CodeTree,
  { items, fund }: FundEntries,
  kind: ExpenditureKind,
): readonly string[] {
  return tree.rows
    .filter((code) => enteredOf(items.get(code), fund, kind) !== undefined)
    .map((code) => `支出.${code}.${FUNDS[fund]}.${EXPENDITURE_KINDS[kind]}.已列`);
}

/** One row of T3: the five kinds over all funds, and their total. */
function defineRow(
  { definitions, codes }: FigureContext,
  code: string,
  trees: ReadonlyMap<Fund, CodeTree>,
  unclassified: ExpenditureItem | undefined,
): void {
  const label = codeLabel(code, codes.functional);
  const kinds = keysOf(EXPENDITURE_KINDS);
  const cells = ROW_CELLS.map((cell) => cell(code));
  cells.forEach((id, index) => {
    const kind = kinds[index] ?? 'basic';
    const inputs: string[] = [];
    for (const fund of keysOf(FUNDS)) {
      const cell = FUND_CELLS[fund].kinds[index];
      if (cell === undefined) continue;
      if (hasRow(trees, fund, code)) inputs.push(cell(code));
      else if (enteredOf(unclassified, fund, kind) !== undefined) inputs.push(VEIL);
    }
    definitions.sum(id, `${label}${EXPENDITURE_KINDS[kind]}`, inputs);
  });
  definitions.sum(ROW_TOTAL(code), `${label}支出合计`, cells);
}

function hasRow(trees: ReadonlyMap<Fund, CodeTree>, fund: Fund, code: string): boolean {
  return trees.get(fund)?.has(code) ?? false;
}

/** One row of T4's right side: a 类 over the three appropriations. Rows without money of a fund are zero. */
function defineClassByFund(
  { definitions, codes }: FigureContext,
  code: string,
  trees: ReadonlyMap<Fund, CodeTree>,
): void {
  const label = codeLabel(code, codes.functional);
  const inputs = keysOf(APPROPRIATIONS).map((fund) => {
    const id = FUND_CELLS[fund].total(code);
    return hasRow(trees, fund, code) ? id : definitions.sum(id, `${label}${fundLabel(fund)}支出`, []);
  });
  definitions.sum(ROW_FISCAL(code), `${label}财政拨款支出`, inputs);
}

function defineTotals({ definitions, year, ledger }: FigureContext): void {
  for (const kind of keysOf(EXPENDITURE_KINDS)) {
    const inputs = keysOf(FUNDS).filter((fund) => kindsOf(fund).includes(kind));
    definitions.sum(
      `支出.${EXPENDITURE_KINDS[kind]}`,
      EXPENDITURE_KINDS[kind],
      inputs.map((fund) => `支出.${FUNDS[fund]}.${EXPENDITURE_KINDS[kind]}`),
    );
  }
  definitions.sum(
    '支出.本年支出合计',
    '本年支出合计',
    keysOf(EXPENDITURE_KINDS).map((kind) => `支出.${EXPENDITURE_KINDS[kind]}`),
  );
  definitions.amount(
    '支出.结余分配',
    '结余分配',
    ledger,
    ['结余分配'],
    year.accounts.value.surplusDistribution,
  );
  definitions.sum(
    '支出.年末结转和结余',
    '年末结转和结余',
    keysOf(FUNDS).map((fund) => `年末结转和结余.${FUNDS[fund]}`),
  );
  definitions.sum('支出.总计', '支出总计', ['支出.本年支出合计', '支出.结余分配', '支出.年末结转和结余']);
}
