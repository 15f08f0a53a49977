import { codeLabel } from '../../accounts/code-table.ts';
import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import type { FactTopic } from '../../accounts/facts/common-facts.ts';
import type { EnteredFact, EnteredNumber } from '../../accounts/facts/entered.ts';
import { CODE_STEP, rowId, type Fact } from '../../accounts/facts/fact.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';
import { codeTree, defineColumn, type CodeTree } from './rows.ts';

type Rows = ReadonlyMap<string, EnteredNumber>;
const NO_ROWS: Rows = new Map();

/**
 * The figures of what was entered, topic by topic: `人员.在职人员`, `收入.2011350.事业收入` with the codes above it and the
 * whole, `国有资产.车辆.其他用车` with the number of all. Everything about them follows from the facts' rows.
 */
export function defineFacts(context: FigureContext, topic: FactTopic): void {
  const facts = context.entered.book.of(topic);
  const all = new Set(
    facts
      .flatMap(({ id }) => [...rowsOf(context.entered.find(id)).keys()])
      .filter((key) => key !== UNDISCLOSED),
  );
  for (const fact of facts) defineFact(context, fact, all);
}

function defineFact(context: FigureContext, fact: Fact, all: ReadonlySet<string>): void {
  const value = context.entered.find(fact.id);
  if (value === undefined && fact.sharedRows !== 'all') defineAbsent(context, fact);
  else if (fact.keys === '科目' || fact.keys === '经济科目') defineByCode(context, fact, value, all);
  else if (value?.form === 'rows') defineByName(context, fact, value.rows);
  else if (value !== undefined) {
    const { id, label } = totalOf(fact);
    report(context, fact, id, label, value.number);
  }
}

/** A row for each name, and for names that texts speak of whatever is entered; with all of them together. */
function defineByName(context: FigureContext, fact: Fact, rows: Rows): void {
  const { definitions } = context;
  const label = (key: string): string => `${key}${fact.rowLabel ?? fact.label}`;
  const ids = [...rows].map(([key, number]) => report(context, fact, rowId(fact, key), label(key), number));
  for (const key of fact.fixedRows ?? [])
    if (!rows.has(key)) definitions.sum(rowId(fact, key), label(key), [], fact.unit);
  const total = totalOf(fact);
  definitions.sum(total.id, total.label, ids, fact.unit);
}

function rowsOf(value: EnteredFact | undefined): Rows {
  return value?.form === 'rows' ? value.rows : NO_ROWS;
}

function totalOf({ id, label, total }: Fact): { readonly id: string; readonly label: string } {
  return total === undefined || total === false ? { id, label } : total;
}

function defineAbsent({ definitions }: FigureContext, fact: Fact): void {
  const { id, label } = totalOf(fact);
  if (fact.absent === 'nothing') definitions.sum(id, label, [], fact.unit);
  if (fact.absent === 'undisclosed') definitions.undisclosed(id, label, fact.unit);
  if (fact.absent === 'unused') definitions.unused(id, label, fact.unit);
}

/** Defines what was entered under an id of its own. */
function report(
  { definitions, ledger }: FigureContext,
  { unit }: Fact,
  id: string,
  label: string,
  { amount, path }: EnteredNumber,
): string {
  return unit === '万元'
    ? definitions.amount(id, label, ledger, path, amount)
    : definitions.count(id, label, unit, { document: ledger.document, path }, amount);
}

function defineByCode(
  context: FigureContext,
  fact: Fact,
  value: EnteredFact | undefined,
  all: ReadonlySet<string>,
): void {
  const { codes } = context;
  const rows = rowsOf(value);
  const table = fact.keys === '科目' ? codes.functional : codes.economic;
  const rowLabel = fact.rowLabel ?? fact.label;
  const [first = '', ...rest] = fact.id.split('.');
  const column = {
    unit: fact.unit,
    id: rest.length === 0 ? cellIds(first) : cellIds(first, rest.join('.')),
    label: (code: string) => `${codeLabel(code, table)}${rowLabel}`,
    enter: (code: string) => {
      const number = rows.get(code);
      return number && ((id: string, label: string) => report(context, fact, id, label, number));
    },
  };
  if (value?.form === 'one') defineWhole(context, fact, value.number, { ...column, all });
  else defineRows(context, fact, rows, { ...column, tree: treeOf(fact, rows, all) });
}

type OpenColumn = Omit<Parameters<typeof defineColumn>[1], 'tree' | 'veil'>;

function treeOf(fact: Fact, rows: Rows, all: ReadonlySet<string>): CodeTree {
  const own = fact.sharedRows === 'all' ? all : [...rows.keys()].filter((code) => code !== UNDISCLOSED);
  return codeTree([...(fact.fixedRows ?? []), ...own]);
}

/** A single amount is the whole itself; unless it is zero, its rows are then not disclosed. */
function defineWhole(
  context: FigureContext,
  fact: Fact,
  number: EnteredNumber,
  { all, ...column }: OpenColumn & { readonly all: ReadonlySet<string> },
): void {
  const { id, label } = totalOf(fact);
  report(context, fact, id, label, number);
  if (number.amount !== UNDISCLOSED && number.amount.isZero()) return;
  const veil = context.definitions.undisclosed(`${id}.分科目`, `${label}的分科目金额`, fact.unit);
  const tree = codeTree(fact.sharedRows === 'none' ? [] : all);
  defineColumn(context.definitions, { ...column, tree, veil });
}

function defineRows(
  context: FigureContext,
  fact: Fact,
  rows: Rows,
  column: OpenColumn & { readonly tree: CodeTree },
): void {
  const { definitions } = context;
  const hidden = rows.get(UNDISCLOSED);
  const veil = hidden && unclassifiedVeil(fact);
  const classes = defineColumn(definitions, { ...column, veil });
  if (fact.total === false) return;
  const { id, label } = totalOf(fact);
  if (hidden === undefined) {
    definitions.sum(id, label, classes, fact.unit);
    return;
  }
  // Where rows are veiled, the total is the sum of what was entered, not of the veiled rows.
  const rest = report(context, fact, rowId(fact, UNDISCLOSED), `科目未公开的${label}`, hidden);
  const listed = column.tree.rows.filter((code) => rows.has(code)).map((code) => `${column.id(code)}.已列`);
  definitions.sum(id, label, [...listed, rest], fact.unit);
}

/** Undisclosed: how much of what was entered without a code belongs to a given one. */
export function unclassifiedVeil({ path }: Pick<Fact, 'path'>): string {
  const section = path.slice(0, Math.max(path.indexOf(CODE_STEP), 0)).join('.');
  return `${section}.${UNDISCLOSED}.分科目`;
}
