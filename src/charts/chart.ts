import type { NamedFigure } from '../document/print-figure.ts';

/** The name of a figure, whose value stands elsewhere in the sentence or not at all. */
export interface FigureName {
  readonly nameOf: string;
  readonly text: string;
}

/** A sentence: words, names of figures, and figures. */
export type Sentence = readonly (string | FigureName | NamedFigure)[];

/** What a chart compares: one amount in each of its series. */
export interface ChartRow {
  /** The figure of the last series by its name in the tables; the others are named by their series beside it. */
  readonly name: FigureName;
  readonly values: readonly NamedFigure[];
}

/** Amounts in 万元 side by side, with what they say in words. */
export interface Chart {
  /** Unique on a page, such as `revenue`. */
  readonly key: string;
  readonly title: string;
  /** What the rows are the parts of, where they are parts of one whole. */
  readonly whole?: FigureName;
  /** What a reader should take home, with real figures. */
  readonly message: Sentence;
  /** Names of the columns, such as 年初预算数 and 决算数; one for a chart of single bars. */
  readonly series: readonly string[];
  /** All rows of the chart's table, undisclosed ones too. */
  readonly rows: readonly ChartRow[];
  /** Of a flow: which figures its rows come from; the others are what they go to. */
  readonly flow?: { readonly sources: readonly string[] };
  /** What names of rows mean, in everyday words. */
  readonly meanings?: readonly { readonly name: FigureName; readonly text: string }[];
}

/** A sentence as plain text. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map(pieceText).join('');
}

function pieceText(piece: Sentence[number]): string {
  if (typeof piece === 'string') return piece;
  return isName(piece) ? piece.text : piece.printed;
}

/** Whether a piece of a sentence is the name of a figure. */
export function isName(piece: Sentence[number]): piece is FigureName {
  return typeof piece === 'object' && 'nameOf' in piece;
}

/** Whether a piece of a sentence is a figure. */
export function isFigure(piece: Sentence[number]): piece is NamedFigure {
  return typeof piece === 'object' && !isName(piece);
}

/** Whether a value has been disclosed. */
export function isDisclosed({ value }: NamedFigure): boolean {
  return value !== '';
}

/** The rows that a picture can show: every value is disclosed, none is negative, and one at least is not zero. */
export function shownRows({ rows }: Chart): readonly ChartRow[] {
  return rows.filter(
    ({ values }) =>
      values.every((one) => isDisclosed(one) && Number(one.value) >= 0) &&
      values.some(({ value }) => Number(value) !== 0),
  );
}

/** A chart's title and, where its rows are parts of a whole, of which. */
export function fullTitle({ title, whole }: Pick<Chart, 'title' | 'whole'>): string {
  return whole === undefined ? title : `${title}：${whole.text}`;
}

/** The picture in words, for those who do not see it. */
export function describeChart(chart: Chart): string {
  const rows = shownRows(chart).map(({ name, values }) => {
    const amounts = values.map(({ printed, unit }, index) => `${seriesName(chart, index)}${printed}${unit}`);
    return `${name.text}${amounts.join('、')}`;
  });
  return `${fullTitle(chart)}。${rows.join('；')}。`;
}

/** The name that tells a bar from the others of its row; a single bar needs none. */
export function seriesName({ series }: Chart, index: number): string {
  return series.length === 1 ? '' : (series[index] ?? '');
}
