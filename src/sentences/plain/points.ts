import { stretchesOf } from '../equations/beside.ts';
import { asWritten, minus, negated, overlaps } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { textOf, wrong } from './slip.ts';

const FROM_AIM =
  /^(?:超出|高于|高出|超过|低于|[比较])(?:年度|绩效|预期|既定)*(?:目标|指标|任务)(?:值|要求)?(?:高|低|高出|超出)?(?:了)?$/u;
const AIM = /目标|指标值|任务|要求/u;

/** 41.2%，目标不低于 40%，超出目标 1.2 个百分点: how far a rate lies from what it was to be, the two right before. */
export function plainPoints(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((gap, at) => {
      const [a, b] = all.slice(Math.max(at - 2, 0), at);
      if (gap.mention.quantity.kind !== 'points' || a === undefined || b === undefined) return [];
      if (OVER_YEARS.test(gap.clause)) return ofYears(all.slice(0, at), gap);
      const areRates = [a, b].every(({ mention }) => mention.quantity.unit === '%');
      return areRates && FROM_AIM.test(gap.clause) ? ofAim(a, b, gap) : [];
    }),
  );
}

const OVER_YEARS =
  /^(?:[两三四五]年(?:间|来)?)?(?:累计|共|总共)(?:下降|降低|减少|提高|提升|上升|增加|增长)(?:了)?$/u;

/** 由 2021年的 18.6%、2022年的 15.2% 降至 2023年的 11.9%，两年累计下降 6.7 个百分点: from the first to the last. */
function ofYears(before: readonly Placed[], gap: Placed): readonly Relation[] {
  const [first, last] = [before[0], before.at(-1)];
  const areRates = before.length > 2 && before.every(({ mention }) => mention.quantity.unit === '%');
  if (first === undefined || last === undefined || !areRates) return [];
  const isTurned = /[由从]/u.test(first.clause) && /[降升增提][^，。；]*[至到为]/u.test(last.clause);
  return isTurned || before.every(({ clause }) => OF_YEAR.test(clause)) ? ofApart(first, last, gap) : [];
}

/** 接种率 2021年为 95.2%、2022年为 96.1%. */
const OF_YEAR = /20\d\d年(?:度)?(?:分别)?(?:为|是|达到?)?$/u;

function ofAim(a: Placed, b: Placed, gap: Placed): readonly Relation[] {
  return AIM.test(a.clause) === AIM.test(b.clause) ? [] : ofApart(a, b, gap);
}

function ofApart(a: Placed, b: Placed, gap: Placed): readonly Relation[] {
  const [first, second] = [a, b].map(({ mention }) => asWritten(mention.quantity));
  const told = asWritten(gap.mention.quantity);
  if (first === undefined || second === undefined) return [];
  const apart = minus(first, second);
  if ([apart, negated(apart)].some((one) => overlaps(one, told))) return [];
  const distance = apart.high.plus(apart.low).isNegative() ? negated(apart) : apart;
  const problem = `${textOf(a)}与 ${textOf(b)} 相差 ${shown(distance, '个百分点')}，文中写 ${textOf(gap)}`;
  return [wrong([a, b, gap], problem)];
}
