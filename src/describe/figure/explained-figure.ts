import type { Booklet } from '../../compile/booklet.ts';
import { explain, type Explanation } from '../../figures/explain.ts';
import { figureUses, usersOf, type FigureUser, type FigureUses } from './figure-uses.ts';
import { missingOf, type Missing } from './missing.ts';
import { printedBy, type PrintedBy } from './printed-words.ts';

/** A figure from the entries that it is made of to the sentences that say it. */
export interface ExplainedFigure extends FigureUses {
  readonly booklet: { readonly body: string; readonly year: number };
  readonly print?: PrintedBy;
  /** What it is made of, to the asked depth. */
  readonly tree: Explanation;
  /** How many figures below that were left out. */
  readonly deeper: number;
  /** Figures that are made of it, to the same depth. */
  readonly users: readonly FigureUser[];
  /** What would have to be filled in, where it is not known. */
  readonly missing: readonly Missing[];
}

/**
 * Explains a figure downwards and upwards.
 *
 * @param depth how many steps; by default as many as fit a screen downwards, and one upwards
 */
export function explainFigure(id: string, booklet: Booklet, depth?: number): ExplainedFigure {
  const whole = explain(id, booklet.told);
  const steps = depth ?? fittingDepth(whole);
  const tree = cutAt(whole, steps);
  const print = printedBy(booklet.figures.get(id), booklet);
  return {
    booklet: { body: booklet.slug, year: booklet.year },
    ...(print && { print }),
    tree,
    deeper: countOf(whole) - countOf(tree),
    users: usersOf(id, booklet, depth ?? 1),
    missing: missingOf(id, booklet),
    ...figureUses(id, booklet),
  };
}

/** Lines of a small screen that are left for what a figure is made of. */
const SCREEN = 30;

function fittingDepth(tree: Explanation): number {
  let depth = 1;
  while (depth < MOST_STEPS && linesOf(cutAt(tree, depth + 1)) <= SCREEN) depth += 1;
  return depth;
}

/** No figure is made in more steps. */
const MOST_STEPS = 50;

function linesOf({ origin, inputs }: Explanation): number {
  return 1 + origin.length + inputs.reduce((sum, input) => sum + linesOf(input), 0);
}

function cutAt(tree: Explanation, depth: number): Explanation {
  return { ...tree, inputs: depth === 0 ? [] : tree.inputs.map((input) => cutAt(input, depth - 1)) };
}

function countOf({ inputs }: Explanation): number {
  return 1 + inputs.reduce((sum, input) => sum + countOf(input), 0);
}
