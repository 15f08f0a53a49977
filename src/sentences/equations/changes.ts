import { minus, overlaps, sum } from '../interval.ts';
import { signed, type Relation } from '../relations/relation.ts';
import type { Placed } from '../relations/placed.ts';
import type { Sentence } from '../sentence.ts';
import { isExact, sameUnit, stretchesOf } from './beside.ts';
import { equation, toldBy } from './equation.ts';
import { significantDigits } from '../near-miss/slips.ts';

const AMONG = /其中|主要是|包括/u;
/** Of fewer digits many changes make one another by chance. */
const ENOUGH_DIGITS = 3;

/** 增加 5.86 万元，其中 A 增加 7.11 万元，B 减少 1.25 万元: what rose and what fell make the change of all. */
export function changeEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((whole, index) => {
      if (!isChange(whole) || !AMONG.test(stretch[index + 1]?.lead ?? '')) return [];
      const behind = stretch.slice(index + 1).filter(({ mention }) => sameUnit(mention, whole.mention));
      const end = behind.findIndex((one) => !isChange(one));
      const parts = end < 0 ? behind : behind.slice(0, end);
      return parts.length < 2 ? [] : [ofChanges(whole, parts)];
    }),
  );
}

function isChange(one: Placed): boolean {
  return one.mention.role === 'change' && one.mention.direction !== 0 && isExact(one);
}

function ofChanges({ mention: whole }: Placed, parts: readonly Placed[]): Relation {
  const values = parts.map(({ mention }) => signed(toldBy(mention), mention.direction * whole.direction));
  const needed = sum(values);
  const twins = values.map((one) => minus(minus(needed, one), one));
  const turned = twins.some((twin) => overlaps(toldBy(whole), twin));
  const members = parts.map(({ mention }) => mention);
  const telling = [whole, ...members].every(({ quantity }) => significantDigits(quantity) >= ENOUGH_DIGITS);
  const formula = members
    .map(({ quantity, direction }, index) => signOf(direction * whole.direction, index) + quantity.text)
    .join(' ');
  // A list of changes may leave some out: that one of them goes the wrong way is the only thing few digits tell.
  return equation(whole, needed, members, formula, { named: turned && telling, twins });
}

function signOf(direction: number, index: number): string {
  if (direction < 0) return '− ';
  return index === 0 ? '' : '＋ ';
}
