import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, overlaps, percent, widened } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import type { Item, Mention, Sentence } from '../sentence.ts';
import { isWithinStretch } from './stretches.ts';
import { rateOf, relation, shown, type Relation } from './relation.ts';
import { isImplied, wholesOf } from './share-wholes.ts';
import { amountsOf, ofYearBeside, unboundedParts } from './shared-parts.ts';

/** A list of shares is balanced to 100.00 by moving one of them by a step. */
const BALANCED = new Exact('0.01');
/** 产业类 23 个、资金占 62.5%: of the money and not of the projects. */
const OF_MONEY = /(?:资金|投资|金额|经费|产值|收入|支出)[^，。；：、]{0,3}占/u;

/** Part, whole and share fit together (R63). */
export function shareRelations(sentence: Sentence): readonly Relation[] {
  const bare = new Map<unknown, Relation[]>();
  const named = sentence.items.flatMap((item, index) =>
    item.mentions.flatMap((share) => {
      if (share.role !== 'share' || isOfSeveral(share, sentence)) return [];
      const found = ofShare(item, share, index, sentence);
      const relations = mayReachBack(item, sentence)
        ? found
        : found.filter((one) => isWithinStretch(one, sentence));
      if (share.bare !== true) return relations;
      bare.set(item.list, [...(bare.get(item.list) ?? []), ...relations]);
      return [];
    }),
  );
  return [...named, ...[...bare.values()].filter(areShares).flat()];
}

/** A list goes on behind a semicolon, and so does what is told of under the same name. */
function mayReachBack({ list, name }: Item, { items }: Sentence): boolean {
  return list !== undefined || (name !== '' && items.filter((one) => one.name === name).length > 1);
}

/** Rates alone in brackets are shares of the list's whole where most of them are: they may be rates of completion. */
function areShares(relations: readonly Relation[]): boolean {
  const holding = relations.filter(({ holds }) => holds).length;
  return holding * 2 >= relations.length && holding > 0;
}

/** 中央资金 120.00 万元、…，共 200.00 万元，中央资金占 60%: a part that was told before, of the total behind it. */
function ofToldPart(item: Item, share: Mention, items: readonly Item[]): readonly Relation[] {
  if (share.whole !== '' || item.name === '' || amountsOf(item).length > 0) return [];
  const told = items.find((one) => one !== item && one.name.endsWith(item.name) && amountsOf(one).length > 0);
  const end = told?.mentions.at(-1)?.quantity.to;
  const total = items
    .flatMap(({ mentions }) => mentions)
    .findLast(
      ({ role, quantity }) =>
        role === 'total' && quantity.from >= (end ?? Infinity) && quantity.to < share.quantity.from,
    );
  return told === undefined || total === undefined
    ? []
    : ofGivenWhole(amountsOf(told), share, total.quantity);
}

function ofShare(item: Item, share: Mention, index: number, { items }: Sentence): readonly Relation[] {
  const again = ofToldPart(item, share, items.slice(0, index + 1));
  if (again.length > 0) return again;
  const beside = ofYearBeside(item, share);
  const own =
    beside ??
    ofSameName(item, share, items).filter((part) => isMeant(part, share, item) && !isToldLater(part, share));
  const parts = unboundedParts(item, own);
  if (share.of !== undefined) return ofGivenWhole(parts, share, share.of);
  const total = totalBefore(item, share);
  // 四季度 15.00 万元，全年共 60.00 万元，四季度占 25%
  if (total !== undefined && share.subject !== '')
    return ofGivenWhole(amountsOf(item), share, total.quantity);
  const given = givenBefore(share, items);
  if (given !== undefined && item.list === undefined) return ofEarlierWhole(parts, share, given, items);
  const pairs = wholesOf(item, share, items.slice(0, index + 1)).flatMap((whole) => {
    const part = parts.find(({ quantity }) => quantity.unit === whole.quantity.unit);
    const outcome = part && percent(intervalOf(part.quantity), intervalOf(whole.quantity));
    if (outcome === undefined || (outcome.low.gt(100) && isOpen(item, share))) return [];
    return [{ part, whole, outcome }];
  });
  const [first] = pairs;
  if (first?.part === undefined) return [];
  const told = widened(rateOf(share), isBalanced(item) ? BALANCED : '0');
  const { part, whole, outcome } = first;
  const problem = `${part.quantity.text} ÷ ${whole.quantity.text}，占比应为 ${shown(outcome, '%')}，文中写 ${share.quantity.text}`;
  const members = [part, ...pairs.map((pair) => pair.whole), share];
  return [
    relation(
      members,
      share,
      told,
      pairs.map((pair) => pair.outcome),
      problem,
      share.quantity.half.times(2),
    ),
  ];
}

/** 县级占 40%，截至年底已到位 9800 万元: what is told behind a share of what has come in since. */
function isToldLater({ quantity, words }: Mention, share: Mention): boolean {
  return quantity.from > share.quantity.from && /^截[至止]|到位/u.test(words);
}

/** 两项合起来，中小企业占 1,600 万元的 50%: of more than the part right before. */
const OF_SEVERAL =
  /(?:[两三四五六]项|两者|三者|以上|上述)(?:合起来|合计|合并|相加|加起来|一起)|合起来|合并计算/u;

function isOfSeveral({ of }: Mention, { text, from }: Sentence): boolean {
  if (of === undefined) return false;
  const stretch =
    text
      .slice(0, of.from - from)
      .split(/[。；]/u)
      .at(-1) ?? '';
  return OF_SEVERAL.test(stretch);
}

/** 产业项目 5 个、资金 780 万元，占 65%: of what stands right before it, and not of the projects. */
function isMeant(part: Mention, share: Mention, { mentions, list }: Item): boolean {
  if (part.quantity.kind !== 'money' && OF_MONEY.test(share.words)) return false;
  const before = mentions
    .slice(0, mentions.indexOf(share))
    .filter(({ quantity }) => quantity.kind !== 'rate');
  const last = before.at(-1);
  return list === undefined || last?.quantity.kind !== 'money' || part.quantity.kind === 'money';
}

/** Of a whole that the words do not name: what is more than it is no part of it. */
function isOpen({ list }: Item, share: Mention): boolean {
  return list !== undefined || isImplied(share);
}

/** 网上 18.6 万件，占总量 24.8 万件的 75%，窗口 6.2 万件，占 25%: the whole that a share before was told of. */
function ofEarlierWhole(
  parts: readonly Mention[],
  share: Mention,
  given: Quantity,
  items: readonly Item[],
): readonly Relation[] {
  const earlier = items.flatMap(({ mentions }) => mentions.map(({ quantity }) => quantity));
  const wholes = earlier.filter(
    ({ unit, from }) => unit === given.unit && from < (parts[0]?.quantity.from ?? 0),
  );
  const held = wholes.flatMap((whole) => ofGivenWhole(parts, share, whole)).find(({ holds }) => holds);
  return held === undefined ? ofGivenWhole(parts, share, given) : [held];
}

function givenBefore({ whole, quantity }: Mention, items: readonly Item[]): Quantity | undefined {
  if (whole !== '') return undefined;
  const shares = items.flatMap(({ mentions }) => mentions).filter(({ role }) => role === 'share');
  return shares.findLast((one) => one.of !== undefined && one.quantity.from < quantity.from)?.of;
}

/** 占培训班经费 21.00 万元的 30%. */
function ofGivenWhole(parts: readonly Mention[], share: Mention, of: Quantity): readonly Relation[] {
  const part = parts.find(({ quantity }) => quantity.unit === of.unit);
  const outcome = part && percent(intervalOf(part.quantity), intervalOf(of));
  if (part === undefined || outcome === undefined) return [];
  const problem = `${part.quantity.text} ÷ ${of.text}，占比应为 ${shown(outcome, '%')}，文中写 ${share.quantity.text}`;
  const members = [part.quantity, of, share.quantity];
  return [{ members, result: share.quantity, holds: overlaps(rateOf(share), outcome), problem }];
}

/** 第四季度支出 187.50 万元，第四季度占全年支出 600.00 万元的…: what is told of under a longer name. */
function ofSameName(item: Item, share: Mention, items: readonly Item[]): readonly Mention[] {
  const own = partsOf(item, share);
  if (own.length === 0) return ofShortName(item, items.slice(0, items.indexOf(item)));
  if (own.some(({ quantity }) => quantity.unit === share.of?.unit) || share.of === undefined) return own;
  const earlier = items.slice(0, items.indexOf(item));
  const named = earlier.filter(({ name }) => item.name.length > 1 && name.startsWith(item.name));
  return named.length === 1 ? named.flatMap(amountsOf) : own;
}

/** 药品收入 6840 万元，药占比 24%: what stands right before it begins with its name. */
function ofShortName({ name, list }: Item, before: readonly Item[]): readonly Mention[] {
  const last = before.at(-1);
  const isSame = last !== undefined && name !== '' && last.list === list && last.name.startsWith(name);
  return isSame ? amountsOf(last) : [];
}

/** What a share is told of: a total that stands before it, or what its item tells. */
function partsOf(item: Item, share: Mention): readonly Mention[] {
  const total = totalBefore(item, share);
  return total === undefined ? amountsOf(item) : [total];
}

function totalBefore({ mentions }: Item, share: Mention): Mention | undefined {
  return mentions.slice(0, mentions.indexOf(share)).findLast(({ role }) => role === 'total');
}

/** The shares of its list make exactly a hundred. */
function isBalanced({ list }: Item): boolean {
  if (list === undefined) return false;
  const shares = list.parts.flatMap(({ mentions }) => mentions.filter(({ role }) => role === 'share'));
  const total = shares.reduce((all, { quantity }) => all.plus(quantity.value), new Exact(0));
  return total.eq(100);
}
