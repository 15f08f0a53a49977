import { Exact } from '../../accounts/decimal.ts';
import { isExact, stretchesOf } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { asWritten, isBelow } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Role } from '../roles.ts';
import type { Sentence } from '../sentence.ts';

const GOAL = '目标值?|标准|要求|任务|计划|指标值?|限额|上限|红线|底线|规定|考核值?|控制[线数]|警戒线|基准';
/** Words between a comparison and the number that it is made with. */
const BETWEEN = String.raw`(?:了|到|于)?(?:[\p{Script=Han}“”]|\d{4}年(?:度|底|末)?){0,14}`;
const AT_HEAD = '^[已均仍虽但而却并也都还尚略远大幅明显全部总体提前超额也就即是为]*';
const OVER = '(?:达到|完成)?(?:并|且|了)?(?:超过|高于|超出|突破|大于|多于)';
const UNDER = '(?:低于|少于|小于|不足|未达到?|未完成|没有达到|未能达到|没有完成|未能完成)';
const WITHIN = '(?:控制在|未超过?|未超出|未突破|没有超过|不高于|没有突破|未高于)';
const MET = '(?:达到|完成|实现|达成)';
/** Which way a number lies from the goal behind it, by the words before that. */
const SIDES: readonly (readonly [side: 'over' | 'under' | 'within' | 'met', words: RegExp])[] = [
  ['over', new RegExp(`${AT_HEAD}${OVER}${BETWEEN}$`, 'u')],
  ['under', new RegExp(`${AT_HEAD}${UNDER}${BETWEEN}$`, 'u')],
  ['within', new RegExp(`${AT_HEAD}${WITHIN}${BETWEEN}$`, 'u')],
  ['met', new RegExp(`${AT_HEAD}${MET}${BETWEEN}$`, 'u')],
];
const ABOUT_GOALS = new RegExp(GOAL, 'u');
const GOAL_BEFORE = new RegExp(`(?:${GOAL})[的为是]*$`, 'u');
const GOAL_BEHIND = new RegExp(`^的?[^，。；、\\d]{0,6}(?:${GOAL})`, 'u');
/** What should be much: of 投诉率 and of costs less is better, and a goal is met from above. */
const MUCH =
  /(?:满意|合格|完成|覆盖|办结|达标|及格|优良|就业|结算|入学|接通|及时|准确|完好|签约|接种|普及|巩固|通过|整改|答复|利用|共享|升学|参保|参与|知晓|治愈|建档)[率度]/u;
const COUNTED_GOODS = new Set([
  '个',
  '家',
  '所',
  '场',
  '期',
  '人',
  '人次',
  '户',
  '件',
  '亩',
  '公里',
  '处',
  '座',
  '套',
]);
/** 未完成 1 项为基建验收指标: how many were not done. */
const NOT_DONE = /(?:未|没有|未能)完成$/u;
const NO_GOALS: ReadonlySet<Role> = new Set(['change', 'gap', 'whole']);
const NOT_OWN: ReadonlySet<Role> = new Set([
  'change',
  'changeRate',
  'points',
  'last',
  'base',
  'gap',
  'whole',
]);

/** 结算率 85%，达到并高于 90% 的要求; 单台 3150 元，控制在 3000 元标准以内: a number and the goal that it is told to meet. */
export function goalRelations(sentence: Sentence): readonly Relation[] {
  if (!ABOUT_GOALS.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((goal, at) => {
      const before = all.slice(0, at);
      const own = ownBefore(goal, before);
      return own === undefined || !isGoal(goal) || isMetTogether(goal, before) ? [] : ofTwo(own, goal);
    }),
  );
}

/** 完成目标值 95% 的 98%: of the goal. */
const OF_IT = /^的\s*\d/u;

function isGoal({ clause, behind, mention: { after, role } }: Placed): boolean {
  if (NO_GOALS.has(role) || OF_IT.test(behind) || (NOT_DONE.test(clause) && !/^的/u.test(behind)))
    return false;
  return GOAL_BEFORE.test(clause) || GOAL_BEHIND.test(after);
}

/** The number right before, of the same unit and of this year; none where it is a goal itself or told of each of several. */
function ownBefore({ mention: { quantity } }: Placed, before: readonly Placed[]): Placed | undefined {
  const own = before.findLast(
    ({ mention: one }) => one.quantity.unit === quantity.unit && !NOT_OWN.has(one.role),
  );
  if (own === undefined || isGoal(own) || /分别|(?<![人户站日月年台件生床])均[为达]?$/u.test(own.clause))
    return undefined;
  return own.mention.elsewhen === true || !isExact(own) ? undefined : own;
}

/** 新建 3 座、改造 6 座，完成计划 9 座: the last numbers before a goal are as many together. */
function isMetTogether({ mention: { quantity: goal } }: Placed, before: readonly Placed[]): boolean {
  const alike = before.filter(({ mention: { quantity } }) => quantity.unit === goal.unit).toReversed();
  return alike.some((_, last) => {
    const together = alike.slice(0, last + 1).map(({ mention: { quantity } }) => quantity.value);
    return together.length > 1 && Exact.sum(...together).eq(goal.value);
  });
}

function ofTwo(own: Placed, goal: Placed): readonly Relation[] {
  const found = SIDES.find(([, words]) => words.test(goal.clause));
  if (found === undefined || /每/u.test(goal.clause)) return [];
  const [side] = found;
  if (side === 'met' && !isMuch(own)) return [];
  // 3.28 万元，低于标准 0.22 万元: by how much, and no goal.
  const isGap =
    GOAL_BEFORE.test(goal.clause) && goal.mention.quantity.value.times(2).lt(own.mention.quantity.value);
  if (isGap) return [];
  const [a, b] = [asWritten(own.mention.quantity), exactly(goal.mention.quantity.value)];
  const isOver = side === 'over' || side === 'met';
  const holds = !(isOver ? isBelow(a, b) : isBelow(b, a));
  const problem = `${own.mention.quantity.text}与 ${goal.mention.quantity.text} 相比，不能写“${goal.clause}${goal.mention.quantity.text}”`;
  const members = [own.mention.quantity, goal.mention.quantity];
  return holds ? [] : [{ members, result: own.mention.quantity, holds, problem }];
}

function isMuch({ clause, mention: { quantity } }: Placed): boolean {
  return quantity.unit === '%'
    ? MUCH.test(clause)
    : COUNTED_GOODS.has(quantity.unit) && !/时限|用时|投诉|事故|差错/u.test(clause);
}
