import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from '../relations/placed.ts';
import { isExact, stretchesOf } from './beside.ts';
import { exactly, product } from './equation.ts';

/** How many metres, or square metres, a unit is. */
const LENGTHS: Readonly<Record<string, number>> = { 米: 1, 公里: 1000 };
const AREAS: Readonly<Record<string, number>> = { 平方米: 1, 公顷: 10000, 平方公里: 1000000 };
const LONG = /长/u;
const WIDE = /宽/u;

/** Length × width ＝ area, where the sentence tells one of each. */
export function areaEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) => {
    const ones = (units: Readonly<Record<string, number>>, words: RegExp): readonly Placed[] =>
      stretch.filter((one) => isExact(one) && one.mention.quantity.unit in units && words.test(one.clause));
    const [long, wide, area] = [ones(LENGTHS, LONG), ones(LENGTHS, WIDE), ones(AREAS, /面积|占地/u)];
    const [a, b, c] = [long[0], wide[0], area[0]];
    if (a === undefined || b === undefined || c === undefined) return [];
    if (long.length > 1 || wide.length > 1 || area.length > 1 || a === b) return [];
    const scale =
      ((LENGTHS[a.mention.quantity.unit] ?? 1) * (LENGTHS[b.mention.quantity.unit] ?? 1)) /
      (AREAS[c.mention.quantity.unit] ?? 1);
    return [product([a.mention, b.mention], c.mention, exactly(scale), { named: true })];
  });
}
