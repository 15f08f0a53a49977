import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

/** The same are told in several parts, or not all of it is told. */
const OVERLAPPING =
  /重复|交叉|重叠|重合|兼有|兼任|部分结合|同时(?:享受|参加|获|患|为|具有|计入|出现|属于)|去重|可以?(?:参加|享受)多|多个(?:险种|口径)|不(?:作|能|宜|可)?(?:简单)?(?:加总|相加|累加|加和)|口径不同|有交集|不计入|不列入|同步(?:施工|实施|推进)|部分[^，。；]{0,8}(?:同时|兼|重复|交叉)|尾差|四舍五入|换算(?:造成|所致|差)/u;
/** 二者不重复计算: what is told apart does not overlap. */
const APART = /(?:二者|两者|三者|互|相互|彼此|之间)(?:均|都)?(?:不|无|没有)(?:重复|交叉|重叠)/gu;
/** 主要包括水费、电费等: more of what is named there, and no more parts. */
const NAMED_ONLY = /(?:包括|用于|主要|涵盖|涉及|开展|如)[^，；。\d]*等[^，；。、\d]*/gu;
const MORE = /等[，。；）]|等$|其余[^，。；\d]*[，。；]|其余[^，。；\d]*$|另有|若干/u;

/** 其中 1 家未予补助, 扣减 2 个月: not all of what is counted was paid for. */
const NOT_ALL_PAID = /扣除|扣减|核减|减免|补发|停发|未予|未享受|未发放|不予|中途|[月天]不等/u;

/** Whether the sentence says that what one has, by how many there are, need not make what was paid. */
export function saysNotAllPaid({ text }: Sentence): boolean {
  return NOT_ALL_PAID.test(text);
}

/** Whether the sentence itself says that its parts do not make their whole. */
export function saysPartsDiffer({ members }: Pick<Relation, 'members'>, { text, from }: Sentence): boolean {
  const [first, last] = [members[0], members.at(-1)];
  if (first === undefined || last === undefined || members.length < 3) return false;
  const end = Math.max(...members.map(({ to }) => to)) - from;
  const begin = Math.min(...members.map(({ from: at }) => at)) - from;
  const told = text.slice(begin, end) + (text.slice(end, end + 12).split('；')[0] ?? '');
  return OVERLAPPING.test(text.replaceAll(APART, '')) || MORE.test(told.replaceAll(NAMED_ONLY, ''));
}
