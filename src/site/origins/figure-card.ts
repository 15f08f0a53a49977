import type { Booklet } from '../../compile/booklet.ts';
import { COMPARISON_NAMES, comparedIn, type Comparison } from '../../figures/comparisons.ts';
import { exactOf, type Figure } from '../../figures/figure.ts';
import type { SourceLine } from '../figures/source-line.ts';
import { figureGroups, lastStep, type FigureGroup } from './figure-groups.ts';
import type { FigureUse } from './figure-uses.ts';
import { originOf, type FigureOrigin, type LastYear } from './origin.ts';
import { hasOrigin, type Subject } from './topics.ts';

/** A figure that is told of within a card: what compares the card's own, or one value of a form's row. */
export interface CardLine extends FigureOrigin {
  /** Stands before the value: `得分`, `比上年增加`. */
  readonly words: string;
  /** Whether it compares the card's own figure: its formula follows from that, and the page states it once. */
  readonly compares: boolean;
}

/** Where figures of a card are printed. */
export interface CardUses {
  /** Which of them, where it is not the card's own figure alone or all of them. */
  readonly of: string;
  readonly uses: readonly FigureUse[];
}

/** What is told of a figure with its comparisons, or of one row of a form. */
export interface FigureCard {
  /** Of the figure; of a row what its figures' ids begin with. */
  readonly id: string;
  /** Without the name of what the card's section is about. */
  readonly name: string;
  /** Whether that name does not stand before it. */
  readonly whole: boolean;
  /** None of a row. */
  readonly own?: FigureOrigin;
  readonly lines: readonly CardLine[];
  readonly uses: readonly CardUses[];
}

/**
 * The cards of all figures of a subject that have an origin to tell.
 *
 * @param start how names begin that are said without it (`nameBefore`)
 */
export function figureCards({ figures }: Subject, start: string, booklet: Booklet): readonly FigureCard[] {
  return figureGroups(figures)
    .filter((group) => group.figures.some((figure) => hasOrigin(figure, booklet)))
    .flatMap((group) => cardsOf(group, start, booklet));
}

function cardsOf(group: FigureGroup, start: string, booklet: Booklet): readonly FigureCard[] {
  const [first, ...others] = group.figures;
  if (group.row === undefined && others.every(({ id }) => comparedIn(id)?.base === first.id))
    return [comparedCard(first, others, start, booklet)];
  const row = group.row === undefined ? undefined : rowCard(group.row, group.figures, start, booklet);
  return row === undefined ? group.figures.map((figure) => comparedCard(figure, [], start, booklet)) : [row];
}

function comparedCard(
  figure: Figure,
  comparisons: readonly Figure[],
  start: string,
  booklet: Booklet,
): FigureCard {
  const { lastYear, ...own } = originOf(figure, booklet);
  // A comparison that is published says itself what else the figure's own words say.
  const isSaid = comparisons.length > 0;
  const lines = COMPARISONS.flatMap((suffix) => comparisons.filter(({ id }) => id.endsWith(suffix))).map(
    (one) => comparisonLine(one, booklet),
  );
  return {
    id: figure.id,
    ...nameBelow(start, figure.label),
    own: { ...own, ...(lastYear && !isSaid && { lastYear }) },
    lines,
    uses: usesOf([{ ...own, words: OWN, compares: false }, ...lines]),
  };
}

/** In the order in which one follows from the other. */
const COMPARISONS = Object.keys(COMPARISON_NAMES).map((name) => `.${name}`);

/** The figure of a card, beside its comparisons. */
const OWN = '本年数';

function comparisonLine(figure: Figure, booklet: Booklet): CardLine {
  const origin = originOf(figure, booklet);
  const line = { ...origin, words: comparisonWords(figure), compares: true };
  // Its words say the sign of a change.
  return origin.lastYear === undefined
    ? { ...line, shown: origin.shown.replace('-', '') }
    : { ...line, ...enteredIn(origin.lastYear) };
}

function enteredIn({ place }: LastYear): { entered?: { words: string; place: SourceLine } } {
  return place === undefined ? {} : { entered: { words: '填报', place } };
}

const CHANGES: Readonly<Record<Comparison, readonly [down: string, unchanged: string, up: string]>> = {
  上年: ['上年', '上年', '上年'],
  增减额: ['比上年减少', '比上年持平，增减额', '比上年增加'],
  增减率: ['下降', '增减率', '增长'],
};

function comparisonWords(figure: Figure): string {
  const [down, unchanged, up] = CHANGES[comparedIn(figure.id)?.comparison ?? '上年'];
  const exact = exactOf(figure);
  if (exact === undefined) return lastStep(figure.id);
  if (exact.isZero()) return unchanged;
  return exact.isNegative() ? down : up;
}

/** Undefined where the figures are not called by the row and what they are of it. */
function rowCard(
  row: string,
  figures: FigureGroup['figures'],
  start: string,
  booklet: Booklet,
): FigureCard | undefined {
  const [first] = figures;
  const stem = first.label.slice(0, -lastStep(first.id).length);
  const { name, whole } = nameBelow(start, stem);
  if (name === '' || !figures.every(({ id, label }) => label === stem + lastStep(id))) return undefined;
  const lines = figures
    .filter((figure) => hasOrigin(figure, booklet))
    .map((figure) => ({ ...originOf(figure, booklet), words: lastStep(figure.id), compares: false }));
  return { id: row, name, whole, lines, uses: usesOf(lines) };
}

function nameBelow(start: string, label: string): Pick<FigureCard, 'name' | 'whole'> {
  const whole = start === '' || label === start || !label.startsWith(start);
  return { name: whole ? label : label.slice(start.length), whole };
}

/** What is printed at the same places is said to be in one sentence. */
function usesOf(lines: readonly CardLine[]): readonly CardUses[] {
  const printed = lines.filter(({ uses }) => uses.length > 0);
  const places = Map.groupBy(printed, ({ uses }) => uses.map(({ part, id }) => `${part} ${id}`).join());
  return [...places.values()].map((alike) => {
    const [first] = alike;
    const isPlain = alike.length === lines.length || (alike.length === 1 && first?.words === OWN);
    const names = alike.map(({ words, id }) => (words === OWN ? OWN : lastStep(id)));
    return { of: isPlain ? '' : names.join('、'), uses: first?.uses ?? [] };
  });
}
