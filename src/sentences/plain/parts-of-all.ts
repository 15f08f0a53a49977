import { isExact, isPlain, sameUnit, stretchesOf } from '../equations/beside.ts';
import { overlaps, percent, sum, type Interval } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { rateOf, shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { textOf, toldIn, toldRate, wrong } from './slip.ts';

const SHARE = /^[，（]占(?:比)?(?:为)?$/u;
const FEWEST = 2;

interface Part {
  readonly part: Placed;
  readonly rate: Placed;
}

/** 225 万元，其中纵向 180 万元，占五分之四，横向 45 万元，占五分之一: of parts that leave nothing out each share is of the whole. */
export function partsOfAll(sentence: Sentence): readonly Relation[] {
  if (!sentence.text.includes('占')) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((whole, at) => ofWhole(whole, all.slice(at + 1))),
  );
}

function ofWhole(whole: Placed, behind: readonly Placed[]): readonly Relation[] {
  const parts = partsBehind(whole, behind);
  const made = sum(parts.map(({ part }) => toldIn(part)));
  if (parts.length < FEWEST || !isPlain(whole) || !overlaps(made, toldIn(whole))) return [];
  return parts.flatMap(({ part, rate }) => {
    const meant = percent(toldIn(part), toldIn(whole));
    if (meant === undefined || overlaps(meant, toldBy(rate))) return [];
    const problem = `${textOf(part)} ÷ ${textOf(whole)}，占比应为 ${shown(meant, '%')}，文中写 ${textOf(rate)}`;
    return [wrong([whole, part, rate], problem)];
  });
}

/** 四分之一 is no rounded number, though it may be nearly so. */
function toldBy(rate: Placed): Interval {
  return /\d/u.test(rate.mention.quantity.digits) ? toldRate(rate) : rateOf(rate.mention);
}

/** A part and its share, a part and its share, as far as they follow each other. */
function partsBehind(whole: Placed, behind: readonly Placed[]): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at + 1 < behind.length; at += 2) {
    const [part, rate] = behind.slice(at, at + 2);
    if (part === undefined || rate === undefined || !isPart(part, whole) || !isShare(rate)) break;
    parts.push({ part, rate });
  }
  return parts;
}

function isPart(part: Placed, whole: Placed): boolean {
  return isPlain(part) && sameUnit(part.mention, whole.mention);
}

function isShare(rate: Placed): boolean {
  const { quantity, of } = rate.mention;
  return quantity.unit === '%' && of === undefined && SHARE.test(rate.lead) && isExact(rate);
}
