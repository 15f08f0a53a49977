import { placeCells } from '../../pack/grid.ts';
import { ROW_CODE } from '../../figures/row-patterns.ts';
import type { Pack, PackTable } from '../../pack/pack.ts';
import type { RowRule, TableLayout } from '../../pack/table-schema.ts';
import type { CodeTable } from '../../accounts/code-table.ts';
import { remembered } from '../../source/remembered.ts';
import { fixedWords, headWords, patternOf, plainWords, withoutOrdinal } from './words.ts';

/** A column of amounts that a layout has. */
export interface ExpectedColumn {
  readonly side: number;
  /** Its place among the amounts of its side. */
  readonly index: number;
  /** Its headings, uppermost first. */
  readonly heads: readonly string[];
}

/** A row that a layout has once, by what it is called. */
export interface ExpectedRow {
  readonly name: RegExp;
  /** The same without its number. */
  readonly bare: RegExp;
  /** 行次. */
  readonly line: string;
  readonly ids: readonly string[];
}

/** A rule by which a side has a row for each code, or for each item of a list. */
export type OpenRule = Extract<RowRule, { levels: unknown } | { economic: unknown } | { list: unknown }>;

/** One of the parts of a table that stand side by side. */
export interface ExpectedSide {
  readonly hasLabels: boolean;
  readonly rows: readonly ExpectedRow[];
  readonly open: readonly OpenRule[];
  /** What the rows are called that stand for all others. */
  readonly totals: readonly RegExp[];
}

/** A pack's layout, as something to be recognised. */
export interface ExpectedTable {
  readonly key: string;
  /** As a person calls it: `《收入决算表》`. */
  readonly called: string;
  /** The words of its titles. */
  readonly titles: readonly string[];
  /** Whether booklets print it; what is only read may have columns that nobody enters, and is known by its title alone. */
  readonly printed: boolean;
  /** In what the pack prints its amounts; of a sheet that is only read, nothing is known. */
  readonly unit: string;
  readonly number: string;
  readonly note: string;
  /** All its headings, row by row, without the numbers of columns. */
  readonly head: readonly string[];
  readonly columns: readonly ExpectedColumn[];
  readonly sides: readonly ExpectedSide[];
  readonly footer: readonly { readonly name: RegExp; readonly id: string }[];
  /** Everything that a heading of it may say. */
  readonly vocabulary: ReadonlySet<string>;
}

/** The tables and sheets of a pack, as they look in a spreadsheet. */
export function expectedTables(pack: Pack, functional: CodeTable): readonly ExpectedTable[] {
  return tablesOf(pack)(functional);
}

/** What is known of a table besides its layout. */
interface Known {
  readonly printed: boolean;
  readonly aliases: readonly string[];
  readonly unit?: string;
}

const tablesOf = remembered(({ tables, sheets, conventions }: Pack) =>
  remembered((functional: CodeTable): readonly ExpectedTable[] => [
    ...tables.map((table) => {
      const unit = table.layout.style?.unit ?? conventions.inTables?.unit ?? '万元';
      return expectedTable(table, functional, { printed: true, aliases: [], unit });
    }),
    ...sheets.map((sheet) => expectedTable(sheet, functional, { printed: false, ...sheet.layout })),
  ]),
);

function expectedTable(
  { key, layout }: PackTable,
  functional: CodeTable,
  { printed, aliases, unit = '' }: Known,
): ExpectedTable {
  const columns = amountColumns(layout);
  return {
    key,
    called: `《${layout.title.replaceAll(/\{\{.*?\}\}/gs, '')}》`,
    titles: [layout.title, ...aliases].map(fixedWords),
    printed,
    unit,
    number: fixedWords(layout.number ?? ''),
    note: fixedWords(layout.note ?? ''),
    head: layout.head.flatMap((row) => row.map(({ text }) => text)).filter((text) => !isNumbering(text)),
    columns,
    sides: layout.sides.map((side) => ({
      hasLabels: side.labels.length > 0,
      rows: side.rows.flatMap((rule) => fixedRows(rule, functional)),
      open: side.rows.filter((rule) => 'levels' in rule || 'economic' in rule || 'list' in rule),
      totals: side.rows.flatMap((rule) => ('total' in rule ? [patternOf(rule.total)] : [])),
    })),
    footer: (layout.footer ?? []).map(({ label, figure }) => ({ name: patternOf(label), id: figure })),
    vocabulary: vocabularyOf(layout, columns),
  };
}

/** The rows that a rule makes whatever is entered. */
function fixedRows(rule: RowRule, functional: CodeTable): readonly ExpectedRow[] {
  if ('label' in rule) return [rowOf(rule.label, rule.line, rule.figures)];
  if ('total' in rule) return [rowOf(rule.total, '', rule.figures)];
  if (!('classes' in rule)) return [];
  const { firstLine, figures } = rule;
  return rule.classes.flatMap((code, index) => {
    const name = functional.get(code)?.name;
    if (name === undefined) return [];
    const line = firstLine === undefined ? '' : String(firstLine + index);
    return [rowOf(name, line, withCode(figures, code))];
  });
}

function rowOf(name: string, line: string, ids: readonly string[]): ExpectedRow {
  return { name: patternOf(name), bare: patternOf(withoutOrdinal(plainWords(name))), line, ids };
}

function withCode(ids: readonly string[], code: string): readonly string[] {
  return ids.map((id) => id.replaceAll(ROW_CODE, code));
}

function amountColumns(layout: TableLayout): readonly ExpectedColumn[] {
  const heads = headsByColumn(layout);
  let at = 0;
  return layout.sides.flatMap((side, index) => {
    const amounts = Math.max(0, ...side.rows.map((rule) => ('figures' in rule ? rule.figures.length : 0)));
    const first = at + side.labels.length;
    at = first + amounts;
    return Array.from({ length: amounts }, (_, place) => ({
      side: index,
      index: place,
      heads: heads[first + place] ?? [],
    }));
  });
}

/** The headings above each column; the row of 栏次 numbers columns and names none. */
function headsByColumn({ head }: TableLayout): readonly (readonly string[])[] {
  const named = head.filter((row) => !row.every(({ text }) => isNumbering(text)));
  const columns: string[][] = [];
  for (const { cell, column } of placeCells(named))
    for (let at = column; at < column + cell.columns; at += 1) (columns[at] ??= []).push(cell.text);
  return columns;
}

/** Whether a heading belongs to the row that numbers the columns. */
export function isNumbering(text: string): boolean {
  return /^(?:栏次|\d{1,3})?$/.test(plainWords(text));
}

function vocabularyOf(layout: TableLayout, columns: readonly ExpectedColumn[]): ReadonlySet<string> {
  const texts = layout.head.flatMap((row) => row.map(({ text }) => headWords(text)));
  const joined = [...headsByColumn(layout), ...columns.map(({ heads }) => heads)].flatMap((heads) =>
    heads.map((_, index) => headWords(heads.slice(index).join(''))),
  );
  return new Set([...texts, ...joined].filter((words) => words !== '' && !isNumbering(words)));
}
