import { overlaps } from '../interval.ts';
import { placedIn } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isOfItsOwn, isOfRest, isOtherMatter, isOtherPart } from './other-matters.ts';
import { saysPartsDiffer } from './overlaps.ts';
import type { Accused } from './accused.ts';
import { makesOf } from './makes.ts';

/**
 * Whether a number that a relation accuses is explained by other numbers of its sentence: then the relation was misread,
 * and nothing is said. `all` are the relations of the sentence.
 */
export function isExplained(failed: Relation, all: readonly Relation[], sentence: Sentence): boolean {
  if (failed.isSum === true && saysPartsDiffer(failed, sentence)) return true;
  if (failed.explained === true) return false;
  const placed = placedIn(sentence);
  const one = placed.find(({ mention }) => mention.quantity.from === failed.result.from);
  if (one === undefined) return false;
  return (
    isOfItsOwn(one) ||
    isOfRest(one) ||
    isOtherPart(one, failed, sentence) ||
    isOtherMatter(one, failed, placed) ||
    isMade({ one, failed, placed, claimed: claimedIn(failed, all) })
  );
}

function isMade(accused: Accused): boolean {
  return makesOf(accused).some(({ told, outcome }) => overlaps(told, outcome));
}

function claimedIn(failed: Relation, all: readonly Relation[]): ReadonlySet<number> {
  const others = all.filter(({ holds, result }) => !holds && result.from !== failed.result.from);
  return new Set(others.flatMap(({ members }) => members.map(({ from }) => from)));
}
