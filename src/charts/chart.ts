import type { NamedFigure } from '../document/print-figure.ts';

/** A sentence: words, and the figures in it. */
export type Sentence = readonly (string | NamedFigure)[];

/** What a chart compares: one amount in each of its series. */
export interface ChartRow {
  readonly label: string;
  readonly values: readonly NamedFigure[];
}

/** Amounts in 万元 side by side, with what they say in words. */
export interface Chart {
  /** Unique on a page, such as `revenue`. */
  readonly key: string;
  readonly title: string;
  /** What a reader should take home, with real figures. */
  readonly message: Sentence;
  /** Names of the columns, such as 年初预算 and 决算; one for a chart of single bars. */
  readonly series: readonly string[];
  /** All rows of the chart's table, undisclosed ones too. */
  readonly rows: readonly ChartRow[];
}

/** A sentence as plain text. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : piece.printed)).join('');
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

/** The picture in words, for those who do not see it. */
export function describeChart(chart: Chart): string {
  const rows = shownRows(chart).map(({ label, values }) => {
    const amounts = values.map(({ printed, unit }, index) => `${seriesName(chart, index)}${printed}${unit}`);
    return `${label}${amounts.join('、')}`;
  });
  return `${chart.title}。${rows.join('；')}。`;
}

/** The name that tells a bar from the others of its row; a single bar needs none. */
export function seriesName({ series }: Chart, index: number): string {
  return series.length === 1 ? '' : (series[index] ?? '');
}
