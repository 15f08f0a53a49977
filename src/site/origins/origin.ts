import type { Booklet } from '../../compile/booklet.ts';
import { publishedFigures } from '../../compile/published-figures.ts';
import type { PriorFigure } from '../../figures/build-figures.ts';
import { describeValue } from '../../figures/explain.ts';
import type { Entry, Figure } from '../../figures/figure.ts';
import { bookletOf } from '../model.ts';
import { printed, type Printed } from '../printed.ts';
import { sourceLine, type SourceLine } from '../source-line.ts';
import { figureUses, type FigureUse } from './figure-uses.ts';

/** The last step of the id of a comparison with the year before. */
export const COMPARISON = /\.(上年|增减额|增减率)$/;

/** The same figure one year earlier, and where it was entered or printed. */
export interface LastYear {
  readonly year: number;
  readonly value: string;
  readonly place?: SourceLine;
  /** The figure in that year's own booklet, if the site has it. */
  readonly source?: { readonly booklet: Booklet; readonly id: string };
}

/** A formula: its terms in order, the sign between them, and terms of zero set apart. */
export interface Formula {
  readonly sign: '＋' | '－' | '÷';
  readonly terms: readonly Printed[];
  readonly zeros: readonly Printed[];
}

/** A figure with everything that is known of its making. */
export interface FigureOrigin extends Printed {
  /** `35.068253 %`, where the print says less. */
  readonly exact?: string;
  readonly reported?: SourceLine;
  readonly approved?: { readonly place: SourceLine; readonly computed: string };
  readonly pinned?: SourceLine;
  readonly formula?: Formula;
  readonly lastYear?: LastYear;
  /** Said of a figure that has neither an entry nor a formula. */
  readonly remark?: string;
  /** Where the booklet prints it. */
  readonly uses: readonly FigureUse[];
}

/** Where a figure comes from and where the booklet prints it. */
export function originOf(figure: Figure, booklet: Booklet): FigureOrigin {
  const shown = printed(figure, booklet);
  const { value, unit, approval, pin } = figure;
  return {
    ...shown,
    uses: figureUses(booklet.render()).get(figure.id) ?? [],
    ...(value.state === 'known' &&
      !value.exact.eq(shown.printed) && { exact: describeValue(value, shown.unit) }),
    ...(approval && {
      approved: { place: sourceLine(approval.entry), computed: describeValue(approval.computed, unit) },
    }),
    ...(pin && { pinned: sourceLine(pin.entry) }),
    ...makingOf(figure, booklet),
  };
}

type Making = Pick<FigureOrigin, 'reported' | 'formula' | 'lastYear' | 'remark'>;

function makingOf(figure: Figure, booklet: Booklet): Making {
  const { origin } = figure;
  if (origin.kind === 'derived' && origin.operation === 'prior')
    return comparedFigure(publishedFigure(origin.inputs[0] ?? '', booklet), booklet);
  return { ...ownMaking(figure, booklet), ...lastYearBeside(figure, booklet) };
}

function ownMaking({ origin }: Figure, booklet: Booklet): Making {
  if (origin.kind === 'reported') return { reported: sourceLine(origin.entry) };
  const terms = origin.inputs.map((id) => printed(publishedFigure(id, booklet), booklet));
  if (origin.operation === 'undisclosed') return { remark: '单位没有公开。' };
  if (origin.operation === 'difference') return { formula: { sign: '－', terms, zeros: [] } };
  if (origin.operation === 'percentage') return { formula: { sign: '÷', terms, zeros: [] } };
  if (terms.length === 0) return { remark: '没有发生，为零。' };
  return { formula: { sign: '＋', ...splitZeros(terms) } };
}

/** In a sum over all classes of expenditure most terms are zero: they are named after those that count. */
function splitZeros(terms: readonly Printed[]): Pick<Formula, 'terms' | 'zeros'> {
  const zeros = terms.filter(({ value }) => value === '0');
  return zeros.length === terms.length
    ? { terms, zeros: [] }
    : { terms: terms.filter(({ value }) => value !== '0'), zeros };
}

/** A figure of the year before is made where that year was entered or published. */
function comparedFigure(base: Figure, booklet: Booklet): Making {
  const last = booklet.prior(base);
  if (last === undefined) return { remark: '上年没有公开。' };
  const earlier = last.registry?.find(base.id);
  const entry = last.entry ?? (earlier && entryOf(earlier));
  return {
    lastYear: { ...lastYearOf(base, last, booklet), ...(entry && { place: sourceLine(entry) }) },
    ...(entry === undefined && earlier === undefined && { remark: '当年没有发生。' }),
  };
}

/** Beside a figure of this year, what it was the year before; comparisons already say so. */
function lastYearBeside(figure: Figure, booklet: Booklet): Making {
  if (COMPARISON.test(figure.id)) return {};
  const last = booklet.prior(figure);
  return last?.value.state === 'known' ? { lastYear: lastYearOf(figure, last, booklet) } : {};
}

function lastYearOf(base: Figure, last: PriorFigure, booklet: Booklet): LastYear {
  const published = last.registry?.has(base.id) && bookletOf(booklet.slug, last.year);
  return {
    year: last.year,
    value: describeValue(last.value, base.unit),
    ...(published && { source: { booklet: published, id: base.id } }),
  };
}

/** Where a figure's own value was entered. */
export function entryOf({ origin, approval }: Figure): Entry | undefined {
  return approval?.entry ?? (origin.kind === 'reported' ? origin.entry : undefined);
}

function publishedFigure(id: string, booklet: Booklet): Figure {
  return publishedFigures(booklet).get(id) ?? booklet.figures.get(id);
}
