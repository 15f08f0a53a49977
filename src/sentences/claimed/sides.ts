import { isExact, stretchesOf } from '../equations/beside.ts';
import { intervalOf, isBelow, minus, overlaps } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { signed, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

const MORE = /(?:快于?|领先于?|超前于?|高于?|多于?|推迟|延后|延期|延长|延误|超期|逾期|超出)$/u;
const LESS = /(?:慢于?|滞后于?|落后于?|低于?|少于?|提前|缩短|提早)$/u;
/** 快于时间进度 7 个百分点: with what it is compared, by its name. */
const NAMED =
  /(?:(?<more>快于|领先于?|超前于?|高于|高出)|(?<less>慢于|滞后于?|落后于?|低于))(?<name>[\p{Script=Han}]{2,12}?)(?:约|近)?$/u;
const BASE = /^[^，。；]{0,4}(?:比|较)[^，。；]{0,14}$/u;
const DURATIONS = new Set(['个月', '天', '日', '个工作日', '小时', '分钟']);

/** How far apart two numbers are, where the difference comes out and its words turn it round. */
export function sideRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((gap, at) => [...ofPoints(gap, all.slice(0, at)), ...ofDurations(gap, all.slice(0, at))]),
  );
}

/** 时间进度 75%，形象进度 68%，快于时间进度 7 个百分点. */
function ofPoints(gap: Placed, before: readonly Placed[]): readonly Relation[] {
  const { groups } = gap.mention.quantity.kind === 'points' ? (NAMED.exec(gap.clause) ?? {}) : {};
  if (groups === undefined) return [];
  const rates = before.filter((one) => one.mention.quantity.unit === '%' && isExact(one)).slice(-2);
  const base = rates.find(({ clause }) => clause.includes((groups['name'] ?? '').slice(-4)));
  const own = rates.find((one) => one !== base);
  if (base === undefined || own === undefined) return [];
  return ofThree(own, base, gap, groups['more'] === undefined ? -1 : 1);
}

/** 历时 15 个月，比合同约定的 18 个月推迟 3 个月. */
function ofDurations(gap: Placed, before: readonly Placed[]): readonly Relation[] {
  const direction = MORE.test(gap.clause) ? 1 : LESS.test(gap.clause) ? -1 : 0;
  const [own, base, more] = before
    .filter(({ mention }) => mention.quantity.unit === gap.mention.quantity.unit)
    .slice(-2);
  if (direction === 0 || own === undefined || base === undefined || more !== undefined) return [];
  if (!DURATIONS.has(gap.mention.quantity.unit) || !BASE.test(base.clause) || before.at(-1) !== base)
    return [];
  return ofThree(own, base, gap, direction);
}

/** Only where the difference is as large as is told: then its words alone are wrong. */
function ofThree(own: Placed, base: Placed, gap: Placed, direction: 1 | -1): readonly Relation[] {
  const [a, b, c] = [own, base, gap].map(({ mention }) => mention.quantity);
  if (a === undefined || b === undefined || c === undefined) return [];
  const apart = minus(intervalOf(a), intervalOf(b));
  const told = signed(intervalOf(c), direction);
  const turned = signed(intervalOf(c), -direction);
  const holds =
    overlaps(apart, told) || !overlaps(apart, turned) || isBelow(told, turned) === isBelow(turned, told);
  const problem = `${a.text}与 ${b.text} 相比，方向与“${gap.clause}${c.text}”相反`;
  return holds ? [] : [{ members: [a, b, c], result: c, holds, problem }];
}
