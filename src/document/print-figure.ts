import { formatExact, formatFixed, type Exact } from '../accounts/decimal.ts';
import type { Figure } from '../figures/figure.ts';
import type { Pack } from '../pack/pack.ts';

type Conventions = Pack['conventions'];

/** How a figure appears: what is printed, and the exact value behind it (empty where there is none). */
export interface PrintedFigure {
  readonly printed: string;
  readonly value: string;
}

/** Each unit's print: amounts, rates and areas with two decimals, scores and indicators as entered, counts whole. */
function printExact({ unit }: Figure, exact: Exact): string {
  if (unit === '分' || unit === '指标值') return formatExact(exact);
  return formatFixed(exact, unit === '万元' || unit === '%' || unit === '平方米' ? 2 : 0);
}

/** The figure as a table shows it: with sign, two decimals for amounts and rates, pinned prints as published. */
export function printFigure(figure: Figure, conventions: Conventions): PrintedFigure {
  const { value } = figure;
  if (value.state === 'undisclosed') return { printed: conventions.undisclosed, value: '' };
  if (value.state === 'undefined') {
    const rate = value.base === 'zero-base' ? conventions.growthFromZero : conventions.growthOfNothing;
    return { printed: rate, value: rate };
  }
  const printed = figure.pin?.print ?? printExact(figure, value.exact);
  return { printed, value: formatExact(value.exact) };
}

/**
 * The figure in a sentence, where words carry the sign: 减少157.99万元 of a change, 负0.52万元 of an amount or a share
 * that an adjustment turned negative. A variance keeps its minus sign, as booklets print it.
 */
export function printInSentence(figure: Figure, conventions: Conventions): PrintedFigure {
  const { printed, value } = printFigure(figure, conventions);
  // What is printed where there is no number has no sign, though it may be a stroke.
  if (figure.value.state !== 'known') return { printed, value };
  if (/\.(增减额|增减率)$/.test(figure.id)) return { printed: printed.replace('-', ''), value };
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
