import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, isBelow, minus, overlaps, sum, type Interval } from '../interval.ts';
import type { Role } from '../roles.ts';
import type { Item, List, Mention } from '../sentence.ts';
import { FAMILIES, type Family } from './families.ts';
import { areNested, mayOverlap } from './overlapping.ts';
import { significantDigits } from '../near-miss/slips.ts';
import { areComplements, areSoOrNot, isPartition } from './partitions.ts';
import { currentOf, mentionOf, relation, shown, type Relation, type Strength } from './relation.ts';

/** A part and its amount. */
export interface Part {
  readonly item: Item;
  readonly amount: Mention;
}

/** No part is more than its whole; a list that claims to be whole adds up (R70, R72, R74). */
export function listRelations(list: List): readonly Relation[] {
  // 净增 6 人，其中新录用 9 人、退休 3 人: parts that are taken off.
  if (list.known.some(({ role, words }) => role === 'change' && words.includes('净'))) return [];
  const known = list.known.filter(({ words }) => !/每|人均|单价(?!\d)/u.test(words));
  const units = new Set(known.map(({ quantity }) => quantity.unit));
  return [...units].filter((unit) => unit !== '%').flatMap((unit) => ofUnit({ ...list, known }, unit));
}

function ofUnit(list: List, unit: string): readonly Relation[] {
  const own = list.known.filter(({ quantity }) => quantity.unit === unit);
  const last = own.at(-1);
  const whole =
    own.findLast(({ role }) => role === 'outturn') ??
    own.findLast(({ role }) => role === 'amount') ??
    own.findLast(({ role }) => WHOLES.has(role));
  if (whole === undefined || last === undefined) return [];
  if (last === whole || last.role !== 'change') return ofWhole(list, unit, whole);
  // 增加的 17.83 万元中，…: of the change, and of nothing else.
  if (/^(?:当|之)?中/u.test(last.after)) return ofWhole(list, unit, last);
  // 减少到 5 份，减少 7 份，其中免提交 4 份、合并 3 份: parts of either.
  const either = [ofWhole(list, unit, last), ofWhole(list, unit, whole)];
  return either.find((all) => all.every(({ holds }) => holds)) ?? either[1] ?? [];
}

const WHOLES: ReadonlySet<Role> = new Set(['total', 'change', 'adjusted', 'budget', 'last']);

function ofWhole(list: List, unit: string, whole: Mention): readonly Relation[] {
  const sure = Math.min(...list.ends, list.parts.length);
  const parts = list.parts.slice(0, sure).flatMap((item) => partOf(item, unit, whole.role === 'change'));
  const tooLarge = parts.flatMap((part) => ofPart(part, whole, list));
  const broken = tooLarge.filter(({ holds }) => !holds);
  if (broken.some(({ strength }) => strength === 'said')) return tooLarge;
  const total = ofTotal(list, unit, whole);
  if (broken.length > 0 && (total?.holds !== false || total.strength !== 'said')) return tooLarge;
  return total === undefined ? tooLarge : [...tooLarge.filter(({ holds }) => holds), total];
}

/** 设备 7 台（套），其中磁共振 1 台. */
const COUNTED_ALIKE: Readonly<Record<string, string | undefined>> = {
  '台（套）': '台',
  '件（套）': '件',
  '台（件）': '台',
};

/** The amount of a part, or its change where the whole is one (`ofChange`). */
export function partOf(item: Item, unit: string, ofChange = false): readonly Part[] {
  const alike = COUNTED_ALIKE[unit];
  const change = ofChange ? mentionOf(item, ['change'], unit) : undefined;
  const amount =
    change ?? currentOf(item, unit) ?? (alike === undefined ? undefined : currentOf(item, alike));
  return amount === undefined ? [] : [{ item, amount }];
}

function ofPart({ item, amount }: Part, whole: Mention, list: List): readonly Relation[] {
  const holds = !isBelow(intervalOf(whole.quantity), intervalOf(amount.quantity));
  const problem = `“${item.name}”${amount.quantity.text}是“${list.whole.name}”${whole.quantity.text}的一部分，不能更多`;
  const strength = list.among ? 'said' : 'suggested';
  return [{ members: [whole.quantity, amount.quantity], result: amount.quantity, holds, problem, strength }];
}

/** The parts that a claim to be whole speaks of, if there is one and they do not add up. */
function ofTotal(list: List, unit: string, whole: Mention): Relation | undefined {
  const told = intervalOf(whole.quantity);
  const turned = list.parts.flatMap(({ lead }, at) =>
    /^[，；]/u.test(lead) && /^[、和及与]/u.test(list.parts[at - 1]?.lead ?? '') ? [at] : [],
  );
  // 其中 A 75 家、B 45 家，发现问题 18 家: a list joined by 、 may end where that does.
  const ends = [...list.ends, list.parts.length, ...turned].filter((end) => end > 0);
  const prefixes = list.parts.map((_, index) => partsUpTo(list, index + 1, unit, whole));
  const divided = dividedParts(list, prefixes.at(-1) ?? []);
  if (divided !== undefined && !overlaps(told, sumOf(divided)))
    return { ...sumRelation(divided, whole), strength: 'said', explained: true };
  if (prefixes.some((parts) => overlaps(told, sumOf(parts)))) {
    const fitting = prefixes.find((parts) => overlaps(told, sumOf(parts))) ?? [];
    return fitting.length < 2 ? undefined : sumRelation(fitting, whole);
  }
  const claims = ends.flatMap(
    (end) => claimedParts(list, partsUpTo(list, end, unit, whole), end, whole) ?? [],
  );
  // A kind that has all its parts, wherever the list may have ended.
  const claimed =
    ['said', 'named'].flatMap((sure) => claims.find(({ strength }) => strength === sure) ?? [])[0] ??
    claims[0];
  if (claimed === undefined) return undefined;
  const { parts: own, strength } = claimed;
  return overlaps(told, sumOf(own)) ? undefined : { ...sumRelation(own, whole), strength };
}

/** 完工 19 个，在建 8 个，未开工 2 个: all kinds into which a whole falls, though fewer of them make it by chance. */
function dividedParts(list: List, parts: readonly Part[]): readonly Part[] | undefined {
  const all = FAMILIES.map((one) => membersOf(one, list, parts)).find((own) => own !== undefined);
  return all !== undefined && all.length === parts.length && all.length > 2 ? all : undefined;
}

function partsUpTo(list: List, end: number, unit: string, whole?: Mention): readonly Part[] {
  return list.parts.slice(0, end).flatMap((item) => partOf(item, unit, whole?.role === 'change'));
}

export function sumOf(parts: readonly Part[]): Interval {
  return sum(parts.map(({ amount }) => intervalOf(amount.quantity)));
}

function sumRelation(parts: readonly Part[], whole: Mention): Relation {
  const outcome = sumOf(parts);
  const amounts = parts.map(({ amount }) => amount);
  const added = amounts.map(({ quantity }) => quantity.text).join(' ＋ ');
  const result = amounts.at(-1) ?? whole;
  const problem = `${added} ＝ ${shown(outcome, whole.quantity.unit)}，与合计 ${whole.quantity.text} 不符`;
  return {
    ...relation([whole, ...amounts], whole, intervalOf(whole.quantity), [outcome], problem),
    result: result.quantity,
    gap: minus(intervalOf(whole.quantity), outcome),
    isSum: true,
  };
}

function claimedParts(list: List, parts: readonly Part[], end: number, whole: Mention): Claimed | undefined {
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

interface Claimed {
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

function membersOf(
  { required, optional, of }: Family,
  list: List,
  parts: readonly Part[],
): readonly Part[] | undefined {
  if (of !== undefined && !of.test(list.whole.name + list.whole.lead)) return undefined;
  const found = required.map((pattern) => parts.filter(({ item }) => pattern.test(item.name)));
  if (found.some((members) => members.length !== 1)) return undefined;
  const others = parts.filter(({ item }) => optional.some((pattern) => pattern.test(item.name)));
  return [...new Set([...found.flat(), ...others])];
}

/** Each part tells its share of the whole, and the shares make a hundred. */
function sharesAreWhole(parts: readonly Part[]): boolean {
  const shares = parts.map(({ item }) => item.mentions.find(({ role }) => role === 'share'));
  if (shares.some((share) => share === undefined || share.whole !== '' || share.bare === true)) return false;
  const total = shares.reduce((all, share) => all.plus(share?.quantity.value ?? 0), new Exact(0));
  return total.minus(100).abs().lte(new Exact('0.01').times(parts.length));
}
