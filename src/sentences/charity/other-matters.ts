import { intervalOf, isBelow, minus, overlaps, sum } from '../interval.ts';
import { isAmount, sameUnit } from '../equations/beside.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import { DONE, TAKEN_IN } from '../deeds.ts';
import type { Relation } from '../relations/relation.ts';
import type { List, Mention, Sentence } from '../sentence.ts';
import { BUDGETS } from '../roles.ts';

/** 带动周边 400 余户, 局机关内设 8 个科室: beside what is listed, and no part of it. */
const REACHES_OUT = /带动|辐射|惠及|覆盖|受益|内设|下设|可供|吸引|吸纳|另|周边/u;
const REST_UNTOLD = /(?:其余|剩余|余下|其他)[^，。；：、\d]*(?:\d{4}年[^，。；：、\d]*)?[，；]/u;
const MEAN = /均|每|单价(?!\d)/u;

/** Whether what a list took for its part is told of something else. */
export function isOtherPart(one: Placed, failed: Relation, sentence: Sentence): boolean {
  const list = sentence.lists.find(({ parts }) => parts.includes(one.item));
  if (list === undefined || !isOfList(failed, list)) return false;
  const whole = list.known.findLast((own) => sameUnit(own, one.mention));
  if (whole === undefined) return false;
  const placed = placedIn(sentence);
  const [from, to] = [whole.quantity.to, one.mention.quantity.from].map((at) => at - sentence.from);
  const between = sentence.text.slice(from, to);
  const later = list.parts.indexOf(one.item) > 0;
  if (later && (REACHES_OUT.test(one.lead) || REST_UNTOLD.test(between))) return true;
  const before = placed.filter(
    (other) =>
      isAmount(other) &&
      sameUnit(other.mention, one.mention) &&
      other.mention.quantity.from < whole.quantity.from,
  );
  const larger = before.filter(
    ({ mention }) => !isBelow(intervalOf(mention.quantity), intervalOf(one.mention.quantity)),
  );
  if (MEAN.test(whole.words) && larger.length > 0) return true;
  // 41 所，公办 18 所、民办 23 所，其中普惠 37 所: of all, when the parts before are complete.
  return (
    isOfAllBefore(one, placed, whole) ||
    isDifference(whole, list) ||
    larger.some((all) => {
      const parts = before.slice(before.indexOf(all) + 1).map(({ mention }) => intervalOf(mention.quantity));
      return (
        parts.length > 0 &&
        overlaps(intervalOf(all.mention.quantity), sum([...parts, intervalOf(whole.quantity)]))
      );
    })
  );
}

/** 公办 18 所、民办 23 所，其中普惠 37 所: of all that stand in a row before it. */
function isOfAllBefore(one: Placed, placed: readonly Placed[], whole: Mention): boolean {
  const at = placed.findIndex(({ mention }) => mention === whole);
  const row: Placed[] = [];
  for (const other of placed.slice(0, at + 1).toReversed()) {
    if (!sameUnit(other.mention, whole)) break;
    row.unshift(other);
    if (!/^(?:、|和|及|与)/u.test(other.lead)) break;
  }
  if (row.length < 2) return false;
  const all = sum(row.map(({ mention }) => intervalOf(mention.quantity)));
  return !isBelow(all, intervalOf(one.mention.quantity));
}

/** 结余 10.20 万元，其中收入 86.50 万元、支出 76.30 万元; 增加 3 人，其中退休 4 人，去世 1 人: two that were offset. */
function isDifference(whole: Mention, { parts }: List): boolean {
  const own = parts.flatMap(({ mentions }) => mentions).filter((one) => sameUnit(one, whole));
  const [a, b] = own;
  if (a === undefined || b === undefined || own.length !== 2) return false;
  return overlaps(intervalOf(whole.quantity), minus(intervalOf(a.quantity), intervalOf(b.quantity)));
}

function isOfList({ members }: Relation, { known }: List): boolean {
  return known.some(({ quantity }) => members.some(({ from }) => from === quantity.from));
}

/** 网点建设类 2 个共 548.45 万元: of what is counted before it, and of nothing else. */
const OF_ITS_OWN =
  /^(?!以上|上述|前|这|全|各|所有|合计|共计|总计|累计)[\p{Script=Han}“”（）]{2,}\d[\d,.]*[\p{Script=Han}]{1,3}(?:，|、)?共计?$/u;

/** Whether a number stands right behind another one and 共. */
export function isOfItsOwn({ clause }: Placed): boolean {
  return OF_ITS_OWN.test(clause);
}

/**
 * 受理 12860 件，法官人均结案 257 件: a mean of what was done of it; 平均每批次 8.4 人，其中外地 19 批次: a mean of all, and a
 * part of them.
 */
function isMeanOfElse(members: Relation['members'], placed: readonly Placed[]): boolean {
  const own = placed.filter(({ mention }) => members.some(({ from }) => from === mention.quantity.from));
  const mean = own.find(({ clause }) => MEAN.test(clause));
  if (mean === undefined) return false;
  // 平均每份 56.5 元，比预算 18.50 万元节约 0.42 万元
  const base = own.find(({ mention: { role } }) => BUDGETS.has(role));
  if (base !== undefined && !MEAN.test(base.clause)) return true;
  const others = own.filter((one) => one !== mean);
  const total = others.find((one) => sameUnit(one.mention, mean.mention));
  if (
    total !== undefined &&
    DONE.test(mean.clause) &&
    TAKEN_IN.test(total.clause) &&
    !DONE.test(total.clause)
  )
    return true;
  const from = placed.indexOf(mean);
  return others.every((one) =>
    placed.slice(from + 1, placed.indexOf(one) + 1).some(({ lead }) => lead.includes('其中')),
  );
}

/** 满意 1215 条，其余为基本满意，满意率 99.60%: a rate of more than is told in numbers. */
export function isOfRest({ mention, lead }: Placed): boolean {
  return mention.quantity.kind === 'rate' && REST_UNTOLD.test(lead);
}

/** 受理 186 件、154 件，办结 332 件: what was done of what came in is no sum of it. */
export function isOtherMatter(one: Placed, { members }: Relation, placed: readonly Placed[]): boolean {
  if (isMeanOfElse(members, placed)) return true;
  if (!DONE.test(one.clause) || members.length < 3 || one.mention.quantity.kind === 'rate') return false;
  const others = placed.filter(
    (other) =>
      other !== one &&
      sameUnit(other.mention, one.mention) &&
      members.some(({ from }) => from === other.mention.quantity.from),
  );
  const words = others.map(({ clause, lead }) => clause + lead);
  return others.length > 1 && words.some((all) => TAKEN_IN.test(all)) && !words.some((all) => DONE.test(all));
}
