import { knownText } from '../../accounts/disclosed.ts';
import { Exact, formatExact } from '../../accounts/decimal.ts';
import { printFigure } from '../../document/print-figure.ts';
import type { Pack } from '../../pack/pack.ts';
import {
  inputsOf,
  publishedPlaceOf,
  type Correction,
  type DerivedOrigin,
  type Figure,
} from '../../figures/figure.ts';
import { makingOf, type Making, type Told, type YearBefore } from '../../figures/origin-words.ts';
import type { KnownValue, Value } from '../../figures/value.ts';
import type { PublishedPlace } from '../../source/place.ts';

/** A figure in figures.json. Numbers are decimal text, so that no reader loses a digit. */
export interface FigureRecord {
  readonly id: string;
  readonly label: string;
  /** 万元, %, 人, …; empty for an indicator that is measured in a unit of its own. */
  readonly unit: string;
  /** Exact value; null where it is not disclosed or, as a rate on a base of zero, has none. */
  readonly value: string | null;
  /** How far the true number may be from it, where amounts were rounded when published (rule R70); absent if it is exact. */
  readonly tolerance?: string;
  /** As the booklet's tables print it; its sentences may leave out the sign of a change. */
  readonly printed: string;
  readonly state: Value['state'];
  readonly origin: EnteredOrigin | DerivedOrigin;
  /** What neither place nor formula says: why a rate has no value and what is printed for it, that nothing happened. */
  readonly remark?: string;
  /** Approved total (批复数), which stands in for what the parts make. */
  readonly approved?: PublishedPlace & { readonly value: string | null; readonly computed: string | null };
  /** Published print (印数) that differs from the rounded value in its last digit. */
  readonly pinned?: PublishedPlace & { readonly print: string };
  /** What editions that were corrected since (更正) printed, the first first; null where they did not disclose it. */
  readonly corrections?: readonly (PublishedPlace & {
    readonly edition: number;
    readonly date: string | null;
    readonly before: string | null;
  })[];
  /** Of a figure of the year before: where it was entered, or that year's booklet has it under this id. */
  readonly lastYear?: LastYearRecord;
}

/** Entered, read from a text that says more, counted or laid down by the pack, and where; of several counted, the first. */
interface EnteredOrigin extends Partial<PublishedPlace> {
  readonly kind: 'reported' | 'read' | 'counted' | 'set';
  /** How many were counted. */
  readonly items?: number;
}

type LastYearRecord = Partial<PublishedPlace> & { readonly year: number; readonly id?: string };

/** A figure with its value and its origin, for machines. */
export function figureRecord(figure: Figure, conventions: Pack['conventions'], told: Told): FigureRecord {
  const { id, label, unit, value, approval, pin, corrections } = figure;
  const making = makingOf(figure, told);
  return {
    id,
    label,
    unit: unit === '指标值' ? '' : unit,
    value: exactText(value),
    ...(isRounded(value) && { tolerance: formatExact(roundedUp(value.tolerance)) }),
    printed: printFigure(figure, conventions).printed,
    state: value.state,
    origin: originRecord(figure, making),
    ...(making.remark !== undefined && { remark: making.remark }),
    ...(approval && {
      approved: {
        value: exactText(value),
        computed: exactText(approval.computed),
        ...publishedPlaceOf(approval.entry),
      },
    }),
    ...(pin && { pinned: { print: pin.print, ...publishedPlaceOf(pin.entry) } }),
    ...(corrections && { corrections: corrections.map(correctionRecord) }),
    ...(making.yearBefore && { lastYear: lastYearRecord(making.yearBefore, figure) }),
  };
}

function isRounded(value: Value): value is KnownValue {
  return value.state === 'known' && !value.tolerance.isZero();
}

/** That of a rate is a long quotient: a few digits say how far it may be off, and not less. */
function roundedUp(tolerance: Exact): Exact {
  return tolerance.toSignificantDigits(TOLERANCE_DIGITS, Exact.ROUND_UP);
}

const TOLERANCE_DIGITS = 4;

function exactText(value: Value): string | null {
  return value.state === 'known' ? formatExact(value.exact) : null;
}

function correctionRecord({ edition, date, before, entry }: Correction) {
  return {
    edition,
    date: knownText(date) ?? null,
    before: knownText(before) ?? null,
    ...publishedPlaceOf(entry),
  };
}

function originRecord({ origin }: Figure, { entered }: Making): FigureRecord['origin'] {
  if (origin.kind === 'derived') return origin;
  return {
    kind: origin.kind,
    ...(origin.kind === 'counted' && { items: origin.entries.length }),
    ...(entered && publishedPlaceOf(entered.entry)),
  };
}

/** That year's booklet tells where its own figure is from. */
function lastYearRecord({ year, entry, registry }: YearBefore, figure: Figure): LastYearRecord {
  const [id = ''] = inputsOf(figure);
  return { year, ...(registry && { id }), ...(registry === undefined && entry && publishedPlaceOf(entry)) };
}
