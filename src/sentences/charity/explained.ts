import { overlaps } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isOfItsOwn, isOtherMatter, isOtherPart } from './other-matters.ts';
import { makesOf } from './makes.ts';

/**
 * Whether a number that a relation accuses is explained by other numbers of its sentence: then the relation was misread,
 * and nothing is said. `all` are the relations of the sentence.
 */
export function isExplained(failed: Relation, all: readonly Relation[], sentence: Sentence): boolean {
  if (failed.explained === true) return false;
  const placed = placedIn(sentence);
  const one = placed.find(({ mention }) => mention.quantity.from === failed.result.from);
  if (one === undefined) return false;
  return (
    isOfItsOwn(one) ||
    isOtherPart(one, failed, sentence) ||
    isOtherMatter(one, failed, placed) ||
    isMade({ one, failed, placed, claimed: claimedIn(failed, all) })
  );
}

/** What a number may be made of, as far as charity asks. */
export interface Accused {
  readonly one: Placed;
  readonly failed: Relation;
  /** The numbers of the sentence in their order. */
  readonly placed: readonly Placed[];
  /** Where numbers stand that have a failed relation of their own: they explain nothing else. */
  readonly claimed: ReadonlySet<number>;
}

function isMade(accused: Accused): boolean {
  return makesOf(accused).some(({ told, outcome }) => overlaps(told, outcome));
}

function claimedIn(failed: Relation, all: readonly Relation[]): ReadonlySet<number> {
  const others = all.filter(({ holds, result }) => !holds && result.from !== failed.result.from);
  return new Set(others.flatMap(({ members }) => members.map(({ from }) => from)));
}
