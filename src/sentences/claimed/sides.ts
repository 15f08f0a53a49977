import { isAmount, isExact, stretchesOf } from '../equations/beside.ts';
import { minus, overlaps, percent, type Interval } from '../interval.ts';
import { ofUnitOf, textOf, toldIn, wrong } from '../plain/slip.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import { rateOf, signed, type Relation } from '../relations/relation.ts';
import type { Role } from '../roles.ts';
import type { Sentence } from '../sentence.ts';

type Direction = -1 | 0 | 1;

/** What is compared, with what, by how much they are said to be apart, and which way. */
interface Compared {
  readonly own: Placed;
  readonly base: Placed;
  readonly direction: Direction;
}

/**
 * How two numbers are found of which another tells how far they are apart.
 *
 * @param gap the number that tells it
 * @param before those before it in its stretch
 * @param all those before it in its sentence
 */
type Finds = (gap: Placed, before: readonly Placed[], all: readonly Placed[]) => readonly Compared[];

const FINDERS: readonly Finds[] = [fromNamed, fromTime, ofDurations, fromCompared, fromLastYear];

/** How far apart two numbers are, where the difference comes out and its words turn it round. */
export function sideRelations(sentence: Sentence): readonly Relation[] {
  const placed = placedIn(sentence);
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((gap, at) =>
      FINDERS.flatMap((find) =>
        turnedRound(find(gap, all.slice(0, at), placed.slice(0, placed.indexOf(gap))), gap),
      ),
    ),
  );
}

/** Only where the difference is as large as is told, and none goes the way that is told: then the words alone are wrong. */
function turnedRound(all: readonly Compared[], gap: Placed): readonly Relation[] {
  const goes = (one: Compared, way: 1 | -1): boolean => {
    const apart = distance(one, gap);
    return apart !== undefined && overlaps(apart, signed(rateOf(gap.mention), way * one.direction));
  };
  const found = all.find((one) => one.direction !== 0 && goes(one, -1));
  if (found === undefined || all.some((one) => goes(one, 1))) return [];
  const { own, base } = found;
  const problem = `${textOf(own)}与 ${textOf(base)} 相比，方向与“${gap.clause}${textOf(gap)}”相反`;
  return [wrong([own, base, gap], problem)];
}

/** Of amounts in percent where a rate tells it, else in their unit. */
function distance({ own, base }: Compared, { mention: { quantity } }: Placed): Interval | undefined {
  const apart = minus(toldIn(own), toldIn(base));
  return quantity.unit === '%' ? percent(apart, toldIn(base)) : apart;
}

function directionOf(words: string, more: RegExp, less: RegExp): Direction {
  return more.test(words) ? 1 : less.test(words) ? -1 : 0;
}

/** 快于时间进度 7 个百分点: with what it is compared, by its name. */
const NAMED =
  /(?:(?<more>快于|领先于?|超前于?|高于|高出)|(?<less>慢于|滞后于?|落后于?|低于))(?<name>[\p{Script=Han}]{2,12}?)(?:约|近)?$/u;

/** 时间进度 75%，形象进度 68%，快于时间进度 7 个百分点. */
function fromNamed(gap: Placed, before: readonly Placed[]): readonly Compared[] {
  const { groups } = gap.mention.quantity.kind === 'points' ? (NAMED.exec(gap.clause) ?? {}) : {};
  if (groups === undefined) return [];
  const rates = before.filter((one) => one.mention.quantity.unit === '%' && isExact(one)).slice(-2);
  const base = rates.find(({ clause }) => clause.includes((groups['name'] ?? '').slice(-4)));
  const own = rates.find((one) => one !== base);
  const direction = groups['more'] === undefined ? -1 : 1;
  return base === undefined || own === undefined ? [] : [{ own, base, direction }];
}

const AHEAD = /^(?:快|超前|领先)了?$/u;
const BEHIND = /^(?:慢|滞后|落后)了?$/u;

/** 时间进度 75%，形象进度 80%，快 5 个百分点: the two right before it. */
function fromTime(gap: Placed, before: readonly Placed[]): readonly Compared[] {
  const [base, own] = before.slice(-2);
  const direction = directionOf(gap.clause, AHEAD, BEHIND);
  if (gap.mention.quantity.kind !== 'points' || base === undefined || own === undefined) return [];
  const isProgress = /(?:时间|序时)进度/u.test(base.clause) && /进度|率/u.test(own.clause);
  const areRates = [base, own].every(({ mention }) => mention.quantity.unit === '%');
  return isProgress && areRates ? [{ own, base, direction }] : [];
}

const MORE = /(?:快于?|领先于?|超前于?|高于?|多于?|推迟|延后|延期|延长|延误|超期|逾期|超出)$/u;
const LESS = /(?:慢于?|滞后于?|落后于?|低于?|少于?|提前|缩短|提早)$/u;
const BASE = /^[^，。；]{0,4}(?:比|较)[^，。；]{0,14}$/u;
const DURATIONS = new Set(['个月', '天', '日', '个工作日', '小时', '分钟']);

/** 历时 15 个月，比合同约定的 18 个月推迟 3 个月. */
function ofDurations(gap: Placed, before: readonly Placed[]): readonly Compared[] {
  const direction = directionOf(gap.clause, MORE, LESS);
  const [own, base] = ofUnitOf(gap, before).slice(-2);
  if (own === undefined || base === undefined || before.at(-1) !== base) return [];
  const isLength = DURATIONS.has(gap.mention.quantity.unit) && BASE.test(base.clause);
  return isLength ? [{ own, base, direction }] : [];
}

const COMPARES = /(?:比|较)[^，。；]*$/u;
const CURRENT: ReadonlySet<Role> = new Set(['amount', 'outturn', 'total']);

/** 3.84 万人次，环比11月份的 3.60 万人次下降 6.7%: the rate stands right behind what is compared with. */
function fromCompared({ mention, lead }: Placed, before: readonly Placed[]): readonly Compared[] {
  const base = before.at(-1);
  if (base === undefined || !isGrowth(mention) || /[，；]/u.test(lead) || !COMPARES.test(base.clause))
    return [];
  const [own] = ofUnitOf(base, before);
  const areAmounts =
    own !== undefined && own !== base && CURRENT.has(own.mention.role) && [own, base].every(isExact);
  return areAmounts ? [{ own, base, direction: mention.direction }] : [];
}

const LAST = /^(?:上年|去年)(?:同期|[一二三四]季度|度|[\p{Script=Han}]{0,6})?(?:为|是)?$/u;

/** 86 万人次；上年三季度为 92 万人次，同比增长 6.52%: of any of its unit before what was last year. */
function fromLastYear(
  { mention, lead }: Placed,
  _: readonly Placed[],
  all: readonly Placed[],
): readonly Compared[] {
  const base = all.at(-1);
  if (base === undefined || !isGrowth(mention) || mention.quantity.value.isZero()) return [];
  if (!LAST.test(base.clause) || !/^，(?:同比)?[增减下上]/u.test(lead) || !isAmount(base)) return [];
  return ofUnitOf(base, all.slice(0, -1))
    .filter(isExact)
    .map((own) => ({ own, base, direction: mention.direction }));
}

function isGrowth({ role, quantity }: Placed['mention']): boolean {
  return role === 'changeRate' && quantity.unit === '%';
}
