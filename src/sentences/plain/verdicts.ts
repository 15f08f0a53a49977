import { isAmount, isExact, only, stretchesOf } from '../equations/beside.ts';
import { asWritten, isBelow } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import { textBetween, type Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { ofUnitOf, textOf, wrong } from './slip.ts';

const AIM = /目标|标准|要求|指标|规定|控制|任务|限额|上限|底线/u;
const AT_LEAST = /(?:不低于|不少于|不小于|≥|至少)$/u;
const AT_MOST = /(?:不超过|不高于|不多于|不大于|≤|至多)$/u;
const NAMES = '(?:年度|年初|全年|绩效|预期|既定|预定|规定|设定)*(?:目标|标准|要求|指标|任务)(?:值|要求)?';
const VERDICTS: readonly (readonly [met: boolean, words: RegExp])[] = [
  [
    false,
    new RegExp(`^[，（]?(?:仍|尚|均)?(?:未|没有)(?:能)?(?:达到|完成|实现|达成)${NAMES}(?=[，。；）]|$)`, 'u'),
  ],
  [
    true,
    new RegExp(
      `^[，（]?(?:均|已|全面|圆满|如期|顺利|超额)?(?:达到|完成|实现|达成|符合|优于)了?${NAMES}(?=[，。；）]|$)`,
      'u',
    ),
  ],
];
/** Beyond what was allowed, and within it. */
const BOUNDS: readonly (readonly [within: boolean, words: RegExp])[] = [
  [false, new RegExp(`^[，（]?(?:已)?(?:超出|超过|突破|超)了?${NAMES}(?=[，。；）]|$)`, 'u')],
  [true, new RegExp(`^[，（]?(?:均)?(?:未|没有)(?:超出|超过|突破)${NAMES}(?=[，。；）]|$)`, 'u')],
];
const OVERDONE = /^，(?:已|全面|圆满)*超额完成(?:年度|全年)?(?:目标|任务|计划)/u;
const UNDONE = /^，(?:仍|尚)?(?:未|没有)(?:能)?(?:完成|达到)(?:年度|全年)?(?:目标|任务|计划)(?=[，。；]|$)/u;
/** What each of something has is held against what each may have. */
const EACH = /每|人均/u;

/** What words say of a number and of what bounds it, or of a rate of completion. */
export function plainVerdicts(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) => [
    ...all.flatMap((one) => ofCompletion(one, sentence)),
    ...all.flatMap((bound) => ofBound(bound, all, sentence)),
    ...ofOrder(all, sentence),
  ]);
}

/** 完成率 90%，超额完成目标. */
function ofCompletion(one: Placed, { text, from }: Sentence): readonly Relation[] {
  const { quantity } = one.mention;
  if (quantity.unit !== '%' || !/完成率(?:为|达到?)?$/u.test(one.clause) || !isExact(one)) return [];
  const isEnough = quantity.value.gte(100);
  const words = (isEnough ? UNDONE : OVERDONE).exec(text.slice(quantity.to - from))?.[0];
  if (words === undefined) return [];
  const problem = `完成率 ${quantity.text}${isEnough ? '不低于' : '不足'} 100%，不能写“${words.slice(1)}”`;
  return [wrong([one], problem)];
}

/** 不超过 40 分钟，实际 46 分钟，达到预期目标; 成活率 88%，目标不低于 85%，未达到目标. */
function ofBound(bound: Placed, all: readonly Placed[], sentence: Sentence): readonly Relation[] {
  const least = AT_LEAST.test(bound.lead);
  const isBound = (least || AT_MOST.test(bound.lead)) && AIM.test(bound.clause);
  const value = isBound ? onlyBeside(bound, all) : undefined;
  if (value === undefined) return [];
  // 达到目标 is told of the last number before it.
  const last = all.indexOf(value) > all.indexOf(bound) ? value : bound;
  const claim = sentence.text.slice(last.mention.quantity.to - sentence.from);
  const isMet = metBy(value.mention.quantity, bound.mention.quantity, least);
  const said = [...VERDICTS, ...(least ? [] : BOUNDS)].find(([, words]) => words.test(claim));
  if (isMet === undefined || said === undefined || said[0] === isMet) return [];
  const words = claim.slice(0, said[1].exec(claim)?.[0].length).replace(/^，/u, '');
  const problem = `${least ? '不低于' : '不超过'} ${textOf(bound)}，实际 ${textOf(value)}，不能写“${words}”`;
  return [wrong([bound, value], problem)];
}

/** The only other number of its unit that is told of as many. */
function onlyBeside(bound: Placed, all: readonly Placed[]): Placed | undefined {
  return only(
    ofUnitOf(bound, all).filter(
      (one) => one !== bound && isExact(one) && EACH.test(one.clause) === EACH.test(bound.clause),
    ),
  );
}

function metBy(value: Quantity, bound: Quantity, least: boolean): boolean | undefined {
  const [a, b] = [asWritten(value), asWritten(bound)];
  if (least) return isBelow(a, b) ? false : value.value.gte(bound.value) ? true : undefined;
  return isBelow(b, a) ? false : value.value.lte(bound.value) ? true : undefined;
}

const FIRST = /最(?:大|多|高)的(?:是|为)[\p{Script=Han}“”]{1,14}$/u;
const NEXT = /^，其次(?:是|为)[\p{Script=Han}“”]{1,14}$/u;

/** 最大的是 A 1460 万元，其次是 B 1280 万元. */
function ofOrder(all: readonly Placed[], sentence: Sentence): readonly Relation[] {
  return all.slice(1).flatMap((next, at) => {
    const first = all[at];
    if (first === undefined || !FIRST.test(first.clause) || !NEXT.test(next.lead)) return [];
    const isAlike = ofUnitOf(first, [next]).length > 0 && isAmount(first) && isExact(first) && isExact(next);
    if (!isAlike || !isBelow(asWritten(first.mention.quantity), asWritten(next.mention.quantity))) return [];
    const words = textBetween(first.mention, next.mention, sentence).slice(1);
    return [wrong([next, first], `${textOf(first)}比 ${textOf(next)} 小，不是最大的；“${words}”`)];
  });
}
