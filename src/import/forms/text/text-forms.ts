import { levelKeys } from '../../../accounts/forms/indicator-levels.ts';
import type { GivenText, TextTable } from '../../text/given-text.ts';
import { headWords } from '../../tables/words.ts';
import type { Merge, Sheet, SheetCell } from '../../workbook/sheet.ts';
import type { Columns, ExpectedForm, ExpectedRow, FormLabel, FormSlot } from '../expected-form.ts';
import { labelEnd, linesIn, nextLabel, tokensOf, widthOf, type Token } from './tokens.ts';
import { textRows, type TextColumn, type TextRow } from './text-rows.ts';
import { besideEachOther, paragraphsIn } from './two-columns.ts';

/** How many words may stand between a form's title and its first label. */
const CAPTION = 15;

/** Where a form begins in a text. */
interface Start {
  readonly expected: ExpectedForm;
  readonly title: number;
  /** Behind the title. */
  readonly from: number;
}

/**
 * The forms of a text that was drawn cell by cell out of a document, as tables: what stands in which cell is told by the
 * labels of the layout, by what cells may hold, and by where lines were torn.
 */
export function textForms(given: GivenText, forms: readonly ExpectedForm[]): readonly TextTable[] {
  const tokens = tokensOf(given.text);
  const starts = tokens.flatMap((_, at) => forms.flatMap((expected) => startAt(tokens, at, expected) ?? []));
  return starts.flatMap((start, index) => {
    const end = starts[index + 1]?.title ?? tokens.length;
    return new TextForm(given, start, tokens.slice(start.from, end), tokens[start.title]).table() ?? [];
  });
}

function startAt(tokens: readonly Token[], at: number, expected: ExpectedForm): Start | undefined {
  const from = labelEnd(tokens, at, headWords(expected.titleWords));
  const [label] = expected.rows.flatMap(({ labels }) => labels);
  if (from === undefined || label === undefined) return undefined;
  const begins = nextLabel(tokens, label.words, from, Math.min(from + CAPTION, tokens.length));
  return begins && { expected, title: at, from };
}

/** Lays the words of one form into the cells of its layout. */
class TextForm {
  private readonly given: GivenText;
  private readonly expected: ExpectedForm;
  /** The form's words, those of labels that stand beside several rows taken out. */
  private tokens: readonly Token[];
  private readonly title: Token | undefined;
  private readonly rows: (SheetCell | undefined)[][] = [];
  private readonly merges: Merge[] = [];
  private readonly places: string[] = [];
  /** The word that is read next. */
  private at = 0;
  /** How often a label is torn by a blank line, and by the end of a line alone. */
  private tornGaps = 0;
  private tornLines = 0;
  /** In how wide lines the places below a heading are torn, by the heading. */
  private readonly widths = new Map<FormLabel, number>();

  constructor(given: GivenText, { expected }: Start, tokens: readonly Token[], title: Token | undefined) {
    this.given = given;
    this.expected = expected;
    this.tokens = tokens;
    this.title = title;
  }

  /** The form as a table; undefined where not all of it can be told. */
  table(): TextTable | undefined {
    const { rows } = this.expected;
    const [label] = rows.flatMap(({ labels }) => labels);
    const begins = label && nextLabel(this.tokens, label.words, 0);
    if (begins === undefined) return undefined;
    this.row([{ left: 0, right: 1, tokens: this.tokens.slice(0, begins.from) }]);
    this.at = begins.from;
    const tall = this.takeTall();
    for (const [index, row] of rows.entries())
      if (!this.read(row, index, tall.get(index) ?? [])) return undefined;
    const { file, at } = this.given;
    const first = this.title?.from ?? 0;
    const last = this.tokens[this.at - 1];
    const { rows: cells, merges, places } = this;
    const sheet: Sheet = { file, name: at(first), rows: cells, merges, places, isGuessed: true };
    return { sheet, spans: [[first, (last?.from ?? 0) + (last?.text.length ?? 0)]] };
  }

  /** Takes the labels out that stand beside several rows, wherever they were drawn. */
  private takeTall(): ReadonlyMap<number, readonly Words[]> {
    const taken = new Map<number, Words[]>();
    this.expected.rows.forEach(({ labels }, index) => {
      for (const label of labels.filter(({ isTall }) => isTall)) {
        const found = nextLabel(this.tokens, label.words, this.at);
        if (found === undefined) continue;
        const words = { ...label, tokens: this.tokens.slice(found.from, found.to) };
        taken.set(index, [...(taken.get(index) ?? []), words]);
        this.tokens = [...this.tokens.slice(0, found.from), ...this.tokens.slice(found.to)];
      }
    });
    return taken;
  }

  /** Reads a row of the layout; whether that could be done. */
  private read(row: ExpectedRow, index: number, tall: readonly Words[]): boolean {
    if (row.each !== undefined) return this.repeated(row, index);
    if (row.labels.length === 0) return this.unlabelled(row, index);
    return this.labelled(row, index, tall);
  }

  private labelled({ labels, slots, dashes }: ExpectedRow, index: number, tall: readonly Words[]): boolean {
    const own = labels.filter(({ isTall }) => !isTall);
    const [first] = own;
    const begins = first && nextLabel(this.tokens, first.words, this.at);
    // A row that a form need not have.
    if (begins === undefined || begins.from > this.landmark(index)) return true;
    const cells: Words[] = [...tall];
    for (const [place, label] of own.entries()) {
      const found = nextLabel(this.tokens, label.words, this.at);
      if (found === undefined) return false;
      const tokens = this.tokens.slice(found.from, found.to);
      cells.push({ ...label, tokens });
      const lines = linesIn(tokens);
      if (lines.length > 1) this.widths.set(label, Math.max(...lines.map(widthOf)));
      this.tornGaps += tokens.slice(1).filter(({ joint }) => joint === 'gap').length;
      this.tornLines += tokens.slice(1).filter(({ joint }) => joint === 'line').length;
      this.at = found.to;
      const next = own[place + 1];
      const between = [...slots, ...dashes]
        .filter(({ left }) => left >= label.right && (next === undefined || left < next.left))
        .toSorted((a, b) => a.left - b.left);
      const end =
        next === undefined
          ? this.landmark(index)
          : (nextLabel(this.tokens, next.words, this.at)?.from ?? this.tokens.length);
      const values = this.values(between, end);
      if (values === undefined) return false;
      cells.push(...values);
    }
    this.row(cells);
    return true;
  }

  /** The values that stand one after the other up to a word. */
  private values(columns: readonly Columns[], end: number): readonly Words[] | undefined {
    if (columns.length === 0) return [];
    const words = this.tokens.slice(this.at, end);
    const [only, ...others] = columns;
    if (only !== undefined && others.length === 0) {
      this.at = end;
      return [{ ...only, tokens: words }];
    }
    const units = withUnits(words).slice(0, columns.length);
    if (units.length < columns.length) return undefined;
    this.at += units.flat().length;
    return columns.map((column, index) => ({ ...column, tokens: units[index] ?? [] }));
  }

  private unlabelled({ slots }: ExpectedRow, index: number): boolean {
    const words = this.tokens.slice(this.at, this.landmark(index));
    if (words.length > LONGEST) return false;
    const { widths = [] } = this.expected.form.layout ?? {};
    const wide = slots.map(({ left, right }) =>
      widths.slice(left, right).reduce((sum, width) => sum + width, 0),
    );
    const columns = besideEachOther(words, wide);
    this.at += words.length;
    this.row(slots.map((slot, place) => ({ ...slot, tokens: columns[place] ?? [], isText: true })));
    return true;
  }

  private repeated({ slots, each }: ExpectedRow, index: number): boolean {
    const columns = slots.map((slot) => this.columnOf(slot, each));
    const next = this.landmark(index);
    const rows = this.longest(columns, next);
    if (rows === undefined) return false;
    for (const row of rows) this.row(slots.map((slot) => ({ ...slot, tokens: row.get(slot.name) ?? [] })));
    return true;
  }

  /** The rows up to a word; where nothing of the form follows, as many words as make rows. */
  private longest(columns: readonly TextColumn[], end: number): readonly TextRow[] | undefined {
    const known = {
      headings: new Set([
        ...this.expected.form.scoring.requiredLevels,
        ...Object.keys(this.expected.form.scoring.levelWeights),
      ]),
      ending: HEADING,
      isOpen: end === this.tokens.length,
      torn: this.tornGaps > this.tornLines ? ('gap' as const) : ('line' as const),
    };
    const words = this.tokens.slice(this.at, Math.min(end, this.at + LONGEST));
    const read = textRows(words, columns, known);
    this.at += read?.end ?? 0;
    return read?.rows;
  }

  private columnOf({ name, isFigure, head }: FormSlot, each: ExpectedRow['each']): TextColumn {
    const levels = levelKeys(this.expected.form.kind.indicators?.levels ?? 1);
    const level = levels.indexOf(name);
    const width = head && this.widths.get(head);
    if (isFigure || name === '执行率') return { name, kind: each === '来源' ? 'number or dash' : 'number' };
    if (level >= 0) return { name, kind: level < levels.length - 1 ? 'heading' : 'name', width };
    if (name === '来源') return { name, kind: 'name', width };
    return { name, kind: name === '指标值' || name === '完成值' ? 'value' : 'text', width };
  }

  /** Where the next row of the layout begins that has labels and is there. */
  private landmark(index: number): number {
    const labels = this.expected.rows
      .slice(index + 1)
      .flatMap((row) => row.labels.filter(({ isTall }) => !isTall).slice(0, 1));
    const found = labels.flatMap(({ words }) => nextLabel(this.tokens, words, this.at)?.from ?? []);
    return Math.min(this.tokens.length, ...found);
  }

  private row(cells: readonly Words[]): void {
    const row = this.rows.length;
    const line: (SheetCell | undefined)[] = [];
    for (const { left, right, tokens, isText } of cells) {
      if (tokens.length === 0) continue;
      const text = isText === true ? paragraphsIn(tokens) : tokens.map((one) => one.text).join(' ');
      line[left] = { row, column: left, text, isNumber: false };
      if (right > left + 1) this.merges.push({ top: row, left, bottom: row, right: right - 1 });
    }
    const first = cells.flatMap(({ tokens }) => tokens[0]?.from ?? []);
    this.rows.push(Array.from(line, (cell) => cell));
    this.places.push(this.given.at(first.length === 0 ? (this.title?.from ?? 0) : Math.min(...first)));
  }
}

/** No part of a form has more words. */
const LONGEST = 600;
/** How the headings of indicators end: as their labels do. */
const HEADING = (levelKeys(1)[0] ?? '').slice(-2);

/** The words of a cell. */
interface Words extends Columns {
  readonly tokens: readonly Token[];
  /** Whether they are sentences. */
  readonly isText?: boolean;
}

/** Numbers and dashes, each with the unit that stands apart behind it. */
function withUnits(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const units: Token[][] = [];
  for (const token of tokens) {
    if (/[\d—–-]/u.test(token.text)) units.push([token]);
    else if (token.joint === 'blank') units.at(-1)?.push(token);
    else break;
  }
  return units;
}
