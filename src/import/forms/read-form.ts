import { levelKeys } from '../../accounts/forms/indicator-levels.ts';
import { isNumeric } from '../tables/cell-amount.ts';
import { plainWords } from '../tables/words.ts';
import { cellsBetween, spannedIn, type Sheet, type SheetCell, type Spanned } from '../workbook/sheet.ts';
import type { ExpectedRow, FormSlot } from './expected-form.ts';
import type { FoundForm } from './find-forms.ts';
import type { PlacedLabels, PlacedRow } from './place-form.ts';

/** What stands in the places of one row of a form, by what stands there; nothing for empty ones. */
export type SlotCells = ReadonlyMap<string, SheetCell>;

/** An indicator's row, with the headings above it: those that begin with it. */
export interface IndicatorCells {
  readonly cells: SlotCells;
  /** From the highest level; undefined where the heading of the row before goes on. */
  readonly begins: readonly (SheetCell | undefined)[];
}

/** A form's cells by what they say. */
export interface FormCells {
  readonly own: SlotCells;
  readonly sources: readonly SlotCells[];
  readonly indicators: readonly IndicatorCells[];
  /** Numbers that stand nowhere in the layout. */
  readonly strange: readonly SheetCell[];
}

/** Reads what stands in the places of a form's layout. */
export function readForm(found: FoundForm): FormCells {
  return new FormReader(found).read();
}

class FormReader {
  private readonly found: FoundForm;
  private readonly sheet: Sheet;
  private readonly own = new Map<string, SheetCell>();
  private sources: readonly SlotCells[] = [];
  private indicators: readonly IndicatorCells[] = [];
  private readonly used = new Set<SheetCell>();
  /** The last row that is the form's. */
  private last: number;
  /** Where the headings are that were found last. */
  private heads: PlacedLabels = new Map();

  constructor(found: FoundForm) {
    this.found = found;
    this.sheet = found.sheet;
    this.last = found.from;
  }

  read(): FormCells {
    const { expected, rows } = this.found;
    expected.rows.forEach((row, index) => {
      const placed = rows[index];
      if (placed !== undefined) this.labelled(row, placed);
      else if (row.labels.length === 0) this.between(row, index);
    });
    const { own, sources, indicators } = this;
    return { own, sources, indicators, strange: this.strange() };
  }

  /** A row with words of the layout: its own places are between these, or below headings. */
  private labelled(row: ExpectedRow, { row: at, labels }: PlacedRow): void {
    this.last = Math.max(this.last, at);
    for (const { cell } of labels.values()) this.used.add(cell);
    const taken = new Set([...labels.values()].map(({ cell }) => cell));
    const cells = spannedIn(this.sheet, at).filter(({ cell }) => !taken.has(cell));
    for (const slot of row.slots) {
      const within = cells.filter((one) => isWithin(one, slot, labels) && !this.used.has(one.cell));
      const below = this.belowHead(slot, within);
      const cell = below ?? (this.heads.size === 0 || !slot.isFigure ? within[0] : undefined);
      if (cell !== undefined) this.take(this.own, slot, cell.cell);
    }
    const heads = new Map([...labels].filter(([label]) => isHeadOf(label, this.found.expected.rows)));
    if (heads.size > 0) this.heads = heads;
  }

  /** Rows without words of the layout: those between the rows before and behind. */
  private between(row: ExpectedRow, index: number): void {
    const rows = this.gap(index);
    if (row.each === undefined) {
      for (const slot of row.slots) {
        const cells = rows.flatMap((at) => this.belowHead(slot, spannedIn(this.sheet, at))?.cell ?? []);
        const [first] = cells;
        if (first === undefined) continue;
        for (const cell of cells) this.used.add(cell);
        this.own.set(slot.name, { ...first, text: cells.map(({ text }) => text).join('\n') });
      }
      this.last = Math.max(this.last, ...rows);
      return;
    }
    const read = this.joined(
      row,
      rows.map((at) => ({ at, cells: this.repeated(row, at) })),
    );
    const whole = read.filter(({ cells }) => hasFigure(row, cells));
    for (const { at, cells } of whole) {
      for (const cell of cells.values()) this.used.add(cell);
      this.last = Math.max(this.last, at);
    }
    if (row.each === '来源') this.sources = whole.map(({ cells }) => cells);
    else this.indicators = this.withLevels(row, whole);
  }

  /** Rows that a page's end has torn are one: at most one of their parts has numbers. */
  private joined(row: ExpectedRow, rows: readonly RepeatedRow[]): readonly RepeatedRow[] {
    const joined: RepeatedRow[] = [];
    for (const one of rows) {
      const before = joined.at(-1);
      const isTorn =
        this.sheet.pageStarts?.includes(one.at) === true &&
        before !== undefined &&
        !(hasFigure(row, before.cells) && hasFigure(row, one.cells));
      if (!isTorn) joined.push(one);
      else joined[joined.length - 1] = { at: before.at, cells: together(before.cells, one.cells) };
    }
    return joined;
  }

  /** The rows behind the row of the layout before one, up to that behind it; a blank one does not count. */
  private gap(index: number): readonly number[] {
    const { rows, end } = this.found;
    const before = rows.slice(0, index).findLast((one) => one !== undefined)?.row ?? this.found.from;
    const next = rows.slice(index + 1).find((one) => one !== undefined)?.row ?? end;
    return Array.from({ length: Math.max(next - before - 1, 0) }, (_, at) => before + 1 + at).filter(
      (at) => spannedIn(this.sheet, at).length > 0,
    );
  }

  /** What stands in the places of a row; nothing where one cell goes over several of them, as a title does. */
  private repeated({ slots }: ExpectedRow, at: number): SlotCells {
    const cells = spannedIn(this.sheet, at);
    const found = slots.flatMap((slot): [string, SheetCell][] => {
      const cell = this.belowHead(slot, cells)?.cell;
      return cell === undefined ? [] : [[slot.name, cell]];
    });
    const isOneEach = new Set(found.map(([, cell]) => cell)).size === found.length;
    return new Map(isOneEach ? found : []);
  }

  /** The cell that stands below the heading of a place. */
  private belowHead({ head }: FormSlot, cells: readonly Spanned[]): Spanned | undefined {
    const above = head && this.heads.get(head);
    return above && cells.find(({ left, right }) => left <= above.right && above.left <= right);
  }

  /** Headings of indicators hold on until another begins; where each row has them again, one that is the same goes on. */
  private withLevels({ slots }: ExpectedRow, rows: readonly RepeatedRow[]): readonly IndicatorCells[] {
    const levels = this.found.expected.form.kind.indicators?.levels ?? 1;
    const keys = levelKeys(levels).slice(0, -1);
    const columns = keys.map((key) => {
      const slot = slots.find(({ name }) => name === key);
      return this.headings(key, slot?.head && this.heads.get(slot.head)?.left, rows);
    });
    return rows.map(({ cells }, index): IndicatorCells => {
      let above = false;
      const begins = columns.map((column) => {
        const cell = column[index];
        const isSame = cell !== undefined && !above && column.repeats && isSameText(cell, column[index - 1]);
        above ||= cell !== undefined && !isSame;
        return isSame ? undefined : cell;
      });
      return { cells, begins };
    });
  }

  /** The headings in one column, by row: one that the end of a page has cut in two stands where it begins. */
  private headings(
    key: string,
    column: number | undefined,
    rows: readonly RepeatedRow[],
  ): readonly (SheetCell | undefined)[] & { readonly repeats: boolean } {
    const cells = rows.map(({ cells: own }) => own.get(key));
    const repeats = cells.every((cell) => cell !== undefined && !this.isTall(cell));
    rows.forEach(({ at }, index) => {
      if (cells[index] !== undefined || column === undefined) return;
      // A cell that begins here and is empty: its words are below, behind the end of the page.
      const end = this.sheet.merges.find((one) => one.left === column && one.top <= at && at <= one.bottom);
      const next = rows.findIndex((one) => one.at === (end?.bottom ?? at) + 1);
      const begins = end === undefined || end.top === at;
      if (!begins || this.startsPage(at) || next < 0 || !this.startsPage(rows[next]?.at)) return;
      cells[index] = cells[next];
      cells[next] = undefined;
    });
    return Object.assign(cells, { repeats });
  }

  private startsPage(at: number | undefined): boolean {
    return at !== undefined && this.sheet.pageStarts?.includes(at) === true;
  }

  private isTall(cell: SheetCell | undefined): boolean {
    return this.sheet.merges.some(
      ({ top, left, bottom }) => top === cell?.row && left === cell.column && bottom > top,
    );
  }

  private take(into: Map<string, SheetCell>, { name }: FormSlot, cell: SheetCell): void {
    this.used.add(cell);
    into.set(name, cell);
  }

  private strange(): readonly SheetCell[] {
    return cellsBetween(this.sheet, this.found.from, this.last + 1).filter(
      (cell) => isNumeric(cell) && !this.used.has(cell),
    );
  }
}

/** A row of which there are several, with what stands in its places. */
interface RepeatedRow {
  readonly at: number;
  readonly cells: SlotCells;
}

function hasFigure({ slots }: ExpectedRow, cells: SlotCells): boolean {
  return slots.some((slot) => slot.isFigure && cells.has(slot.name));
}

/** What stands in both parts of a row. */
function together(first: SlotCells, second: SlotCells): SlotCells {
  const all = new Map(first);
  for (const [name, cell] of second) {
    const above = first.get(name);
    all.set(name, above === undefined ? cell : { ...above, text: `${above.text}\n${cell.text}` });
  }
  return all;
}

function isSameText(one: SheetCell, other: SheetCell | undefined): boolean {
  return other !== undefined && plainWords(one.text) === plainWords(other.text);
}

/** Whether a cell is between the labels that stand beside a place in the layout. */
function isWithin({ left, right }: Spanned, slot: FormSlot, labels: PlacedLabels): boolean {
  return [...labels].every(
    ([label, at]) =>
      (label.right > slot.left || at.right < left) && (label.left < slot.right || right < at.left),
  );
}

function isHeadOf(label: unknown, rows: readonly ExpectedRow[]): boolean {
  return rows.some(({ slots }) => slots.some(({ head }) => head === label));
}
