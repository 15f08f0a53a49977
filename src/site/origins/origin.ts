import type { Booklet } from '../../compile/booklet.ts';
import { toldOf } from '../../compile/published-figures.ts';
import { dayInWords } from '../../document/day-in-words.ts';
import { COMPARISON } from '../../figures/comparisons.ts';
import { correctedPrints } from '../../figures/corrections.ts';
import { describeValue } from '../../figures/explain.ts';
import { inputsOf, type Entry, type Figure } from '../../figures/figure.ts';
import {
  makingOf,
  unknownWords,
  type ApprovedMaking,
  type MadeOf,
  type YearBefore,
} from '../../figures/origin-words.ts';
import { sentenceText } from '../../charts/chart.ts';
import { bookletOf } from '../model.ts';
import { amountInWords } from './amount-in-words.ts';
import { changeWords } from './change-words.ts';
import { printed, type Printed } from '../figures/printed.ts';
import { inputFolder, lineBelow, type SourceLine } from '../figures/source-line.ts';
import { figureUses, type FigureUse } from './figure-uses.ts';
import { subjectOf } from './origin-page.ts';
import { hasOrigin, labelBelow, subjectName } from './topics.ts';

/** The same figure one year earlier, and where it was entered or printed. */
export interface LastYear {
  readonly year: number;
  readonly value: string;
  readonly place?: SourceLine;
  /** `增加12.30万元，增长5.20%`; empty where that is not known, and where comparisons say it themselves. */
  readonly change: string;
  /** The figure in that year's own booklet, if the site has it. */
  readonly source?: { readonly booklet: Booklet; readonly id: string };
}

/** A term of a formula. */
export interface Term extends Printed {
  /** Whether it has a card: not so where nothing happened. */
  readonly isTold: boolean;
}

/** A formula: its terms in order, the sign between them, and terms of zero set apart. */
export interface Formula {
  readonly sign: MadeOf['sign'];
  /** Whether the figure is what the terms make: not so of a rate whose base is zero. */
  readonly holds: boolean;
  readonly terms: readonly Term[];
  readonly zeros: readonly Term[];
}

/** Stands in place of a rate without a base. */
export const NO_RATE = '没有比率';

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
  /** `6009.22万元`, or why there is no value. */
  readonly shown: string;
  /** A large amount as it is said: `约六千零九万元`. */
  readonly inWords?: string;
  /** `35.068253 %`, where the print says less. */
  readonly exact?: string;
  /** How it came from a place in the input, such as 填报, and the place. */
  readonly entered?: { readonly words: string; readonly place: SourceLine };
  readonly approved?: { readonly place: SourceLine; readonly words: string; readonly computed: string };
  readonly pinned?: SourceLine;
  readonly formula?: Formula;
  readonly lastYear?: LastYear;
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
    shown: shownWords(figure, shown, booklet),
    ...(inWords !== undefined && { inWords }),
    corrections: correctedPrints(figure, shown.printed).map(({ edition, date, before, after, entry }) => ({
      ...{ edition, before, after },
      day: dayInWords(date),
      place: lineBelow(inputFolder(booklet), entry),
    })),
    uses: figureUses(booklet.render()).get(figure.id) ?? [],
    ...(value.state === 'known' &&
      !value.exact.eq(shown.printed) && { exact: describeValue(value, shown.unit) }),
    ...(pin && { pinned: lineBelow(inputFolder(booklet), pin.entry) }),
    ...partsOf(figure, booklet),
  };
}

function shownWords(figure: Figure, { printed: print, unit }: Printed, booklet: Booklet): string {
  const { state } = figure.value;
  if (state === 'undisclosed') return unknownWords(figure, toldOf(booklet));
  return state === 'undefined' ? NO_RATE : `${print}${unit}`;
}

type Parts = Pick<FigureOrigin, 'approved' | 'entered' | 'formula' | 'lastYear' | 'remark'>;

function partsOf(figure: Figure, booklet: Booklet): Parts {
  const told = toldOf(booklet);
  const placeOf = (entry: Entry): SourceLine => lineBelow(inputFolder(booklet), entry);
  const { approved, entered, formula, yearBefore, remark } = makingOf(figure, told);
  const lastYear =
    yearBefore === undefined
      ? lastYearBeside(figure, booklet)
      : lastYearOf(told.figureOf(inputsOf(figure)[0] ?? ''), yearBefore, booklet);
  return {
    ...(approved && { approved: approvedOf(approved, figure, placeOf) }),
    ...(entered && { entered: { words: entered.words, place: placeOf(entered.entry) } }),
    ...(formula && { formula: formulaOf(formula, figure, booklet) }),
    ...(lastYear && { lastYear }),
    ...(remark !== undefined && { remark }),
  };
}

function approvedOf(
  { entry, words, computed }: ApprovedMaking,
  { unit }: Figure,
  placeOf: (entry: Entry) => SourceLine,
): NonNullable<FigureOrigin['approved']> {
  return { place: placeOf(entry), words, computed: describeValue(computed, unit) };
}

/**
 * Terms about the same thing as the figure are called by what they are of it, terms that are the same of something else by
 * that alone.
 */
function formulaOf({ sign, terms, holds }: MadeOf, { id, label }: Figure, booklet: Booklet): Formula {
  const name = subjectName(id, booklet);
  const own = labelBelow(name, label);
  const shown = terms.map((term) => {
    const whole = { ...printed(term, booklet), isTold: hasOrigin(term, booklet) };
    if (subjectOf(term.id) === subjectOf(id)) return { ...whole, label: labelBelow(name, whole.label) };
    const other = subjectName(term.id, booklet);
    const isAlike = own !== whole.label && labelBelow(other, whole.label) === own;
    return isAlike ? { ...whole, label: other } : whole;
  });
  return { sign, holds, ...(sign === '＋' ? splitZeros(shown) : { terms: shown, zeros: [] }) };
}

/** In a sum over all classes of expenditure most terms are zero: they are named after those that count. */
function splitZeros(terms: readonly Term[]): Pick<Formula, 'terms' | 'zeros'> {
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
  return { ...lastYearOf(figure, before, booklet), change: sentenceText(changeWords(figure.id, booklet)) };
}

function lastYearOf(base: Figure, { year, value, entry, registry }: YearBefore, booklet: Booklet): LastYear {
  const published = registry && bookletOf(booklet.slug, year);
  return {
    year,
    value: describeValue(value, base.unit),
    change: '',
    ...(entry && { place: lineBelow(inputFolder(booklet), entry) }),
    ...(published && { source: { booklet: published, id: base.id } }),
  };
}
