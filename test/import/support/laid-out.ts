import type { TableCell, TableView } from '../../../src/document/table-view.ts';
import { placeCells } from '../../../src/pack/grid.ts';

/** How a program lays tables out that draws no lines. */
export interface Layout {
  /** How many columns of the text a Chinese sign takes. */
  readonly han: 1 | 2;
  /** In signs: longer names are torn into lines. */
  readonly longest: number;
  /** Whether numbers stand beside the middle of a torn name, or beside its first line. */
  readonly middle: boolean;
  /** How many rows a page has. */
  readonly rows: number;
  /** Whether each page begins with the head again. */
  readonly repeats: boolean;
}

const GAP = 3;

/** A table as text in columns, its pages with numbers. */
export function laidOut(layout: Layout): (table: TableView) => string {
  return ({ title, number = '', unitName, moneyUnit, head, body, note = '', widths }) => {
    const page = new Columns(layout, widths.length, [...head.slice(-1), ...body]);
    const heads = page.head(head);
    const unit = moneyUnit === undefined ? '' : `金额单位：${moneyUnit}`;
    const lines = [`          ${title}`, number, `单位：${unitName}          ${unit}`, ...heads];
    const again = layout.repeats ? heads : [];
    for (let from = 0; from < body.length; from += layout.rows) {
      if (from > 0) lines.push('', `— ${from} —`, `\f${again[0] ?? ''}`, ...again.slice(1));
      lines.push(...body.slice(from, from + layout.rows).flatMap((cells) => page.row(cells)));
    }
    return [...lines, note].join('\n');
  };
}

interface Put {
  readonly x: number;
  readonly text: string;
}

class Columns {
  private readonly layout: Layout;
  private readonly starts: readonly number[];

  constructor(layout: Layout, count: number, rows: readonly (readonly TableCell[])[]) {
    this.layout = layout;
    const widths = Array.from({ length: count }, () => 4);
    for (const { cell, column } of rows.flatMap((row) => placeCells([row])))
      if (cell.columns === 1)
        widths[column] = Math.max(
          widths[column] ?? 0,
          ...this.torn(cell.text).map((line) => this.width(line)),
        );
    let at = 0;
    this.starts = [0, ...widths.map((width) => (at += width + GAP))];
  }

  row(cells: readonly TableCell[]): readonly string[] {
    const blocks = placeCells([cells]).map(({ cell, column }) => ({
      cell,
      column,
      lines: this.torn(cell.text),
    }));
    const height = Math.max(1, ...blocks.map(({ lines }) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      this.line(
        blocks.map(({ cell, column, lines }) => {
          const above = this.layout.middle ? Math.floor((height - lines.length) / 2) : 0;
          const text = lines[line - above] ?? '';
          const end = (this.starts[column + cell.columns] ?? 0) - GAP;
          const isNumber = /^[-\d.,—]+$/u.test(cell.text) && /[.—]/u.test(cell.text);
          return { text, x: isNumber ? end - this.width(text) : (this.starts[column] ?? 0) };
        }),
      ),
    );
  }

  /** Headings in the middle of what they cover. */
  head(rows: readonly (readonly TableCell[])[]): readonly string[] {
    const placed = placeCells(rows).map((one) => {
      const [left, right] = [
        this.starts[one.column] ?? 0,
        (this.starts[one.column + one.cell.columns] ?? 0) - GAP,
      ];
      const signs = Math.max(2, Math.floor((right - left) / this.layout.han));
      return { ...one, left, right, lines: torn(one.cell.text, signs) };
    });
    const heights = rows.map((_, row) =>
      Math.max(1, ...placed.map((one) => (one.row === row && one.cell.rows === 1 ? one.lines.length : 0))),
    );
    for (const { cell, row, lines } of placed) {
      const last = row + cell.rows - 1;
      const height = sum(heights.slice(row, last + 1));
      heights[last] = (heights[last] ?? 0) + Math.max(0, lines.length - height);
    }
    const tops = heights.map((_, row) => sum(heights.slice(0, row)));
    const puts: Put[][] = Array.from({ length: sum(heights) }, () => []);
    for (const { cell, row, left, right, lines } of placed) {
      const height = sum(heights.slice(row, row + cell.rows));
      const top = (tops[row] ?? 0) + Math.floor((height - lines.length) / 2);
      lines.forEach((text, line) =>
        puts[top + line]?.push({
          text,
          x: left + Math.max(0, Math.floor((right - left - this.width(text)) / 2)),
        }),
      );
    }
    return puts.map((line) => this.line(line.toSorted((a, b) => a.x - b.x)));
  }

  private line(puts: readonly Put[]): string {
    return puts.reduce(
      (line, { x, text }) => line + ' '.repeat(Math.max(0, x - this.width(line))) + text,
      '',
    );
  }

  private torn(text: string): readonly string[] {
    return torn(text, this.layout.longest);
  }

  private width(text: string): number {
    const isWide = (sign: string): boolean => /[\p{Script=Han}（）、“”—：]/u.test(sign);
    return sum(Array.from(text, (sign) => (isWide(sign) ? this.layout.han : 1)));
  }
}

function torn(text: string, signs: number): readonly string[] {
  const own = Array.from(text);
  return Array.from({ length: Math.max(1, Math.ceil(own.length / signs)) }, (_, line) =>
    own.slice(line * signs, (line + 1) * signs).join(''),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
