import type { FigureUnit } from '../figures/figure.ts';
import type { PrintedMoneyUnit } from '../pack/number-style.ts';

/** A cell that holds a figure. */
export interface CellFigure {
  readonly id: string;
  /** What its value counts: 万元, 人, %. */
  readonly unit: FigureUnit;
  /** Exact value; empty where it is not disclosed. */
  readonly value: string;
  /** What data files hold of a quotient that never ends. */
  readonly rounded?: string;
}

/** One cell of a table, already in print form. */
export interface TableCell {
  /**
   * head: column heading; group: heading of several rows; row: the row's own heading; line: 行次; text: words;
   * amount: a number, set to the right; dash: no such entry.
   */
  readonly kind: 'head' | 'group' | 'row' | 'code' | 'line' | 'text' | 'amount' | 'dash' | 'blank';
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly figure?: CellFigure;
  /** Depth below the 类, for indenting names. */
  readonly depth?: number;
}

/** A table ready for print: one view feeds HTML, PDF, CSV and XLSX. */
export interface TableView {
  /** `data-table` key of a statutory table, `data-form` name of a form. */
  readonly key: string;
  readonly kind: 'statutory' | 'form';
  readonly title: string;
  /** 公开01表, of statutory tables. */
  readonly number?: string;
  /** Line under the title of a form: （2023年度）. */
  readonly subtitle?: string;
  readonly unitName: string;
  /** What amounts are printed in; that of a form stands in its own words. */
  readonly moneyUnit?: PrintedMoneyUnit;
  /** Whether its rows are set closely, in small type. */
  readonly dense?: true;
  readonly orientation: 'portrait' | 'landscape';
  /** Whether there is no number in it but zero. */
  readonly empty?: true;
  /** Relative column widths; their number is the number of columns. */
  readonly widths: readonly number[];
  readonly head: readonly (readonly TableCell[])[];
  readonly body: readonly (readonly TableCell[])[];
  /** What stands below it, a line each. */
  readonly note?: string;
}

/** What a page says that it shows of a statutory table: 公开01表 收入支出决算总表. */
export function numberedTitle({ title, number }: Pick<TableView, 'title' | 'number'>): string {
  return number === undefined ? title : `${number} ${title}`;
}

/** A cell of one column and one row. */
export function cell(kind: TableCell['kind'], text: string, extra: Partial<TableCell> = {}): TableCell {
  return { kind, text, columns: 1, rows: 1, ...extra };
}
