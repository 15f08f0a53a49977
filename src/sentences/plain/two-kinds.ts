import { isAmount, isExact, stretchesOf, wordsOf } from '../equations/beside.ts';
import { overlaps, sum } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom, textOf, toldIn, wrong } from './slip.ts';

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
  const made = sum(parts.map(toldIn));
  if (overlaps(made, toldIn(whole))) return [];
  const isSlip = isSlipFrom(made, whole.mention.quantity);
  const isPartsSlip = parts.some((part) => {
    const others = sum(parts.filter((one) => one !== part).map(toldIn));
    const told = toldIn(whole);
    const meant = { low: told.low.minus(others.high), high: told.high.minus(others.low) };
    return meant.low.gt(0) && isSlipFrom(meant, part.mention.quantity);
  });
  if (!isSlip && !isPartsSlip) return [];
  const problem = `${parts.map(textOf).join(' ＋ ')} ＝ ${shown(made, whole.mention.quantity.unit)}，与合计 ${textOf(whole)} 不符`;
  return [wrong([whole, ...parts], problem)];
}

function partsBehind([first, ...others]: readonly Placed[]): readonly Placed[] {
  if (first === undefined || !OPENS.test(first.lead) || !isPlain(first)) return [];
  const end = others.findIndex((one) => !NEXT.test(one.lead) || !isPlain(one));
  return [first, ...others.slice(0, end < 0 ? others.length : end)];
}

function isPlain(one: Placed): boolean {
  return isAmount(one) && isExact(one) && one.mention.direction === 0;
}

/** A part for each kind. */
function areOfKinds(words: string, whole: Placed, parts: readonly Placed[]): boolean {
  const { one, other } = KINDS.exec(words)?.groups ?? {};
  if (
    one === undefined ||
    other === undefined ||
    parts.length !== 2 ||
    parts.some((part) => !isOfUnit(part, whole))
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

function isOfUnit(part: Placed, whole: Placed): boolean {
  return part.mention.quantity.unit === whole.mention.quantity.unit;
}
