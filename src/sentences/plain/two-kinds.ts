import { isPlain, sameUnit, stretchesOf, wordsOf } from '../equations/beside.ts';
import { overlaps, sum } from '../interval.ts';
import { leading } from '../leading.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { toldIn } from './slip.ts';
import { differing, isASlip } from './whole-and-parts.ts';

/** 28 个村（社区）: both kinds are named behind the number. */
const KINDS = /^(?<one>[\p{Script=Han}]{1,5})[（、和及或](?<other>[\p{Script=Han}]{1,5})(?:）|，|：|$)/u;
/** 卷（件）: both units are. */
const UNITS = /^[（](?<other>[\p{Script=Han}]{1,2})[）]/u;
const NEXT = /^(?:[、，；]|和|及|与|以及)[^，。；：、\d]{1,12}$/u;
const OPENS = /其中|包括|分别/u;

/** 28 个村（社区），其中行政村 23 个、社区 5 个; 1.26 万卷（件），其中…: parts of the kinds or units that are counted together. */
export function twoKindRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((whole, at) => ofWhole(whole, all.slice(at + 1), sentence)),
  );
}

function ofWhole(whole: Placed, behind: readonly Placed[], { text, from }: Sentence): readonly Relation[] {
  const words = text.slice(whole.mention.quantity.to - from);
  const parts = partsBehind(behind);
  if (
    !isPlain(whole) ||
    parts.length < 2 ||
    !(areOfKinds(words, whole, parts) || areOfUnits(words, whole, parts))
  )
    return [];
  if (overlaps(sum(parts.map(toldIn)), toldIn(whole)) || !isASlip(whole, parts)) return [];
  return [differing(whole, parts)];
}

function partsBehind([first, ...others]: readonly Placed[]): readonly Placed[] {
  if (first === undefined || !OPENS.test(first.lead) || !isPlain(first)) return [];
  return [first, ...leading(others, (one) => NEXT.test(one.lead) && isPlain(one))];
}

/** A part for each kind. */
function areOfKinds(words: string, whole: Placed, parts: readonly Placed[]): boolean {
  const { one, other } = KINDS.exec(words)?.groups ?? {};
  if (
    one === undefined ||
    other === undefined ||
    parts.length !== 2 ||
    !parts.every((part) => sameUnit(part.mention, whole.mention))
  )
    return false;
  const names = parts.map(wordsOf);
  return [one, other].every((kind) => names.some((name) => name.endsWith(kind)));
}

/** Parts in both units, and in no third. */
function areOfUnits(words: string, whole: Placed, parts: readonly Placed[]): boolean {
  const other = UNITS.exec(words)?.groups?.['other'];
  const units = new Set(parts.map(({ mention }) => mention.quantity.unit));
  const own = whole.mention.quantity.unit;
  return other !== undefined && units.size === 2 && units.has(own) && units.has(other);
}
