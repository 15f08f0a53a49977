import { UNDISCLOSED } from '../accounts/disclosed.ts';
import { nestQuotes } from '../source/diagnostic.ts';
import type { PriorLookup } from './build-figures.ts';
import { comparedIn, COMPARISON } from './comparisons.ts';
import {
  entryOf,
  type Correction,
  type DerivedOrigin,
  type Entry,
  type Figure,
  type FigureUnit,
} from './figure.ts';
import type { Registry } from './registry.ts';
import type { Value } from './value.ts';

/** What a pack prints for a rate that has no base (惯例), such as `100.00`. */
export interface RateConventions {
  readonly growthFromZero: string;
  readonly growthOfNothing: string;
}

/** What it takes to tell where a booklet's figures are from. */
export interface Told {
  /** A figure by its id; every input of a told figure is known. */
  readonly figureOf: (id: string) => Figure;
  readonly prior: PriorLookup;
  /** Missing where the booklet has no template pack. */
  readonly conventions?: RateConventions | undefined;
}

/** A formula: its terms in order and the sign between them. */
export interface MadeOf {
  readonly sign: '＋' | '－' | '÷';
  readonly terms: readonly Figure[];
  /** False of a rate without a base: the terms are what it would be made of. */
  readonly holds: boolean;
}

/** The same figure one year earlier. */
export interface YearBefore {
  readonly year: number;
  readonly value: Value;
  /** Where it, or its approved total, was entered. */
  readonly entry?: Entry;
  /** That year's booklet, where it has the figure. */
  readonly registry?: Registry;
}

/** The approved total that stands above what the booklet makes of a figure, and how it makes it. */
export interface ApprovedMaking {
  readonly entry: Entry;
  /** `由各部分算得`, and what that comes to. */
  readonly words: string;
  readonly computed: Value;
}

/** Where a figure's value is from: what every command, page and file tells of it, each in its own form. */
export interface Making {
  readonly approved?: ApprovedMaking;
  /** How it came from a place in the input: `填报`, and the place. */
  readonly entered?: { readonly words: string; readonly entry: Entry };
  readonly formula?: MadeOf;
  readonly yearBefore?: YearBefore;
  /** A sentence on what neither place nor formula says. */
  readonly remark?: string;
}

const NO_LAST_YEAR = '没有上年数';

/**
 * Why a figure has no value: somebody wrote 未公开 of it or of a part of it, or it is a comparison with a year of which the
 * input says nothing, as in the first booklet of a body.
 */
export function unknownWords({ id }: Pick<Figure, 'id'>, { figureOf, prior }: Told): string {
  return hasNoLastYear(id, prior, (base) => figureOf(base).unit) ? NO_LAST_YEAR : UNDISCLOSED;
}

/** Whether an id is that of a comparison with a year of which the input says nothing. */
export function hasNoLastYear(
  id: string,
  prior: PriorLookup,
  unitOf: (id: string) => FigureUnit | undefined,
): boolean {
  const base = comparedIn(id)?.base;
  return base !== undefined && prior({ id: base, unit: unitOf(base) ?? '万元' }) === undefined;
}

/** Tells where a figure's value is from. The only place that puts it into words. */
export function makingOf(figure: Figure, told: Told): Making {
  const { approval, origin } = figure;
  const words = origin.kind === 'derived' ? '由各部分算得' : '另外填报的是';
  return {
    ...(approval && { approved: { entry: approval.entry, words, computed: approval.computed } }),
    ...ownMaking(figure, told),
  };
}

function ownMaking(figure: Figure, told: Told): Making {
  const { origin } = figure;
  const entry = entryOf(figure);
  if (origin.kind === 'derived') return derivedMaking(figure, origin, told);
  if (entry !== undefined) return { entered: { words: enteredWords(figure), entry } };
  return { remark: origin.kind === 'counted' ? '一项也没有列出，为零。' : '模板包没有规定，按通行的办法。' };
}

function enteredWords({ origin }: Figure): string {
  switch (origin.kind) {
    case 'read':
      return '取自填报的文字';
    case 'counted':
      return origin.entries.length === 1 ? '列出1项，在' : `逐项数出，共${origin.entries.length}项，第一项在`;
    case 'set':
      return '模板包规定';
    default:
      return '填报';
  }
}

function derivedMaking(figure: Figure, origin: DerivedOrigin, told: Told): Making {
  const { operation, inputs } = origin;
  if (operation === 'prior') return priorMaking(told.figureOf(inputs[0] ?? ''), told);
  if (operation === 'undisclosed') return { remark: '单位没有公开。' };
  if (inputs.length === 0) return { remark: '没有发生，为零。' };
  const terms = inputs.map(told.figureOf);
  if (operation !== 'percentage' && operation !== 'quotient')
    return { formula: { sign: operation === 'sum' ? '＋' : '－', terms, holds: true } };
  const holds = figure.value.state !== 'undefined';
  const remark = noRate(figure, told);
  return { formula: { sign: '÷', terms, holds }, ...(remark !== undefined && { remark }) };
}

function priorMaking(base: Figure, { prior }: Told): Making {
  const last = prior(base);
  if (last === undefined) return { remark: '上年的决算、对比数里都没有它。' };
  const { year, value } = last;
  const registry = last.registry?.lists(base.id) === true ? last.registry : undefined;
  const earlier = registry?.find(base.id);
  const entry = last.entry ?? (earlier && ownEntry(earlier));
  return {
    yearBefore: { year, value, ...(entry && { entry }), ...(registry && { registry }) },
    ...(entry === undefined && earlier === undefined && { remark: '当年没有发生。' }),
  };
}

/** `2024-10-08 第2版更正，原来印的是 139.89 万元`. */
export function correctionWords({ date, edition, before }: Correction, unit: FigureUnit): string {
  const day = date === UNDISCLOSED ? '' : `${date} `;
  const measured =
    before === UNDISCLOSED || unit === '指标值' ? before : `${before}${unit === '%' ? '%' : ` ${unit}`}`;
  return `${day}第${edition}版更正，原来印的是 ${measured}`;
}

/** Where a figure's own value was entered: its approved total stands above what was entered of it. */
export function ownEntry(figure: Figure): Entry | undefined {
  return figure.approval?.entry ?? entryOf(figure);
}

/** `上年为零`, or whose being zero leaves a rate without a base; undefined for a figure that is not such a rate. */
export function zeroBase(
  { id, value, origin }: Figure,
  { figureOf }: Pick<Told, 'figureOf'>,
): string | undefined {
  if (value.state !== 'undefined' || origin.kind !== 'derived') return undefined;
  return COMPARISON.test(id) ? '上年为零' : nestQuotes(`“${figureOf(origin.inputs[1] ?? '').label}”为零`);
}

/** Why a rate has no value, and what stands in its place in the statutory text. */
function noRate(figure: Figure, told: Told): string | undefined {
  const base = zeroBase(figure, told);
  if (base === undefined || figure.value.state !== 'undefined') return undefined;
  const { conventions } = told;
  const print =
    figure.value.base === 'zero-base' ? conventions?.growthFromZero : conventions?.growthOfNothing;
  const printed = print === undefined ? '' : `；公开文本按惯例印${asRate(print)}`;
  return `${base}，不能作除数，没有这个比率${printed}。`;
}

function asRate(print: string): string {
  return /^-?[\d.]+$/.test(print) ? `${print}%` : `“${print}”`;
}
