import { isMeasured } from '../accounts/facts/unit.ts';
import { formatExact, formatFixed, ZERO, type Exact } from '../accounts/decimal.ts';
import { placesOf, type Figure, type Pin } from '../figures/figure.ts';
import { MONEY_UNITS, type NumberStyle } from '../pack/number-style.ts';
import type { Conventions } from '../pack/pack.ts';
import type { CellFigure } from './table-view.ts';

/** How a figure appears: what is printed, and the exact value behind it (empty where there is none). */
export interface PrintedFigure {
  readonly printed: string;
  readonly value: string;
}

/** Each unit's print: amounts, rates and areas with two decimals, scores and indicators as entered, counts whole. */
function printExact(
  { unit }: Figure,
  exact: Exact,
  style: NumberStyle,
  { unitDecimals }: Conventions,
): string {
  // A year is a name, whatever numbers look like.
  if (unit === '指标值' || unit === '年') return formatExact(exact);
  if (unit === '分') return printPoints(exact, style);
  if (exact.isZero() && style.zero !== undefined) return style.zero;
  if (unit === '万元') return separated(printMoney(exact, style), style);
  if (unit === '%') return separated(formatFixed(exact, style.rateDecimals ?? 2), style);
  return separated(formatFixed(exact, unitDecimals?.get(unit) ?? (isMeasured(unit) ? 2 : 0)), style);
}

/** Points as they were entered; an average is rounded. */
function printPoints(exact: Exact, { decimals }: NumberStyle): string {
  const entered = decimals === undefined && exact.decimalPlaces() <= POINT_DECIMALS;
  return entered ? formatExact(exact) : formatFixed(exact, decimals ?? POINT_DECIMALS);
}

const POINT_DECIMALS = 2;

function printMoney(exact: Exact, { unit = '万元', decimals = 2 }: NumberStyle): string {
  return formatFixed(exact.dividedBy(MONEY_UNITS[unit]), decimals);
}

/** 12,345.60 for 12345.60. */
function separated(text: string, style: NumberStyle): string {
  return style.separated === true ? text.replace(/\d+/, (whole) => whole.replaceAll(GROUPS, ',')) : text;
}

const GROUPS = /(?<=\d)(?=(?:\d{3})+$)/g;

/** What stands where a table has no figure for a code. */
export function printNothing(style: NumberStyle = {}): string {
  return style.zero ?? separated(printMoney(ZERO, style), style);
}

/**
 * What was published of a figure, where it is printed in that way: a rate with as many decimals, an amount as usual. A
 * text may print one decimal of a rate of which a table prints two.
 */
export function pinIn({ unit, pin }: Figure, style: NumberStyle = {}): Pin | undefined {
  if (pin === undefined) return undefined;
  if (unit === '%') return placesOf(pin) === (style.rateDecimals ?? 2) ? pin : undefined;
  return (style.unit ?? '万元') === '万元' && (style.decimals ?? 2) === 2 ? pin : undefined;
}

/** The figure as a table shows it: with sign, two decimals for amounts and rates, pinned prints as published. */
export function printFigure(
  figure: Figure,
  conventions: Conventions,
  style: NumberStyle = {},
): PrintedFigure {
  const { value } = figure;
  if (value.state === 'undisclosed') return { printed: conventions.undisclosed, value: '' };
  if (value.state === 'undefined') {
    const rate = value.base === 'zero-base' ? conventions.growthFromZero : conventions.growthOfNothing;
    return { printed: rate, value: rate };
  }
  const pin = pinIn(figure, style);
  const printed = pin ? separated(pin.print, style) : printExact(figure, value.exact, style, conventions);
  return { printed, value: formatExact(value.exact) };
}

/** Decimals behind those that are printed, of a quotient that never ends: no sum of such numbers is off where it is printed. */
const BEYOND_PRINT = 4;

/**
 * What a cell holds of a figure. A quotient has, for data files, four more decimals than it is printed with: what is behind
 * those are the computer's digits, which pages and figures.json alone carry.
 */
export function cellFigure(
  { id, unit, origin, value }: Figure,
  { rateDecimals = 2 }: NumberStyle = {},
): CellFigure {
  if (value.state !== 'known') return { id, unit, value: '' };
  const exact = formatExact(value.exact);
  const isQuotient =
    origin.kind === 'derived' && (origin.operation === 'percentage' || origin.operation === 'quotient');
  const rounded = isQuotient ? formatExact(value.exact.toDecimalPlaces(rateDecimals + BEYOND_PRINT)) : exact;
  return { id, unit, value: exact, ...(rounded !== exact && { rounded }) };
}

/**
 * The figure in a sentence, where words carry the sign: 减少157.99万元 of a change, 负0.52万元 of an amount or a share
 * that an adjustment turned negative. A variance keeps its minus sign, as booklets print it.
 */
export function printInSentence(
  figure: Figure,
  conventions: Conventions,
  style: NumberStyle = {},
): PrintedFigure {
  const { printed, value } = printFigure(figure, conventions, { ...conventions.inText, ...style });
  // What is printed where there is no number has no sign, though it may be a stroke.
  if (figure.value.state !== 'known') return { printed, value };
  if (/\.(增减额|增减率)$/.test(figure.id)) return { printed: printed.replace('-', ''), value };
  if (style.unsigned === true) return { printed: printed.replace('-', ''), value };
  const sign = /\.预决算差异[额率]$/.test(figure.id) ? '-' : '负';
  return { printed: printed.replace('-', sign), value };
}

/** A figure as a page or a chart shows it, with its name and its unit. */
export interface NamedFigure extends PrintedFigure {
  readonly id: string;
  readonly label: string;
  /** Empty for the value of an indicator, whose unit stands in its target. */
  readonly unit: string;
}

/** The figure with its name, printed as the booklet's tables do. */
export function nameFigure(figure: Figure, conventions: Conventions): NamedFigure {
  return { ...namesOf(figure), ...printFigure(figure, conventions) };
}

/** The figure with its name, printed for a sentence whose words carry the sign of a change. */
export function nameInSentence(figure: Figure, conventions: Conventions): NamedFigure {
  return { ...namesOf(figure), ...printInSentence(figure, conventions) };
}

function namesOf({ id, label, unit }: Figure): Pick<NamedFigure, 'id' | 'label' | 'unit'> {
  return { id, label, unit: unit === '指标值' ? '' : unit };
}
