import { intervalOf, overlaps, sum, type Interval } from '../interval.ts';
import type { Item, Mention, Sentence } from '../sentence.ts';
import { Exact } from '../../accounts/decimal.ts';
import { countedIn } from './counted.ts';
import { partOf, sumOf, type Part } from './list-parts.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

/** 合计, 共计 behind a list adds what stands before it. */
export function totalRelations({ items }: Sentence): readonly Relation[] {
  return items.flatMap((item, index) =>
    item.mentions.flatMap((total) => {
      // Years are added with their own numbers of last year.
      // Marks are added in their own way (points.ts).
      if (total.quantity.unit === '分' && items.some(({ name }) => /得分?$/u.test(name))) return [];
      if (total.role !== 'total' || /[两二三四五六七八九十]年/u.test(total.words)) return [];
      const own = item.mentions[0] === total ? [] : [item];
      const before = [...items.slice(0, index), ...own].filter(({ list }) => list === item.list);
      return ofTotalBehind(before, total);
    }),
  );
}

const HUNDRED = new Exact(100);
/** What is joined so belongs to what stands before it. */
const ENUMERATED = /^[、和与及]/u;

/** What one of something costs is no part of what all cost. */
const PRICE = /单价|均价|每|均$|人均|标准|空编|缺编|空缺|缺口/u;

function ofTotalBehind(before: readonly Item[], total: Mention): readonly Relation[] {
  const parts = before
    .flatMap((one) => [...partOf(one, total.quantity.unit), ...multipliedIn(one, total.quantity.unit)])
    .filter(({ amount }) => amount !== total && !PRICE.test(amount.words));
  const certain = /合计|共计|总计|^共$|^(?:四个季度|全部)/u.test(total.words) || isCountOfAll(total, parts);
  const carried = before.flatMap(({ mentions }) =>
    mentions.filter(({ role, quantity }) => role === 'last' && quantity.unit === total.quantity.unit),
  );
  const [earlier] = carried;
  const others = parts.some(({ amount }) => amount.elsewhen === true);
  if (earlier !== undefined && carried.length === 1 && total.words.includes('累计'))
    return others ? [] : ofYears(earlier, parts, total);
  if (parts.length < 2) return [];
  const sums = sumsFor(parts, total);
  if (sums.length === 0) return [];
  // 累计 and 共 may sum up something else.
  const holds = sums.some((one) => overlaps(one, intervalOf(total.quantity)));
  if (!holds && isOfElse(parts, total)) return [];
  const problem = `${parts.map(({ amount }) => amount.quantity.text).join(' ＋ ')} ＝ ${shown(sumOf(parts), total.quantity.unit)}，文中写 ${total.quantity.text}`;
  const members = [...parts.map(({ amount }) => amount), total];
  const strength = certain ? 'said' : 'suggested';
  return [{ ...relation(members, total, toldBy(total), sums, problem), strength, isSum: true }];
}

/** 线上 8.4 万件，是线下 2.8 万件的 3 倍: what is multiplied is a part, too. */
function multipliedIn(item: Item, unit: string): readonly Part[] {
  const ratios = item.mentions.filter(({ role }) => role === 'ratio');
  return item.mentions
    .filter(
      ({ role, quantity }) =>
        role === 'whole' && quantity.unit === unit && ratios.some(({ of }) => of === quantity),
    )
    .map((amount) => ({ item, amount }));
}

/** Rates that make a hundred make it exactly. */
function toldBy({ quantity }: Mention): Interval {
  const { unit, value } = quantity;
  return unit === '%' && value.eq(HUNDRED) ? { low: value, high: value } : intervalOf(quantity);
}

/** 三项合计 behind three parts, 前两项合计 behind more. */
function isCountOfAll({ words }: Mention, parts: readonly Part[]): boolean {
  const counted = countedIn(words);
  return counted !== undefined && (counted.first || counted.count === parts.length);
}

/** What the total may be the sum of: as many parts as it counts, or all from one of them on. */
function sumsFor(parts: readonly Part[], { words }: Mention): readonly Interval[] {
  const counted = countedIn(words);
  if (counted === undefined)
    return parts
      .slice(0, -1)
      .flatMap((part, from) =>
        from > 0 && ENUMERATED.test(part.item.lead) ? [] : [sumOf(parts.slice(from))],
      );
  const { count, first } = counted;
  if (count > parts.length || count < 2) return [];
  if (first || count === parts.length) return [sumOf(parts.slice(0, count))];
  // 第二批 12 个完成 10 个，两批共完成 18 个: some of the numbers are no parts.
  const pairs = count === 2 ? parts.flatMap((a, at) => parts.slice(at + 1).map((b) => [a, b])) : [];
  return [parts.slice(-count), ...pairs].map(sumOf);
}

/** 上年已付 12.00 万元，本年支付 18.50 万元，累计支付 30.50 万元. */
function ofYears(earlier: Mention, parts: readonly Part[], total: Mention): readonly Relation[] {
  const now = parts
    .map(({ amount }) => amount)
    .filter(({ quantity }) => quantity.from > earlier.quantity.from);
  if (now.length === 0) return [];
  const outcome = sum([earlier, ...now].map(({ quantity }) => intervalOf(quantity)));
  const problem = `${[earlier, ...now].map(({ quantity }) => quantity.text).join(' ＋ ')} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return [relation([earlier, ...now, total], total, intervalOf(total.quantity), [outcome], problem)];
}

/** 总额, 三校共计, 线上线下合计解答: what is summed stands before the word, what it is behind it. */
const NAMED_TOTAL =
  /(?:总额|总价|总价款|总数|总量|总金额|总造价|[\p{Script=Han}]{2}(?:共计|合计|总计)[\p{Script=Han}]{0,6})$/u;
/** 三个片区共支付. */
const COUNTED_TOTAL =
  /([两三四五六七八九十]|\d{1,2})[个项家处笔批类台辆份场][^，。；、]{0,6}?(?:共计?|合计|总计|总)[^，。；、]{0,6}$/u;
const NUMERALS = '一两三四五六七八九十';
/** How far counts may lie from a total that adds them up. */
const NEAR = '0.15';

/** 采购 A、B、C，合同总额…: parts that are enumerated, and their total named behind them. */
export function namedTotalRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence).filter(({ mention }) => mention.role !== 'last');
  return all.flatMap((total, index) => {
    const counted = COUNTED_TOTAL.exec(total.lead);
    if (counted === null && !NAMED_TOTAL.test(total.mention.words)) return [];
    if (total.mention.role === 'total' || !isAmount(total)) return [];
    if (isQualified(total) || total.lead.includes('其中')) return [];
    const parts = enumeratedBefore(all.slice(0, index), total);
    return parts.length < 2 ? [] : ofNamed(parts, total, counted?.[1]);
  });
}

function isAmount({ mention: { role } }: Placed): boolean {
  return role === 'amount' || role === 'outturn' || role === 'total';
}

/** The amounts of one enumeration that ends where the total begins. */
function enumeratedBefore(before: readonly Placed[], total: Placed): readonly Part[] {
  const parts: Placed[] = [];
  for (const [index, one] of before.entries().toArray().toReversed()) {
    const { mention, item, lead } = one;
    if (mention.role === 'ratio') continue;
    const multiplied = mention.role === 'whole' && before[index + 1]?.mention.of === mention.quantity;
    if (!isAddedTo(total.mention, mention) || !(isAmount(one) || multiplied)) break;
    if (item.list !== total.item.list || PRICE.test(mention.words)) break;
    parts.unshift(one);
    if (!/^(?:[、，]|和|及|与)/u.test(lead)) break;
  }
  return parts.map(({ item, mention }) => ({ item, amount: mention }));
}

/** 电话 2.35 万通、邮件 0.68 万封，合计 3.03 万件次: each handling counts as one. */
const HANDLINGS: ReadonlySet<string> = new Set(['件次', '人次', '次', '户次']);

function isAddedTo({ quantity: total }: Mention, { quantity: part }: Mention): boolean {
  return part.unit === total.unit || (part.kind === 'count' && HANDLINGS.has(total.unit));
}

const TAKEN_IN = /受理|收到|接到|接收|登记|立案|中标|签[订约]|下达|安排|预算|报名|申请|征集/u;
const DONE = /办结|办理|完成|整改|答复|采纳|解决|支付|支出|使用|审结|执结|录[用取]|通过|兑现|参加/u;

/** 到位 120 万元、80 万元，两个项目总投资 650 万元: not all has come. */
const CAME_OF = /到位|支付|拨付|支出|完成|已/u;
const PLANNED_ALL = /总投资|总预算|总概算|合同总/u;

/** 线上受理…，线下受理…，合计办结…: what was done of what came in. */
function isOfElse(parts: readonly Part[], { words }: Mention): boolean {
  const leads = parts.map(({ amount }) => amount.words);
  if (PLANNED_ALL.test(words) && leads.some((one) => CAME_OF.test(one))) return true;
  return DONE.test(words) && leads.some((one) => TAKEN_IN.test(one)) && !leads.some((one) => DONE.test(one));
}

function ofNamed(
  parts: readonly Part[],
  { mention: total }: Placed,
  counted: string | undefined,
): readonly Relation[] {
  const outcome = sumOf(parts);
  const count = counted === undefined ? undefined : NUMERALS.indexOf(counted) + 1 || Number(counted);
  const holds = overlaps(outcome, intervalOf(total.quantity));
  if (!holds && isOfElse(parts, total)) return [];
  const strength = count === parts.length ? 'said' : isNear(parts, total) ? 'named' : 'suggested';
  return [{ ...sumBehind(parts, total), strength, isSum: true }];
}

/** Three counts or more that nearly make the total; of what is said to be summed, two. */
function isNear(parts: readonly Part[], { quantity, words }: Mention): boolean {
  const summed = /合计|共计|总计/u.test(words);
  if (!summed && (parts.length < 3 || quantity.kind !== 'count')) return false;
  const { low, high } = sumOf(parts);
  return low.plus(high).div(2).minus(quantity.value).abs().lte(quantity.value.times(NEAR));
}

function sumBehind(parts: readonly Part[], total: Mention): Relation {
  const outcome = sumOf(parts);
  const problem = `${parts.map(({ amount }) => amount.quantity.text).join(' ＋ ')} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return relation(
    [...parts.map(({ amount }) => amount), total],
    total,
    intervalOf(total.quantity),
    [outcome],
    problem,
  );
}
