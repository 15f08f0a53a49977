import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, isBelow, minus, overlaps } from '../interval.ts';
import type { Item, List, Mention } from '../sentence.ts';
import { significantDigits } from '../near-miss/slips.ts';
import { FAMILIES } from './families.ts';
import { membersOf, partsUpTo, sumOf, type Part } from './list-parts.ts';
import { areNested, mayOverlap } from './overlapping.ts';
import { areComplements, areSoOrNot, isPartition } from './partitions.ts';
import type { Strength } from './relation.ts';

/** The parts of a list that claims to be whole, up to the part of index `end`, and how far its words go. */
export function claimedParts(
  list: List,
  parts: readonly Part[],
  end: number,
  whole: Mention,
): Claimed | undefined {
  if (parts.length === 0) return undefined;
  const family = FAMILIES.map((one) => membersOf(one, list, parts)).find((members) => members !== undefined);
  if (family !== undefined) return { parts: family, strength: 'said' };
  if (parts.length < 2 || parts.length < Math.min(lastPart(list, end, parts), ownPartsOf(list, whole).length))
    return undefined;
  if (areClosedAndTooMany(list, parts, whole)) return { parts, strength: 'said' };
  if (isWholeByWords(list, parts, whole) || isWholeInAnother(list, end, whole))
    return { parts, strength: 'said' };
  if (isNearlyWhole(parts, whole)) return { parts, strength: 'named' };
  if (areNested(parts.map(({ item }) => item.name))) return undefined;
  return isSomeOfFew(list, parts, whole) ? undefined : { parts, strength: 'suggested' };
}

/**
 * 检测设备 7 台、数据设备 3 台、其他设备 2 台, of 11 台: what is left of one kind, or of many parts, is told last, and all are
 * more than there are.
 */
function areClosedAndTooMany({ among }: List, parts: readonly Part[], { quantity }: Mention): boolean {
  const isClosed = among && parts.length >= SOME && /^其[他它余]/u.test(parts.at(-1)?.item.name ?? '');
  const isOne = areOfOneKind(parts) || (parts.length > MANY && parts.at(-1)?.item.name === '其他');
  return isClosed && isOne && isBelow(intervalOf(quantity), sumOf(parts));
}

/** Where the last part of its unit stands: 会议 9 次，其中 A 1 次、B 8 次，支出 6.83 万元 is no list of what was spent. */
function lastPart({ parts }: List, end: number, own: readonly Part[]): number {
  const last = own.at(-1);
  return last === undefined ? end : parts.indexOf(last.item) + 1;
}

/** Who tells so many parts hardly leaves one out without saying so. */
const MANY = 4;
const SOME = 3;
const LITTLE = '0.18';
const SOMEWHAT = '0.25';
const ALMOST = '0.75';

/** Parts of one kind, many that are nearly all, or several that are more than all and share no members. */
function isNearlyWhole(parts: readonly Part[], { quantity }: Mention): boolean {
  if (mayOverlap(parts.map(({ item }) => item.name))) return false;
  const gap = minus(intervalOf(quantity), sumOf(parts));
  const isWithin = (part: string): boolean =>
    gap.low.lte(quantity.value.times(part)) && gap.high.gte(quantity.value.times(part).neg());
  const telling = parts.some(({ amount }) => significantDigits(amount.quantity) >= SOME);
  const divides = telling || parts.length > 2 || gap.high.lt(0) || areInOrder(parts);
  if (divides && areOfOneKind(parts)) return isWithin(SOMEWHAT);
  return isWithin(LITTLE) && (parts.length >= MANY || (parts.length >= SOME && gap.high.lt(0)));
}

/** 171 人中，研究生 19 人，本科 98 人: some members, and of numbers of few digits many are a slip away from others. */
function isSomeOfFew({ among }: List, parts: readonly Part[], { quantity }: Mention): boolean {
  return among && significantDigits(quantity) <= SOME && quantity.value.times(ALMOST).gt(sumOf(parts).high);
}

/** 12 个小区、86 栋，其中南片 5 个、36 栋，北片 8 个、50 栋: whole in one unit, a list is whole in all. */
function isWholeInAnother(list: List, end: number, { quantity }: Mention): boolean {
  return list.known.some(({ quantity: other }) => {
    if (other.unit === quantity.unit || other.kind === 'rate') return false;
    const parts = partsUpTo(list, end, other.unit);
    return parts.length > 1 && overlaps(intervalOf(other), sumOf(parts));
  });
}

/** Parts that are said to be all. */
export interface Claimed {
  readonly parts: readonly Part[];
  readonly strength: Strength;
}

const ORDINALS = /第?[一二三四五六七八九十]|\d{4}年?/gu;

/** 第一期、第二期; 2022年、2023年. */
function areInOrder(parts: readonly Part[]): boolean {
  return parts.every(({ item: { name } }) => name.search(ORDINALS) === 0);
}

/** 综合窗口 62 个、专业窗口 123 个: what is called alike divides one thing. */
function areOfOneKind(parts: readonly Part[]): boolean {
  const names = parts.map(({ item }) => item.name.replaceAll(ORDINALS, ''));
  const alike = (end: (name: string) => string): boolean =>
    new Set(names.map(end)).size === 1 &&
    names.every((name, at) => name.length > 1 || name !== parts[at]?.item.name);
  return alike((name) => name.slice(-2)) || alike((name) => name.slice(0, 2));
}

function isWholeByWords(list: List, parts: readonly Part[], whole: Mention): boolean {
  const names = namesOf(list, parts, whole);
  const behind = parts.map(({ amount }) => amount.after);
  if ([names, behind].some((words) => areComplements(words) || areSoOrNot(words))) return true;
  return list.complete || isPartition(names) || sharesAreWhole(parts);
}

/** 已开工 17 个、投资 12.40 亿元，未开工 6 个、投资 6.20 亿元: those that tell of the whole in its unit. */
function ownPartsOf({ parts, known }: List, { quantity }: Mention): readonly Item[] {
  const others = new Set(
    known.map(({ quantity: { unit } }) => unit).filter((unit) => unit !== quantity.unit),
  );
  return parts.filter(
    ({ mentions: [first] }) =>
      first === undefined || !(others.has(first.quantity.unit) || first.role === 'share'),
  );
}

/** What the parts are called; an investment of each is called by what was counted before it. */
function namesOf(list: List, parts: readonly Part[], { words }: Mention): readonly string[] {
  const names = parts.map(({ item }) => item.name);
  const [name = ''] = names;
  if (name === '' || new Set(names).size > 1 || !words.includes(name)) return names;
  return parts.map(({ item }) => list.parts[list.parts.indexOf(item) - 1]?.name ?? '');
}

/** Each part tells its share of the whole, and the shares make a hundred. */
function sharesAreWhole(parts: readonly Part[]): boolean {
  const shares = parts.map(({ item }) => item.mentions.find(({ role }) => role === 'share'));
  if (shares.some((share) => share === undefined || share.whole !== '' || share.bare === true)) return false;
  const total = shares.reduce((all, share) => all.plus(share?.quantity.value ?? 0), new Exact(0));
  return total.minus(100).abs().lte(new Exact('0.01').times(parts.length));
}
