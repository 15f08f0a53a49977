import { stretchesOf } from '../equations/beside.ts';
import { Exact } from '../../accounts/decimal.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { textOf, wrong } from './slip.ts';

const FROM_AIM =
  /^(?:超出|高于|高出|超过|低于|[比较])(?:年度|绩效|预期|既定)*(?:目标|指标|任务)(?:值|要求)?(?:高|低|高出|超出)?(?:了)?$/u;
const AIM = /目标|指标值|任务|要求/u;
const AHEAD = /^(?:快|超前|领先)了?$/u;
const BEHIND = /^(?:慢|滞后|落后)了?$/u;
const OF_TIME = /(?:时间|序时)进度/u;

/** How many points a rate lies from what it was to be, where the two stand right before. */
export function plainPoints(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((gap, at) => {
      const [a, b] = all.slice(Math.max(at - 2, 0), at);
      if (gap.mention.quantity.kind !== 'points' || a === undefined || b === undefined) return [];
      if ([a, b].some(({ mention }) => mention.quantity.unit !== '%')) return [];
      return FROM_AIM.test(gap.clause) ? ofAim(a, b, gap) : ofTime(a, b, gap);
    }),
  );
}

/** 41.2%，目标不低于 40%，超出目标 1.2 个百分点. */
function ofAim(a: Placed, b: Placed, gap: Placed): readonly Relation[] {
  if (AIM.test(a.clause) === AIM.test(b.clause)) return [];
  const apart = distance(a, b);
  if (
    apart
      .minus(gap.mention.quantity.value)
      .abs()
      .lte(halves(a, b, gap))
  )
    return [];
  const problem = `${textOf(a)}与 ${textOf(b)} 相差 ${apart.toFixed()}个百分点，文中写 ${textOf(gap)}`;
  return [wrong([a, b, gap], problem)];
}

/** 时间进度 75%，形象进度 80%，快 5 个百分点. */
function ofTime(time: Placed, own: Placed, gap: Placed): readonly Relation[] {
  const isAhead = AHEAD.test(gap.clause);
  if (!OF_TIME.test(time.clause) || !/进度|率/u.test(own.clause)) return [];
  if (!isAhead && !BEHIND.test(gap.clause)) return [];
  const isMore = own.mention.quantity.value.gt(time.mention.quantity.value);
  const comesOut = distance(time, own)
    .minus(gap.mention.quantity.value)
    .abs()
    .lte(halves(time, own, gap));
  if (isMore === isAhead || !comesOut) return [];
  const problem = `${textOf(own)}与时间进度 ${textOf(time)} 相比，方向与“${gap.clause}${textOf(gap)}”相反`;
  return [wrong([time, own, gap], problem)];
}

function distance({ mention: a }: Placed, { mention: b }: Placed): Exact {
  return a.quantity.value.minus(b.quantity.value).abs();
}

/** How far rounding leaves open what comes out. */
function halves(...all: readonly Placed[]): Exact {
  return all.reduce((sum, { mention }) => sum.plus(mention.quantity.half), new Exact(0));
}
