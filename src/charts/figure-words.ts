import type { BookletSource } from '../document/booklet-source.ts';
import { nameFigure, nameInSentence, type NamedFigure } from '../document/print-figure.ts';
import { nameOf } from '../accounts/code-table.ts';
import { formatFixed, type Exact } from '../accounts/decimal.ts';
import { exactOf } from '../figures/figure.ts';
import type { ChartRow, FigureName, Sentence } from './chart.ts';

/** 一亿元 in 万元. */
const HUNDRED_MILLION = 10_000;

/** More than last year, less, or as much. */
export type Direction = 'up' | 'down' | 'same';

/** Looks up and prints the figures of a booklet for its charts. */
export class FigureWords {
  readonly year: number;
  private readonly source: BookletSource;

  constructor(source: BookletSource) {
    this.source = source;
    this.year = source.year.year;
  }

  /** The figure as a table prints it. Throws if there is none: charts name only figures that every booklet has. */
  figure(id: string): NamedFigure {
    return nameFigure(this.source.figures.get(id), this.source.pack.conventions);
  }

  /** An amount of 一亿元 or more, in 亿元 as people say it; undefined for less, and for what is not known. */
  inHundredMillions(id: string): NamedFigure | undefined {
    const exact = this.exact(id);
    const figure = this.figure(id);
    if (exact === undefined || figure.unit !== '万元' || exact.abs().lessThan(HUNDRED_MILLION))
      return undefined;
    return { ...figure, printed: formatFixed(exact.dividedBy(HUNDRED_MILLION), 2), unit: '亿元' };
  }

  /** Whether the booklet has such a figure: a pack may do without some. */
  has(id: string): boolean {
    return this.source.figures.has(id);
  }

  /** The exact value of a figure; undefined if it is unknown. */
  exact(id: string): Exact | undefined {
    const figure = this.source.figures.find(id);
    return figure && exactOf(figure);
  }

  /** A share of a whole without negative parts: then it lies between nothing and all. Undefined for any other. */
  share(id: string): NamedFigure | undefined {
    const exact = this.exact(id);
    return exact === undefined || exact.isNegative() || exact.gt(100) ? undefined : this.figure(id);
  }

  /** What the tables call a figure; in words of its context where a row of a table has no more. */
  name(id: string, text = this.source.figures.get(id).label): FigureName {
    return { nameOf: id, text };
  }

  /** `本年支出合计513.95万元`. */
  named(id: string): Sentence {
    return [this.name(id), this.inSentence(id), '万元'];
  }

  /**
   * A row of figures that exist in this booklet; none if one of them does not.
   *
   * @param ids one for each series; the last gives the row its name
   */
  row(ids: readonly string[], text?: string): readonly ChartRow[] {
    const main = ids.at(-1);
    if (main === undefined || !ids.every((id) => this.has(id))) return [];
    return [{ name: this.name(main, text), values: ids.map((id) => this.figure(id)) }];
  }

  /** The name of a 类 of the functional classification. */
  className(code: string): string {
    return nameOf(code, this.source.codes.functional);
  }

  /** What a 类 pays for, in everyday words; undefined where its table does not say. */
  classPurpose(code: string): string | undefined {
    return this.source.codes.functional.get(code)?.purpose;
  }

  /** The codes of the 类 for which the booklet has a figure of this form, ascending. */
  classes(id: (code: string) => string): readonly string[] {
    const codes = [...this.source.codes.functional.keys()].filter((code) => code.length === 3);
    return codes.filter((code) => this.has(id(code))).sort();
  }

  /** `比上年增加63.42万元，增长14.08%`; nothing where last year is not known. */
  change(id: string): Sentence {
    const exact = this.exact(`${id}.增减额`);
    if (exact === undefined) return [];
    if (exact.isZero()) return ['与上年持平'];
    const [more, grew] = exact.isNegative() ? ['减少', '下降'] : ['增加', '增长'];
    const amount: Sentence = [`比上年${more}`, this.inSentence(`${id}.增减额`), '万元'];
    const known = this.exact(`${id}.增减率`) !== undefined;
    return known ? [...amount, `，${grew}`, this.inSentence(`${id}.增减率`), '%'] : amount;
  }

  /** `增长14.08%`; nothing where the rate is not known. */
  growth(id: string): Sentence {
    const rate = this.exact(`${id}.增减率`);
    if (rate === undefined) return [];
    if (rate.isZero()) return ['与上年持平'];
    return [rate.isNegative() ? '下降' : '增长', this.inSentence(`${id}.增减率`), '%'];
  }

  /** Where a figure went since last year; undefined where that is not known. */
  direction(id: string): Direction | undefined {
    const change = this.exact(`${id}.增减额`);
    if (change === undefined) return undefined;
    if (change.isZero()) return 'same';
    return change.isNegative() ? 'down' : 'up';
  }

  /** The figure in a sentence, whose words carry its sign. */
  inSentence(id: string): NamedFigure {
    return nameInSentence(this.source.figures.get(id), this.source.pack.conventions);
  }
}

/** The rows from the largest first value to the smallest, undisclosed ones last. */
export function largestFirst(rows: readonly ChartRow[]): readonly ChartRow[] {
  const size = ({ values: [first] }: ChartRow): number =>
    first === undefined || first.value === '' ? -Infinity : Number(first.value);
  return [...rows].sort((a, b) => size(b) - size(a) || 0);
}
