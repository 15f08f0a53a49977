import type { Booklet } from '../compile/compile-site.ts';
import { describeValue } from '../figures/explain.ts';
import { placeOfEntry, type Entry, type Figure } from '../figures/figure.ts';
import { formatPlace } from '../source/place.ts';
import { bookletOf } from './model.ts';
import { printed, type Printed } from './printed.ts';

/** The same figure one year earlier, and where it was entered or printed. */
export interface LastYear {
  readonly year: number;
  readonly value: string;
  readonly place?: string;
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
  readonly reported?: string;
  readonly approved?: { readonly place: string; readonly computed: string };
  readonly pinned?: string;
  readonly formula?: Formula;
  readonly lastYear?: LastYear;
  /** Said of a figure that has neither an entry nor a formula. */
  readonly remark?: string;
}

/** Figures that belong together, under one heading. */
export interface OriginGroup {
  readonly name: string;
  readonly origins: readonly FigureOrigin[];
}

/** All figures of a booklet with their origins, grouped by the first step of their ids, forms by form. */
export function originGroups(booklet: Booklet): readonly OriginGroup[] {
  const forms = new Map(
    booklet.source.year.evaluations.map(({ name, value }) => [
      name,
      value.kind === '项目' ? value.name : '整体支出',
    ]),
  );
  const groups = Map.groupBy(booklet.figures.all(), ({ id }) => {
    const [first = id, second = ''] = id.split('.');
    const form = first === '绩效' ? forms.get(second) : undefined;
    return form === undefined ? first : `${first}：${form}`;
  });
  return [...groups].map(([name, figures]) => ({
    name,
    origins: figures.map((figure) => originOf(figure, booklet)),
  }));
}

function originOf(figure: Figure, booklet: Booklet): FigureOrigin {
  const shown = printed(figure, booklet);
  const { value, unit, approval, pin } = figure;
  return {
    ...shown,
    ...(value.state === 'known' &&
      !value.exact.eq(shown.printed) && { exact: describeValue(value, shown.unit) }),
    ...(approval && {
      approved: { place: placeText(approval.entry), computed: describeValue(approval.computed, unit) },
    }),
    ...(pin && { pinned: placeText(pin.entry) }),
    ...makingOf(figure, booklet),
  };
}

function placeText(entry: Entry): string {
  return formatPlace(placeOfEntry(entry));
}

function makingOf(
  figure: Figure,
  booklet: Booklet,
): Pick<FigureOrigin, 'reported' | 'formula' | 'lastYear' | 'remark'> {
  const { origin } = figure;
  if (origin.kind === 'reported') return { reported: placeText(origin.entry) };
  const inputs = origin.inputs.map((id) => booklet.figures.get(id));
  const terms = inputs.map((input) => printed(input, booklet));
  switch (origin.operation) {
    case 'sum':
      if (inputs.length === 0) return { remark: '没有发生，为零。' };
      return { formula: { sign: '＋', ...splitZeros(terms) } };
    case 'difference':
      return { formula: { sign: '－', terms, zeros: [] } };
    case 'percentage':
      return { formula: { sign: '÷', terms, zeros: [] } };
    case 'prior':
      return lastYearOf(inputs[0], booklet);
    case 'undisclosed':
      return { remark: '单位没有公开。' };
  }
}

/** In a sum over all classes of expenditure most terms are zero: they are named after those that count. */
function splitZeros(terms: readonly Printed[]): Pick<Formula, 'terms' | 'zeros'> {
  const zeros = terms.filter(({ value }) => value === '0');
  return zeros.length === terms.length
    ? { terms, zeros: [] }
    : { terms: terms.filter(({ value }) => value !== '0'), zeros };
}

function lastYearOf(base: Figure | undefined, booklet: Booklet): Pick<FigureOrigin, 'lastYear' | 'remark'> {
  const last = base && booklet.prior(base);
  if (base === undefined || last === undefined) return { remark: '上年没有公开。' };
  const earlier = last.registry?.find(base.id);
  const entry = last.entry ?? (earlier && entryOf(earlier));
  const published = earlier && bookletOf(booklet.slug, last.year);
  return {
    lastYear: {
      year: last.year,
      value: describeValue(last.value, base.unit),
      ...(entry && { place: placeText(entry) }),
      ...(published && { source: { booklet: published, id: base.id } }),
    },
    ...(entry === undefined && earlier === undefined && { remark: '当年没有发生。' }),
  };
}

function entryOf({ origin, approval }: Figure): Entry | undefined {
  return approval?.entry ?? (origin.kind === 'reported' ? origin.entry : undefined);
}
