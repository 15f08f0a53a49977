import type { Booklet } from '../../compile/booklet.ts';
import { toldOf } from '../../compile/published-figures.ts';
import { dayInWords } from '../../document/day-in-words.ts';
import { COMPARISON } from '../../figures/comparisons.ts';
import { correctedPrints } from '../../figures/corrections.ts';
import { describeValue } from '../../figures/explain.ts';
import { inputsOf, type Figure } from '../../figures/figure.ts';
import {
  makingOf,
  unknownWords,
  type ApprovedMaking,
  type MadeOf,
  type YearBefore,
} from '../../figures/origin-words.ts';
import type { Sentence } from '../../charts/chart.ts';
import { bookletOf, settings } from '../model.ts';
import { amountInWords } from './amount-in-words.ts';
import { changeWords } from './change-words.ts';
import { citedInWords, type CitedInWords } from './citation.ts';
import { printed, type Printed } from '../figures/printed.ts';
import { sourceLine, type SourceLine } from '../figures/source-line.ts';
import { figureUses, type FigureUse } from './figure-uses.ts';
import { subjectOf } from './origin-page.ts';
import { labelBelow, subjectName } from './topics.ts';

/** The same figure one year earlier, and where it was entered or printed. */
export interface LastYear {
  readonly year: number;
  readonly value: string;
  readonly place?: SourceLine;
  /** `增加12.30万元，增长5.20%`; nothing where that is not known, and beside a comparison, which says it itself. */
  readonly change: Sentence;
  /** The figure in that year's own booklet, if the site has it. */
  readonly source?: { readonly booklet: Booklet; readonly id: string };
}

/** A formula: its terms in order, the sign between them, and terms of zero set apart. */
export interface Formula {
  readonly sign: MadeOf['sign'];
  /** Whether the figure is what the terms make: not so of a rate whose base is zero. */
  readonly holds: boolean;
  readonly terms: readonly Printed[];
  readonly zeros: readonly Printed[];
}

/** A correction of a figure: what was printed before and what then, and where that is written down. */
export interface CorrectedOrigin {
  readonly edition: number;
  readonly day: string;
  readonly before: string;
  readonly after: string;
  readonly place: SourceLine;
}

/** A figure with everything that is known of its making. */
export interface FigureOrigin extends Printed {
  /** A large amount as it is said: `约六千零九万元（四舍五入到万元）`. */
  readonly inWords?: string;
  readonly citation: CitedInWords;
  /** `35.068253 %`, where the print says less. */
  readonly exact?: string;
  /** How it came from a place in the input, such as 填报, and the place. */
  readonly entered?: { readonly words: string; readonly place: SourceLine };
  readonly approved?: { readonly place: SourceLine; readonly words: string; readonly computed: string };
  readonly pinned?: SourceLine;
  readonly formula?: Formula;
  readonly lastYear?: LastYear;
  /** Said in place of a value that is not known. */
  readonly unknown?: string;
  /** Said of what neither place nor formula tells. */
  readonly remark?: string;
  /** What editions that were corrected since printed of it. */
  readonly corrections: readonly CorrectedOrigin[];
  /** Where the booklet prints it. */
  readonly uses: readonly FigureUse[];
}

/** Where a figure comes from and where the booklet prints it. */
export function originOf(figure: Figure, booklet: Booklet): FigureOrigin {
  const shown = printed(figure, booklet);
  const { value, pin } = figure;
  const inWords = amountInWords(figure);
  return {
    ...shown,
    ...(inWords !== undefined && { inWords }),
    citation: citedInWords(shown, booklet, settings().address),
    ...(value.state === 'undisclosed' && { unknown: unknownWords(figure, toldOf(booklet)) }),
    corrections: correctedPrints(figure, shown.printed).map(({ edition, date, before, after, entry }) => ({
      ...{ edition, before, after },
      day: dayInWords(date),
      place: sourceLine(entry),
    })),
    uses: figureUses(booklet.render()).get(figure.id) ?? [],
    ...(value.state === 'known' &&
      !value.exact.eq(shown.printed) && { exact: describeValue(value, shown.unit) }),
    ...(pin && { pinned: sourceLine(pin.entry) }),
    ...partsOf(figure, booklet),
  };
}

type Parts = Pick<FigureOrigin, 'approved' | 'entered' | 'formula' | 'lastYear' | 'remark'>;

function partsOf(figure: Figure, booklet: Booklet): Parts {
  const told = toldOf(booklet);
  const { approved, entered, formula, yearBefore, remark } = makingOf(figure, told);
  const lastYear =
    yearBefore === undefined
      ? lastYearBeside(figure, booklet)
      : lastYearOf(told.figureOf(inputsOf(figure)[0] ?? ''), yearBefore, booklet);
  return {
    ...(approved && { approved: approvedOf(approved, figure) }),
    ...(entered && { entered: { words: entered.words, place: sourceLine(entered.entry) } }),
    ...(formula && { formula: formulaOf(formula, figure, booklet) }),
    ...(lastYear && { lastYear }),
    ...(remark !== undefined && { remark }),
  };
}

function approvedOf(
  { entry, words, computed }: ApprovedMaking,
  { unit }: Figure,
): NonNullable<FigureOrigin['approved']> {
  return { place: sourceLine(entry), words, computed: describeValue(computed, unit) };
}

/** Terms about the same thing as the figure itself are called by what they are of it. */
function formulaOf({ sign, terms, holds }: MadeOf, { id }: Figure, booklet: Booklet): Formula {
  const name = subjectName(id, booklet);
  const shown = terms.map((term) => {
    const whole = printed(term, booklet);
    return subjectOf(term.id) === subjectOf(id) ? { ...whole, label: labelBelow(name, whole.label) } : whole;
  });
  return { sign, holds, ...(sign === '＋' ? splitZeros(shown) : { terms: shown, zeros: [] }) };
}

/** In a sum over all classes of expenditure most terms are zero: they are named after those that count. */
function splitZeros(terms: readonly Printed[]): Pick<Formula, 'terms' | 'zeros'> {
  const zeros = terms.filter(({ value }) => value === '0');
  return zeros.length === terms.length
    ? { terms, zeros: [] }
    : { terms: terms.filter(({ value }) => value !== '0'), zeros };
}

/** Beside a figure of this year, what it was the year before; comparisons already say so. */
function lastYearBeside(figure: Figure, booklet: Booklet): LastYear | undefined {
  if (COMPARISON.test(figure.id)) return undefined;
  const last = booklet.prior(figure);
  if (last?.value.state !== 'known') return undefined;
  const { year, value, registry } = last;
  const before = { year, value, ...(registry?.lists(figure.id) === true && { registry }) };
  return { ...lastYearOf(figure, before, booklet), change: changeWords(figure.id, booklet) };
}

function lastYearOf(base: Figure, { year, value, entry, registry }: YearBefore, booklet: Booklet): LastYear {
  const published = registry && bookletOf(booklet.slug, year);
  return {
    year,
    value: describeValue(value, base.unit),
    change: [],
    ...(entry && { place: sourceLine(entry) }),
    ...(published && { source: { booklet: published, id: base.id } }),
  };
}
