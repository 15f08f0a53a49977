import { meantBy, overlaps, widened } from '../interval.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Quantity } from '../quantity.ts';
import type { Sentence } from '../sentence.ts';
import { equationsOf } from './families.ts';
import { toldBy, type Equation, type Term } from './equation.ts';
import { isNearMiss } from './slips.ts';

/**
 * Numbers that nothing explains, although one typical slip in them would make an exact equation with their neighbours.
 * What other equations or relations bear out is not suspected.
 */
export function nearMisses(sentence: Sentence, known: readonly Relation[]): readonly Relation[] {
  const equations = equationsOf(sentence);
  const [held, failed] = [equations.filter(holds), equations.filter((one) => !holds(one))];
  if (failed.length === 0) return held.map(asHeld);
  const borne = new Set([
    ...known
      .filter((one) => one.holds && one.members.length > 2 && !isTwice(one))
      .flatMap(({ members }) => members.map(placeOf)),
    ...held.flatMap((one) => membersOf(one).map(placeOf)),
  ]);
  const found = failed.flatMap((equation) => {
    const culprit = culpritOf(equation, borne);
    return culprit === undefined ? [] : [asFailed(equation, culprit)];
  });
  return [...held.map(asHeld), ...found];
}

/** 应拨 123.20 万元，实拨 123.20 万元，100%: a number told twice bears out nothing. */
function isTwice({ members: [a, b], result }: Relation): boolean {
  return result.unit === '%' && a !== undefined && b !== undefined && a.value.eq(b.value);
}

function placeOf({ from }: Quantity): number {
  return from;
}

function holds({ result }: Equation): boolean {
  if (result.needed === undefined) return true;
  const { quantity } = result.mention;
  // A rate may be cut off instead of rounded, and so may a mean.
  if (quantity.kind === 'times') return overlaps(toldBy(result.mention), result.needed);
  const told =
    quantity.kind === 'rate' ? widened(toldBy(result.mention), quantity.half.times(2)) : meantBy(quantity);
  return overlaps(told, result.needed);
}

/** The number that one slip explains; the result first. */
function culpritOf(
  { result, others, named, sure, twins }: Equation,
  borne: ReadonlySet<number>,
): Term | undefined {
  const suspects = [result, ...others].filter(({ mention: { quantity } }) => !borne.has(quantity.from));
  const isTwin = named && twins.some((twin) => overlaps(toldBy(result.mention), twin));
  if (isTwin && suspects.includes(result)) return result;
  const slip = suspects.find(
    ({ mention, needed }) => needed !== undefined && isNearMiss(mention.quantity, needed, named),
  );
  return slip ?? (sure ? result : undefined);
}

/** The result last, as in relations. */
function membersOf({ result, others }: Equation): readonly Quantity[] {
  return [...others, result].map(({ mention }) => mention.quantity);
}

function asHeld(equation: Equation): Relation {
  const { quantity } = equation.result.mention;
  return { members: membersOf(equation), result: quantity, holds: true, problem: '' };
}

function asFailed(equation: Equation, { mention, needed }: Term): Relation {
  const { mention: result, needed: made } = equation.result;
  const outcome =
    made === undefined ? '' : ` ＝ ${shown(made, result.quantity.unit)}，文中写 ${result.quantity.text}`;
  const advice =
    mention === result || needed === undefined
      ? ''
      : `，${mention.quantity.text} 似应为 ${shown(needed, mention.quantity.unit)}`;
  return {
    members: membersOf(equation),
    result: mention.quantity,
    holds: false,
    explained: true,
    problem: `${equation.formula}${outcome}${advice}`,
  };
}
