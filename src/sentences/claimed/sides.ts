import { isExact, stretchesOf } from '../equations/beside.ts';
import { intervalOf, isBelow, minus, overlaps, percent } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { signed, type Relation } from '../relations/relation.ts';
import type { Role } from '../roles.ts';
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
    all.flatMap((gap, at) => [
      ...ofPoints(gap, all.slice(0, at)),
      ...ofDurations(gap, all.slice(0, at)),
      ...ofRate(gap, all.slice(0, at)),
    ]),
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

const COMPARES = /(?:比|较)[^，。；]*$/u;

/** 3.84 万人次，环比11月份的 3.60 万人次下降 6.7%: the rate comes out, the other way round. */
function ofRate(rate: Placed, before: readonly Placed[]): readonly Relation[] {
  const { direction, quantity } = rate.mention;
  const { own, base } = pairBefore(rate, before);
  if (own === undefined || base === undefined || direction === 0) return [];
  const [a, b] = [own.mention.quantity, base.mention.quantity];
  const growth = percent(minus(intervalOf(a), intervalOf(b)), intervalOf(b));
  const [told, turned] = [1, -1].map((sign) => signed(intervalOf(quantity), sign * direction));
  if (growth === undefined || told === undefined || turned === undefined) return [];
  if (overlaps(growth, told) || !overlaps(growth, turned)) return [];
  const problem = `${a.text}与 ${b.text} 相比，方向与“${rate.clause}${quantity.text}”相反`;
  return [{ members: [a, b, quantity], result: quantity, holds: false, problem }];
}

/** What is compared, and with what, where the rate stands right behind that. */
function pairBefore(
  { mention, lead }: Placed,
  before: readonly Placed[],
): { readonly own?: Placed; readonly base?: Placed } {
  const base = before.at(-1);
  const isRate = mention.role === 'changeRate' && mention.quantity.unit === '%' && !/[，；]/u.test(lead);
  if (base === undefined || !isRate || !COMPARES.test(base.clause)) return {};
  const own = before.find((one) => one.mention.quantity.unit === base.mention.quantity.unit);
  return own !== undefined && own !== base && CURRENT.has(own.mention.role) && [own, base].every(isExact)
    ? { own, base }
    : {};
}

const CURRENT: ReadonlySet<Role> = new Set(['amount', 'outturn', 'total']);

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
