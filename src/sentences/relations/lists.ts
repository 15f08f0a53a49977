import { intervalOf, isBelow, minus, overlaps } from '../interval.ts';
import type { Role } from '../roles.ts';
import type { List, Mention } from '../sentence.ts';
import { FAMILIES } from './families.ts';
import { membersOf, partOf, partsUpTo, sumOf, type Part } from './list-parts.ts';
import { areExchanged } from './movements.ts';
import { relation, shown, type Relation } from './relation.ts';
import { claimedParts } from './whole-lists.ts';

/** No part is more than its whole; a list that claims to be whole adds up (R70, R72, R74). */
export function listRelations(list: List): readonly Relation[] {
  // 净增 6 人，其中新录用 9 人、退休 3 人: parts that are taken off.
  if (list.known.some(({ role, words }) => role === 'change' && words.includes('净'))) return [];
  const known = list.known.filter(({ words }) => !/每|人均|单价(?!\d)/u.test(words));
  const units = new Set(known.map(({ quantity }) => quantity.unit));
  return [...units]
    .filter((unit) => unit !== '%')
    .flatMap((unit) => ofUnit({ ...ofLosses(list), known }, unit));
}

/** 扣 6.8 分，其中…扣 1.5 分，得分 93.2 分: what was got is no part of what was lost. */
function ofLosses(list: List): List {
  const end = list.parts.findIndex(({ name }) => /得/u.test(name));
  return end < 0 || !/扣/u.test(list.whole.name) ? list : { ...list, parts: list.parts.slice(0, end) };
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
  const total = areExchanged(list.parts.map(({ name }) => name)) ? undefined : ofTotal(list, unit, whole);
  if (broken.length > 0 && (total?.holds !== false || total.strength !== 'said')) return tooLarge;
  return total === undefined ? tooLarge : [...tooLarge.filter(({ holds }) => holds), total];
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
