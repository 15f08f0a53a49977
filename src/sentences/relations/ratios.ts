import { intervalOf, minus, overlaps, percent } from '../interval.ts';
import type { Item, Mention } from '../sentence.ts';
import { isPlan } from './change-bases.ts';
import { fromNothing, unitsOf } from './change-rates.ts';
import { spoken, verb } from './change-words.ts';
import {
  type Relation,
  currentOf,
  mentionOf,
  nameOfRole,
  rateOf,
  relation,
  shown,
  signed,
  told,
} from './relation.ts';

/** 比序时进度快 1.2 个百分点: of something that the sentence need not tell. */
const OF_ELSE = /[比较](?!上年|去年|年初|同期|改革前|原)/u;

export function ofPoints(item: Item, points: Mention): readonly Relation[] {
  if (OF_ELSE.test(points.words) && points.comparand !== 'last') return [];
  const now = mentionOf(item, ['amount'], '%') ?? mentionOf(item, ['completion', 'share'], '%');
  const base = mentionOf(item, ['base', 'last'], '%');
  if (now === undefined || base === undefined) return [];
  // 93.1%，低于 95% 的目标，比上年提高 1.7 个百分点
  if (points.comparand === 'last' && isPlan(base)) return [];
  const outcome = minus(intervalOf(now.quantity), intervalOf(base.quantity));
  const problem = `由 ${base.quantity.text} 到 ${now.quantity.text}，应${spoken(outcome, '个百分点')}，文中写${verb(points)} ${points.quantity.text}`;
  return [
    relation(
      [base, now, points],
      points,
      signed(intervalOf(points.quantity), points.direction),
      [outcome],
      problem,
    ),
  ];
}

export function ofRatio(item: Item, ratio: Mention): readonly Relation[] {
  const { of } = ratio;
  if (of !== undefined) {
    const now = item.mentions.find(
      ({ role, quantity }) => (role === 'amount' || role === 'outturn') && quantity.unit === of.unit,
    );
    const outcome = now && percent(intervalOf(now.quantity), intervalOf(of));
    if (now === undefined || outcome === undefined) return [];
    const problem = `${now.quantity.text} ÷ ${of.text}，应为 ${shown(outcome, '%')}，文中写 ${ratio.quantity.text}`;
    const all = { members: [now.quantity, of, ratio.quantity], result: ratio.quantity };
    return [{ ...all, holds: overlaps(rateOf(ratio), outcome), problem }];
  }
  return unitsOf(item).flatMap((unit) => {
    const now = currentOf(item, unit);
    const base = mentionOf(item, ['last', 'base'], unit);
    if (now === undefined || base === undefined || fromNothing(base)) return [];
    const outcome = percent(intervalOf(now.quantity), intervalOf(base.quantity));
    if (outcome === undefined) return [];
    const problem = `${told(nameOfRole(now), now)}，${told(nameOfRole(base), base)}，应为 ${shown(outcome, '%')}，文中写 ${ratio.quantity.text}`;
    return [relation([now, base, ratio], ratio, rateOf(ratio), [outcome], problem)];
  });
}
