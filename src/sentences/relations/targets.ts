import { intervalOf, minus, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { relation, shown, signed, type Relation } from './relation.ts';

const AIMED = /目标|计划|考核值|指标值|任务|预期|要求|序时|定额|标准值/u;
/** 比目标值高, 超出计划, 低于考核值: how far what was reached lies from what was aimed at. */
const APART = new RegExp(
  `(?:[比较距]|高于|超过?|超出|超额完成|多于|高出|多出|优于|快于|低于|少于|慢于|落后于?|未达到?)(?:了|年度|全年|年初|既定|规定|设定|预设|原定|进度)*(?:${AIMED.source})(?:进度|[数值]|任务|目标|时间)?(?:要求|水平)?(?:还|仍|尚)?(?:提高|提升|降低|下降|[高低多少快慢差超欠])?(?:了|出|完成|约)?$|^(?:超额|超目标|超计划|超出|多完成|少完成|欠)(?:完成)?$`,
  'u',
);
const NEAR = 3;
const BELOW = /低|少|慢|落后|未达|差|欠|下降/u;

/** 目标值 95%，实际 92.4%，比目标值低 2.6 个百分点: what was aimed at, what was reached, and how far apart they are. */
export function targetRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((gap, index) => {
    const { clause, mention } = gap;
    if (!APART.test(clause) || mention.quantity.approximation !== undefined) return [];
    // 完成目标的 108.50%，超额完成 272 对: a rate may stand between.
    const { quantity } = mention;
    const own = all
      .slice(Math.max(index - NEAR, 0), index)
      .filter((one) => one.mention.quantity.unit === (quantity.kind === 'points' ? '%' : quantity.unit));
    return ofGap(gap, own.slice(-2));
  });
}

function ofGap(gap: Placed, before: readonly Placed[]): readonly Relation[] {
  const [a, b] = before;
  if (a === undefined || b === undefined || !isApart(gap.mention, a.mention, b.mention)) return [];
  const [aim, reached] = isAim(a) && !isAim(b) ? [a, b] : isAim(b) && !isAim(a) ? [b, a] : [];
  if (aim === undefined || reached === undefined) return [];
  // 超过年度目标 36 学时 names the target itself.
  if (gap.mention.quantity.value.eq(aim.mention.quantity.value)) return [];
  const direction = BELOW.test(gap.clause.replace(AIMED, '')) ? -1 : 1;
  const outcome = minus(intervalOf(reached.mention.quantity), intervalOf(aim.mention.quantity));
  const problem = `目标 ${aim.mention.quantity.text}，实际 ${reached.mention.quantity.text}，应${spoken(outcome, gap.mention.quantity.unit)}，文中写 ${gap.clause}${gap.mention.quantity.text}`;
  const told = signed(intervalOf(gap.mention.quantity), direction);
  return [relation([aim.mention, reached.mention, gap.mention], gap.mention, told, [outcome], problem)];
}

/** 高出 2.2个百分点, 少 36人. */
function spoken({ low, high }: Interval, unit: string): string {
  const down = low.plus(high).isNegative();
  return `${unit === '个百分点' ? (down ? '低' : '高') : down ? '少' : '多'} ${shown(down ? signed({ low, high }, -1) : { low, high }, unit)}`;
}

/** Points lie between two rates, counts between two counts of one unit. */
function isApart({ quantity: gap }: Mention, { quantity: a }: Mention, { quantity: b }: Mention): boolean {
  if (a.unit !== b.unit || a.approximation !== undefined || b.approximation !== undefined) return false;
  return gap.kind === 'points' ? a.unit === '%' : gap.unit === a.unit && gap.unit !== '%';
}

function isAim({ clause, lead }: Placed): boolean {
  return AIMED.test(clause) || clause.includes('原定') || (clause === '' && AIMED.test(lead));
}

const REACHED = /实际|完成/u;
const AT_MOST = /≤|不超过|不高于|不多于|以内|控制|成本|费用|时限|时长|工期|投诉|差错|故障|事故|逾期/u;
const NAMED_AIM = '(?:年度|年初|全年|绩效|预期|既定|预定|目标|指标|任务|计划|值|要求)';
/** 未完成年度指标, 完成年度目标: what is told of two numbers right behind them. */
const CLAIM = new RegExp(
  `^[^，。；、\\d]{0,4}，(?:均|已|全面|圆满|如期|顺利|仍|尚|但)?(?<not>未|没有)?(?:能|全部)?(?:超额)?(?:(?<over>超过|超出|高于)|(?<under>低于|少于)|完成|达到?|达成|实现)了?(?:${NAMED_AIM}+)(?=[，。；]|$)`,
  'u',
);

/** 年度指标值 ≥300 人次，实际完成 386 人次，未完成年度指标: what was aimed at, what was reached, and whether that is enough. */
export function reachedRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.slice(1).flatMap((reached, index) => {
    const aim = all[index];
    if (aim === undefined || !isAim(aim) || !REACHED.test(reached.clause) || isAim(reached)) return [];
    const [a, b] = [aim.mention.quantity, reached.mention.quantity];
    if (a.unit !== b.unit || b.approximation !== undefined || AT_MOST.test(aim.clause + aim.behind))
      return [];
    const claim = CLAIM.exec(sentence.text.slice(b.to - sentence.from));
    if (claim === null) return [];
    const isUnder = claim.groups?.['under'] !== undefined;
    const isEnough = isUnder === (claim.groups?.['not'] !== undefined);
    const problem = `目标 ${a.text}，实际 ${b.text}，文中写“${claim[0].replace(/^[^，]*，/u, '')}”`;
    return [{ members: [a, b], result: b, holds: isEnough === b.value.gte(a.value), problem }];
  });
}
