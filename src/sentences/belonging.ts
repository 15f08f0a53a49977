import { BUDGETS, type Role } from './roles.ts';
import type { Item, Mention } from './sentence.ts';

/** Roles of which an item has one for each unit. */
export const SLOTS: ReadonlySet<Role> = new Set([
  'amount',
  'outturn',
  'last',
  'initial',
  'adjusted',
  'budget',
  'base',
  'other',
]);

export const CURRENT: ReadonlySet<Role> = new Set(['amount', 'outturn', 'other']);

/** The budget that numbers tell, as long as they tell nothing else: what grows behind it is the budget. */
export function budgetTold(mentions: readonly Mention[]): Mention | undefined {
  if (mentions.some(({ role }) => CURRENT.has(role) || role === 'completion')) return undefined;
  return mentions.findLast(({ role }) => BUDGETS.has(role));
}

/** Whether a number tells more of what the sentence is speaking of. */
export function isAbout(current: Item, mention: Mention, name: string): boolean {
  if (mention.of !== undefined) return true;
  const another = name !== '' && name !== current.name;
  if (!SLOTS.has(mention.role)) return !another || belongs(mention, name, current);
  if (current.mentions.some((one) => sameSlot(one, mention) || isOfEarlierYear(one, mention))) return false;
  return !another || isAspect(name, mention, current);
}

function sameSlot(a: Mention, b: Mention): boolean {
  if (a.quantity.unit !== b.quantity.unit) return false;
  return a.role === b.role || (CURRENT.has(a.role) && CURRENT.has(b.role));
}

/** 2021年 400 人、2022年 460 人: each year in its turn, and none of them this year's. */
function isOfEarlierYear(one: Mention, { role, words }: Mention): boolean {
  const [year, next] = [one.words, words].map((all) => /(\d{4})年/u.exec(all)?.[1]);
  return role === 'last' && CURRENT.has(one.role) && year !== undefined && next !== undefined && year < next;
}

const ASPECT =
  /^(?:采购|项目|合同|成交|中标|招标|支付|批复|年度|部门|单位|实际|最终)?(?:采购|金额|资金|总额|支出|预算)?$|^(?:本年|当年|今年)(?:支出|收入|度)?$|^实际.{0,4}$/u;

const VERB =
  /^(?:新增|完成|办理|受理|发放|建成|新建|改造|举办|开展|培训|接待|处理|实现|安置|审批|办结|修缮|种植|服务)$/u;

/** Names of kinds of money that a number about the same thing may have: 采购预算, 成交; 上年支出…，本年支出…. */
function isAspect(name: string, { role }: Mention, current: Item): boolean {
  // 新增高标准农田 1.35 万亩，上年新增 1.12 万亩: what was done then is called by the verb alone.
  if (role === 'last' && VERB.test(name) && current.name.includes(name)) return true;
  if (!ASPECT.test(name)) return false;
  return (
    role !== 'amount' ||
    (current.name !== '' &&
      current.mentions.some((one) => ['last', 'initial', 'adjusted', 'budget', 'base'].includes(one.role)))
  );
}

/** 项目支出2895.00万元，支出执行率96%: the rate is told of what stands before. */
function belongs({ role }: Mention, name: string, current: Item): boolean {
  if (role === 'share') return false;
  if (current.name.endsWith(name) || name.endsWith(current.name)) return current.name !== '';
  return role === 'completion' || role === 'saving' || role === 'perHead' || role === 'total'
    ? ASPECT.test(name)
    : false;
}
