import { withAncestors } from '../accounts/code-levels.ts';
import { nameOf } from '../accounts/code-table.ts';
import { formatFixed, ZERO } from '../accounts/decimal.ts';
import { REVENUE_KINDS } from '../accounts/categories.ts';
import { isCodeCell } from '../figures/code-columns.ts';
import { isZero } from '../figures/value.ts';
import { ROW_CODE } from '../pack/layout-mistakes.ts';
import type { TableKey } from '../pack/schema.ts';
import type { RowRule, TableLayout } from '../pack/table-schema.ts';
import type { BookletSource } from './booklet-source.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import { printFigure } from './print-figure.ts';
import { cell, type TableCell, type TableView } from './table-view.ts';

type Side = TableLayout['sides'][number];
type Cells = readonly TableCell[];

/** Fills the layout of a statutory table with the booklet's figures. */
export function statutoryTable(source: BookletSource, key: TableKey, layout: TableLayout): TableView {
  const sides = layout.sides.map((side) => ({ width: sideWidth(side), rows: sideRows(source, side) }));
  const height = Math.max(...sides.map((side) => side.rows.length));
  const body = Array.from({ length: height }, (_, index) =>
    sides.flatMap((side) => side.rows[index] ?? [cell('blank', '', { columns: side.width })]),
  );
  const columns = sides.reduce((sum, side) => sum + side.width, 0);
  return {
    key,
    kind: 'statutory',
    title: layout.title,
    ...(layout.number !== undefined && { number: layout.number }),
    unitName: source.year.unit.name,
    orientation: layout.orientation === '横' ? 'landscape' : 'portrait',
    widths: layout.widths ?? Array.from({ length: columns }, () => 1),
    head: layout.head.map((row) =>
      row.map(({ text, columns: across, rows }) => cell('head', text, { columns: across, rows })),
    ),
    body: layout.footer === undefined ? body : [...body, footerRow(source, layout.footer)],
    ...(layout.note !== undefined && { note: layout.note }),
  };
}

function amountsOf(rule: RowRule): readonly string[] {
  return 'figures' in rule ? rule.figures : [];
}

function sideWidth(side: Side): number {
  return side.labels.length + Math.max(...side.rows.map((rule) => amountsOf(rule).length));
}

function sideRows(source: BookletSource, side: Side): readonly Cells[] {
  const width = sideWidth(side);
  const ordinal = { next: 1 };
  return side.rows.flatMap((rule) => ruleRows(source, side, rule, width, ordinal));
}

function ruleRows(
  source: BookletSource,
  side: Side,
  rule: RowRule,
  width: number,
  ordinal: { next: number },
): readonly Cells[] {
  if ('blank' in rule) {
    return Array.from({ length: rule.blank }, (_, index) => {
      const line = rule.firstLine === undefined ? '' : String(rule.firstLine + index);
      const labels = side.labels.map((kind) => (kind === '行次' ? cell('line', line) : cell('blank', '')));
      return [...labels, ...Array.from({ length: width - labels.length }, () => cell('blank', ''))];
    });
  }
  if ('label' in rule)
    return [row(source, side, { name: rule.label, line: rule.line, code: '' }, rule.figures)];
  if ('total' in rule) return [totalRow(source, side, rule.total, rule.figures)];
  if ('classes' in rule) {
    return rule.classes.map((code, index) => {
      const name = `${chineseNumeral(ordinal.next++)}、${nameOf(code, source.codes.functional)}`;
      const line = rule.firstLine === undefined ? '' : String(rule.firstLine + index);
      return row(source, side, { name, line, code }, rule.figures);
    });
  }
  const economic = 'economic' in rule;
  const table = economic ? source.codes.economic : source.codes.functional;
  const codes = economic ? economicCodes(source, rule.economic) : codesOf(source, rule.codes);
  return codes.map((code) => row(source, side, { name: nameOf(code, table), line: '', code }, rule.figures));
}

interface RowLabel {
  readonly name: string;
  readonly line: string;
  readonly code: string;
}

function row(source: BookletSource, side: Side, label: RowLabel, ids: readonly string[]): Cells {
  const depth = label.code === '' ? 0 : (label.code.length - 3) / 2;
  const labels = side.labels.map((kind) => {
    if (kind === '行次') return cell('line', label.line);
    if (kind === '编码') return cell('code', label.code);
    return cell('row', label.name, { depth });
  });
  return [...labels, ...ids.map((id) => amountCell(source, id.replaceAll(ROW_CODE, label.code)))];
}

/** `合计` stands across the label columns. */
function totalRow(source: BookletSource, side: Side, name: string, ids: readonly string[]): Cells {
  return [cell('row', name, { columns: side.labels.length }), ...ids.map((id) => amountCell(source, id))];
}

function footerRow(source: BookletSource, footer: NonNullable<TableLayout['footer']>): Cells {
  return footer.flatMap(({ label, columns, figure }) => [
    cell('row', label, { columns }),
    amountCell(source, figure),
  ]);
}

/** A figure's cell. A column that has no row for a code has nothing there; other ids were checked before. */
function amountCell(source: BookletSource, id: string): TableCell {
  if (id === '') return cell('blank', '');
  const figure = isCodeCell(id) ? source.figures.find(id) : source.figures.get(id);
  if (figure === undefined) return cell('amount', formatFixed(ZERO, 2));
  const { printed, value } = printFigure(figure, source.pack.conventions);
  return cell('amount', printed, { figure: { id, value } });
}

/** Ids of a row, one per column, of the tables by functional classification. */
const ROW_COLUMNS: Readonly<Record<string, (code: string) => readonly string[]>> = {
  收入: (code) => [`收入.${code}.合计`],
  支出: (code) => [`支出.${code}.合计`],
  一般公共预算: (code) => [`支出.${code}.一般公共预算.合计`],
  政府性基金预算: (code) => fundColumns(code, '政府性基金预算', REVENUE_KINDS.governmentFund),
  国有资本经营预算: (code) => fundColumns(code, '国有资本经营预算', REVENUE_KINDS.stateCapital),
};

function fundColumns(code: string, fund: string, revenue: string): readonly string[] {
  return [
    `年初结转和结余.${code}.${fund}`,
    `收入.${code}.${revenue}`,
    `支出.${code}.${fund}.合计`,
    `年末结转和结余.${code}.${fund}`,
  ];
}

/** The rows that a table by functional classification prints: every code used, unless all its columns are zero. */
function codesOf(source: BookletSource, name: string): readonly string[] {
  const columns = ROW_COLUMNS[name];
  if (columns === undefined) throw new Error(`no code list: ${name}`);
  return usedCodes(source).filter((code) =>
    columns(code).some((id) => {
      const figure = source.figures.find(id);
      return figure !== undefined && !isZero(figure.value);
    }),
  );
}

/** The rows that the pack lists, with what the booklet entered below one of its classes. */
function economicCodes({ year }: BookletSource, listed: readonly string[]): readonly string[] {
  const entered = year.accounts.value.entered.keysOf('基本支出');
  const further = entered.filter((code) => !listed.includes(code) && listed.includes(code.slice(0, 3)));
  return further.length === 0 ? listed : [...listed, ...further].sort();
}

function usedCodes({ year }: BookletSource): readonly string[] {
  const { entered } = year.accounts.value;
  return withAncestors(entered.codesIn('支出', '收入', '年初结转和结余', '年末结转和结余'));
}
