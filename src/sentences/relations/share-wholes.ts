import { bareName, isGeneric, spellingsOf } from '../names.ts';
import type { Item, Mention } from '../sentence.ts';
import { amountsOf } from './shared-parts.ts';

const GENERIC_WHOLE =
  /^(?:总|全部|全年|全局|全单位|该|其|本年|当年)?(?:的)?(?:总额|总数|总量|总计|合计|总|金额|支出|收入|比|部|总支出|总收入|总金额|采购总额|总人数|项目总数|总个数)?$/u;

/** What the share may be a share of: what it names, or what the list is a list of. */
export function wholesOf(
  item: Item,
  { whole: words = '' }: Mention,
  items: readonly Item[],
): readonly Mention[] {
  const name = bareName(words);
  const given =
    name === '' ? [] : items.flatMap(({ mentions }) => mentions).filter((one) => isGiven(one, name));
  if (given.length > 0) return given;
  return name === '' || GENERIC_WHOLE.test(name)
    ? unnamedWholes(item, name, items)
    : namedWholes(item, name, items);
}

/** 占其采购总额 3125.60 万元的 78.97%，…占采购总额的 33.49%: the whole was told with an earlier share. */
function isGiven({ role, words }: Mention, name: string): boolean {
  return role === 'whole' && words.endsWith(name);
}

function unnamedWholes(item: Item, name: string, items: readonly Item[]): readonly Mention[] {
  const own = item.list?.whole;
  const chain = [own, own?.list?.whole].flatMap((one) =>
    one === undefined || one === item ? [] : amountsOf(one).map((amount) => totalFor(amount, one)),
  );
  if (chain.length > 0 || item.list !== undefined) return chain;
  return name === '' ? earlierOf(item, items) : firstOf(item, items);
}

/** 18 辆，每辆 42 万元，共 756 万元，其中…: of what all cost, and not of what one does. */
function totalFor(amount: Mention, { mentions }: Item): Mention {
  const total = mentions.find(
    ({ role, quantity }) => role === 'total' && quantity.unit === amount.quantity.unit,
  );
  return /每|单价/u.test(amount.words) && total !== undefined ? total : amount;
}

function namedWholes(item: Item, name: string, items: readonly Item[]): readonly Mention[] {
  const budgets = items.flatMap(({ mentions }) => mentions).filter((one) => isBudget(one, name));
  if (budgets.length > 0) return budgets;
  const spellings = spellingsOf(name);
  const others = items.filter((one) => one !== item && one.name !== '');
  const named = others.filter((one) =>
    spellingsOf(one.name).some((spelling) => spellings.includes(spelling)),
  );
  if (named.length > 0) return named.flatMap(amountsOf);
  return others
    .filter((one) => one.name.length > 2 && (one.name.endsWith(name) || name.endsWith(one.name)))
    .flatMap(amountsOf);
}

/** 概算 1,200.00 万元，累计完成 900.00 万元，占概算的 75%. */
function isBudget({ role, words }: Mention, name: string): boolean {
  return (role === 'budget' || role === 'initial' || role === 'adjusted') && words.endsWith(name);
}

/** A share without more is of what the sentence told under the same name, or of what it began with. */
function earlierOf(item: Item, items: readonly Item[]): readonly Mention[] {
  const same = items.find((one) => one !== item && one.name !== '' && one.name === item.name);
  if (same !== undefined) return amountsOf(same);
  const [first] = items;
  if (first === undefined || first === item || first.mentions.some(({ role }) => role === 'share')) return [];
  return amountsOf(first);
}

/** 项目12个…优9个，占总数的75%: the whole that the sentence began with. */
function firstOf(item: Item, items: readonly Item[]): readonly Mention[] {
  const [first] = items;
  return first === undefined || first === item || isGeneric(first.name) ? [] : amountsOf(first);
}

/** Whether the words name no whole. */
export function isImplied({ whole = '' }: Mention): boolean {
  return GENERIC_WHOLE.test(bareName(whole));
}
