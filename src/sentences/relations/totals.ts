import { intervalOf, overlaps, sum } from '../interval.ts';
import type { Item, Mention, Sentence } from '../sentence.ts';
import { isSlip, partOf, sumOf, type Part } from './lists.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';
import { isSlipOf } from './slip.ts';

/** 合计, 共计 behind a list adds what stands before it. */
export function totalRelations(items: readonly Item[]): readonly Relation[] {
  return items.flatMap((item, index) =>
    item.mentions.flatMap((total) => {
      if (total.role === 'change' && /合计|共计|总计/u.test(total.words))
        return ofChanges(items.slice(0, index + 1), total);
      // Years are added with their own numbers of last year.
      if (total.role !== 'total' || /[两二三四五六七八九十]年/u.test(total.words)) return [];
      const own = item.mentions[0] === total ? [] : [item];
      const before = [...items.slice(0, index), ...own].filter(({ list }) => list === item.list);
      return ofTotalBehind(before, total);
    }),
  );
}

/** What one of something costs is no part of what all cost. */
const PRICE = /单价|均价|每|均$|人均|标准/u;

function ofTotalBehind(before: readonly Item[], total: Mention): readonly Relation[] {
  const parts = before
    .flatMap((one) => partOf(one, total.quantity.unit))
    .filter(({ amount }) => !PRICE.test(amount.words));
  const certain = /合计|共计|总计|^共$|^(?:全年|四个季度|全部)/u.test(total.words);
  const carried = before.flatMap(({ mentions }) =>
    mentions.filter(({ role, quantity }) => role === 'last' && quantity.unit === total.quantity.unit),
  );
  const [earlier] = carried;
  if (earlier !== undefined && carried.length === 1 && total.words.includes('累计'))
    return ofYears(earlier, parts, total);
  if (parts.length < 2) return [];
  const suffixes = parts.slice(0, -1).map((_, from) => sumOf(parts.slice(from)));
  // 累计 and 共 may sum up something else.
  if (
    !certain &&
    !suffixes.some((one) => isSlipOf(total.quantity, one) || overlaps(one, intervalOf(total.quantity)))
  )
    return [];
  const problem = `${parts.map(({ amount }) => amount.quantity.text).join(' ＋ ')} ＝ ${shown(sumOf(parts), total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return [
    relation(
      [...parts.map(({ amount }) => amount), total],
      total,
      intervalOf(total.quantity),
      suffixes,
      problem,
    ),
  ];
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

/** 两项合计增加 284.79 万元. */
function ofChanges(items: readonly Item[], total: Mention): readonly Relation[] {
  const changes = items
    .flatMap(({ mentions }) => mentions)
    .filter(
      (one) =>
        one.role === 'change' &&
        one !== total &&
        one.quantity.unit === total.quantity.unit &&
        one.quantity.from < total.quantity.from,
    );
  if (changes.length < 2 || changes.some(({ direction }) => direction !== total.direction)) return [];
  const outcome = sum(changes.map(({ quantity }) => intervalOf(quantity)));
  const problem = `${changes.map(({ quantity }) => quantity.text).join(' ＋ ')} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return [relation([...changes, total], total, intervalOf(total.quantity), [outcome], problem)];
}

const NAMED_TOTAL = /(?:总额|总价|总价款|总数|总量|总金额|总造价|[\p{Script=Han}]{2}(?:共计|合计|总计))$/u;
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
    if (!isAmount(total) || isQualified(total) || total.lead.includes('其中')) return [];
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
  for (const one of before.toReversed()) {
    const { mention, item, lead } = one;
    if (mention.quantity.unit !== total.mention.quantity.unit || !isAmount(one)) break;
    if (item.list !== total.item.list || PRICE.test(mention.words)) break;
    parts.unshift(one);
    if (!/^(?:[、，]|和|及|与)/u.test(lead)) break;
  }
  return parts.map(({ item, mention }) => ({ item, amount: mention }));
}

function ofNamed(
  parts: readonly Part[],
  { mention: total }: Placed,
  counted: string | undefined,
): readonly Relation[] {
  const outcome = sumOf(parts);
  const count = counted === undefined ? undefined : NUMERALS.indexOf(counted) + 1 || Number(counted);
  const holds = overlaps(outcome, intervalOf(total.quantity));
  if (!holds && count !== parts.length && !isSlip(parts, total) && !isNear(parts, total)) return [];
  return [sumBehind(parts, total)];
}

/** Three counts or more that nearly make the total. */
function isNear(parts: readonly Part[], { quantity }: Mention): boolean {
  if (parts.length < 3 || quantity.kind !== 'count') return false;
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
