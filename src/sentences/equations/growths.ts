import type { Mention, Sentence } from '../sentence.ts';
import type { Relation } from '../relations/relation.ts';
import type { Placed } from '../relations/placed.ts';
import { isAmount, isBefore, isExact, sameUnit, stretchesOf, wordsOf } from './beside.ts';
import { exactly, growth, over, rest, share, toldBy } from './equation.ts';
import { minus, sum, times, type Interval } from '../interval.ts';

const UP = /增|升|提高|上涨|扩大|多|涨|新|超/u;
const DOWN = /降|减|少|下浮|缩|节|压/u;
/** 新增, 净增, 新购, 减少: what came or went between two numbers. */
const CAME =
  /(?:新增|净增|增加|新购|新建|新征集|新添|购入|扩大|增|多)[^，。；：、\d]{0,8}$|(?:减少|净减|压减|下降|核减|少|降低)[^，。；：、\d]{0,4}$/u;
const BOTH = /均|都|分别/u;

interface Pair {
  readonly before: Placed;
  readonly now: Placed;
}

/** From–to–change–rate: each of the four by the others. */
export function growthEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) => {
    const pairs = pairsIn(stretch);
    return stretch.flatMap((one) => [...ofRate(one, pairs, stretch), ...ofChange(one, pairs, stretch)]);
  });
}

/** An earlier number and the one of the same unit that stands nearest to it, before or behind. */
function pairsIn(stretch: readonly Placed[]): readonly Pair[] {
  const amounts = stretch.filter((one) => isAmount(one) && isExact(one));
  const earlier = new Set(amounts.filter((one) => isBefore(one) || isAlsoBefore(one, stretch)));
  return [...earlier].flatMap((before) => {
    const at = amounts.indexOf(before);
    const fits = (one: Placed | undefined): one is Placed =>
      one !== undefined && sameUnit(one.mention, before.mention) && !earlier.has(one) && isNow(one);
    const turned = /[由从自][^，。；：]*$/u.test(before.clause);
    const [behind, ahead] = [amounts.slice(at + 1).find(fits), amounts.slice(0, at).findLast(fits)];
    const now = turned ? (behind ?? ahead) : (ahead ?? behind);
    return now === undefined ? [] : [{ before, now }];
  });
}

/** 本年 6 场，支出 13.8 万元，上年 7 场，支出 16.8 万元: told of the year before that began with the number before it. */
function isAlsoBefore(one: Placed, stretch: readonly Placed[]): boolean {
  const at = stretch.indexOf(one);
  const last = stretch[at - 1];
  if (last?.mention.role !== 'last' || sameUnit(last.mention, one.mention) || !/^，/u.test(one.lead))
    return false;
  return stretch
    .slice(0, at - 1)
    .some((now) => sameUnit(now.mention, one.mention) && wordsOf(now) === wordsOf(one) && !isBefore(now));
}

const NOW: ReadonlySet<Mention['role']> = new Set(['amount', 'outturn', 'total']);

/** 两年累计 520 条, 完成 45 项: what is no state that grew. */
const NO_STATE = /累计|合计|共计|总计|年共|完成|办结|支付|领用|使用/u;

function isNow(one: Placed): boolean {
  return NOW.has(one.mention.role) && !came(one) && !NO_STATE.test(one.clause);
}

/** 增加 60 张, and not 增加到 320 张. */
function came(one: Placed): boolean {
  const words = wordsOf(one);
  return CAME.test(words) && !/(?:至|到|达到?|为|总[数量])[^，。；：、]{0,8}$/u.test(words);
}

function directionOf(one: Placed): -1 | 0 | 1 {
  const words = wordsOf(one);
  if (one.mention.direction !== 0) return one.mention.direction;
  return UP.test(words) ? 1 : DOWN.test(words) ? -1 : 0;
}

function ofRate(rate: Placed, pairs: readonly Pair[], stretch: readonly Placed[]): readonly Relation[] {
  const { quantity, role, of } = rate.mention;
  if (quantity.kind !== 'rate' || of !== undefined || !isExact(rate)) return [];
  // 连续三年压减 5%, 年均增长 20%: of each year.
  if (/连续|每年|逐年|年均/u.test(rate.clause)) return [];
  const direction = directionOf(rate);
  if (role !== 'changeRate' && !(direction !== 0 && /[增降减升涨][^，。；：、率]*$/u.test(wordsOf(rate))))
    return [];
  if (direction === 0 || leadsOn(rate, stretch)) return [];
  const all = BOTH.test(rate.clause);
  const own = ofChangeBefore(rate, pairs, stretch);
  return own.map(({ before, now }) =>
    growth(before.mention, now.mention, rate.mention, direction, {
      named: isNearest(pairs, before, rate, stretch) && (all || own.length === 1),
      twins: twinsOf(before.mention, now.mention, direction),
    }),
  );
}

/** 上年 7 场，支出 16.8 万元，经费减少 3 万元，下降 17.86%: behind the change of one of them, a rate is of that one. */
function ofChangeBefore(rate: Placed, pairs: readonly Pair[], stretch: readonly Placed[]): readonly Pair[] {
  const change = stretch[stretch.indexOf(rate) - 1];
  if (change?.mention.role !== 'change' || !/^，[^，。；：]{0,2}$/u.test(rate.lead)) return pairs;
  const own = pairs.filter(({ before }) => sameUnit(before.mention, change.mention));
  return own.length > 0 ? own : pairs;
}

/** 由 20 万减少 50% 至 10 万，恢复增长 50%，达到 15 万: it leads on to a further number, from the last one before. */
function leadsOn(rate: Placed, stretch: readonly Placed[]): boolean {
  const next = stretch[stretch.indexOf(rate) + 1];
  const isFurther = stretch
    .slice(0, stretch.indexOf(rate))
    .some(({ mention }) => mention.role === 'changeRate');
  return (
    isFurther &&
    next !== undefined &&
    isAmount(next) &&
    /^，?(?:达到?|至|到|[回恢]复?[到至]|[升增降减]至)/u.test(next.lead)
  );
}

/** The change held against the new, and the new against the old. */
function twinsOf(before: Mention, now: Mention, direction: number): readonly (Interval | undefined)[] {
  const [a, b] = [toldBy(before), toldBy(now)];
  const change = direction > 0 ? minus(b, a) : minus(a, b);
  return [over(change, b), over(b, a)].map((one) => one && times(one, exactly(100)));
}

/** No other numbers of its unit stand between the pair and what is told of it. */
function isNearest(pairs: readonly Pair[], before: Placed, one: Placed, stretch: readonly Placed[]): boolean {
  const own = pairs.find((pair) => pair.before === before);
  if (own === undefined) return false;
  const last = Math.max(stretch.indexOf(own.before), stretch.indexOf(own.now));
  const between = stretch.slice(last + 1, Math.max(stretch.indexOf(one), 0));
  return !between.some((other) => sameUnit(other.mention, before.mention) && !came(other));
}

function ofChange(one: Placed, pairs: readonly Pair[], stretch: readonly Placed[]): readonly Relation[] {
  if (!isAmount(one) || !isExact(one) || isBefore(one) || !came(one)) return [];
  const direction = directionOf(one);
  const own = pairs.filter(
    ({ before, now }) => now !== one && before !== one && sameUnit(before.mention, one.mention),
  );
  return own.flatMap(({ before, now }) => {
    // 新增设备费 5 万元、培训费 3 万元: both came.
    const isBeside = stretch.indexOf(now) > stretch.indexOf(one) && /^(?:、|和|及|与)/u.test(now.lead);
    if (direction === 0 || isBeside) return [];
    const [more, less] = direction > 0 ? [now, before] : [before, now];
    const named =
      own.length === 1 && stretch.filter((other) => sameUnit(other.mention, one.mention)).length === 3;
    const opposite = minus(toldBy(less.mention), toldBy(more.mention));
    return [rest(more.mention, [less.mention], one.mention, { named, twins: [opposite] })];
  });
}

/** 是 2021 年的 3 倍: multiples of what stands before. */
export function multipleEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((one, index) => {
      const { quantity, of } = one.mention;
      if (quantity.kind !== 'times' || of !== undefined || !isExact(one)) return [];
      if (!/(?:是|为|达到?|相当于)[^，。；：、]*的$/u.test(one.lead)) return [];
      const before = stretch.slice(0, index).filter((other) => isAmount(other) && isExact(other));
      const unit = before.at(-1)?.mention.quantity.unit;
      const own = before.filter(({ mention }) => mention.quantity.unit === unit);
      return own.flatMap((whole) =>
        own
          .filter((part) => part !== whole)
          .map((part) => {
            const ratio = over(toldBy(part.mention), toldBy(whole.mention));
            return share(part.mention, whole.mention, one.mention, {
              named: own.length === 2 && (ratio?.low.gt(1) ?? false),
              twins: [ratio && minus(ratio, exactly(1))],
            });
          }),
      );
    }),
  );
}

/** 98.5%，上升 1.3 个百分点，上年为 97.2%: the two rates of a stretch, of which one is last year's. */
export function pointEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) => {
    const rates = stretch.filter(({ mention }) => mention.quantity.unit === '%');
    const [before, now] = [rates.filter(isBefore), rates.filter((one) => !isBefore(one) && isNow(one))];
    const [a, b] = [before[0], now[0]];
    if (a === undefined || b === undefined || rates.length !== 2 || !isExact(a) || !isExact(b)) return [];
    const points = stretch.filter(({ mention }) => mention.role === 'points' && mention.direction !== 0);
    if (points.some(({ lead }) => PLANNED.test(lead))) return [];
    return points.length === 1 ? points.filter(isExact).map((one) => ofPoints(a, b, one)) : [];
  });
}

const PLANNED = /目标|标准|要求|任务|计划|考核/u;

function ofPoints({ mention: before }: Placed, { mention: now }: Placed, { mention }: Placed): Relation {
  const [more, less] = mention.direction > 0 ? [now, before] : [before, now];
  return rest(more, [less], mention, { named: true, twins: [minus(toldBy(less), toldBy(more))] });
}

const APART = /相差|前者|后者|两者|二者|两项|[高低多少快慢](?:于|出|了)?[^，。；：、\d]{0,4}$/u;

/** Which of the two is more is told (`pointEquations`). */
const ONE_WAY = /^(?:[高低]于|高出)$/u;

/** 两项增幅相差 3.13 个百分点: how far two rates lie apart. */
export function distanceEquations(sentence: Sentence): readonly Relation[] {
  const all = stretchesOf(sentence).flat();
  return all.flatMap((one, index) => {
    const { quantity } = one.mention;
    if (quantity.kind !== 'points' || !isExact(one) || !APART.test(one.clause)) return [];
    // 比 95% 的目标低 1.9 个百分点, 前者低于目标…
    if (PLANNED.test(one.lead) || ONE_WAY.test(one.clause)) return [];
    const rates = all.slice(0, index).filter(({ mention }) => mention.quantity.unit === '%');
    return rates.flatMap((a, at) =>
      rates.slice(at + 1).map((b) => {
        const [more, less] = a.mention.quantity.value.gte(b.mention.quantity.value) ? [a, b] : [b, a];
        const named = rates.length === 2 && /相差|前者|后者|两者|二者|两项/u.test(one.clause);
        const twin = sum([a, b].map(({ mention }) => toldBy(mention)));
        return rest(more.mention, [less.mention], one.mention, { named, twins: [twin] });
      }),
    );
  });
}
