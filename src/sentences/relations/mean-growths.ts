import { Exact } from '../../accounts/decimal.ts';
import { isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { intervalOf, minus, percent, sum, times, type Interval } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import { rateOf, relation, shown, signed, type Relation } from './relation.ts';
import { seriesIn, yearIn } from './series.ts';

const MEAN = /^，[^，。；：\d]{0,6}(?:年均|年平均|平均每年)[^，。；：、\d]{0,10}$/u;
const TURNED = /[由从][^，。；]*$/u;

/** What grew, from its first year to its last, and over how many steps. */
interface Growth {
  readonly years: readonly Placed[];
  readonly steps: number;
}

/** 2021年至2023年分别为 32 万元、38.4 万元和 46.08 万元，年均增长 20%: the rate by which the last follows from the first. */
export function meanGrowthRelations(sentence: Sentence): readonly Relation[] {
  if (!/年均|年平均|平均每年/u.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((rate, at) => {
      const { role, quantity } = rate.mention;
      if (role !== 'changeRate' || quantity.unit !== '%' || !MEAN.test(rate.lead) || !isExact(rate))
        return [];
      const growth = growthBefore(all.slice(0, at));
      return growth === undefined ? [] : ofGrowth(growth, rate);
    }),
  );
}

/** A row of years right before it, or one year and a later one. */
function growthBefore(before: readonly Placed[]): Growth | undefined {
  const [first, last] = before.slice(-2);
  if (first === undefined || last === undefined || !sameUnit(first.mention, last.mention)) return undefined;
  const own = before.filter(({ mention }) => sameUnit(mention, last.mention));
  const series = seriesIn(own);
  if (series !== undefined) {
    const isAll = series.years.at(-1) === last && series.years.every(isExact);
    return isAll ? { years: series.years, steps: series.years.length - 1 } : undefined;
  }
  return TURNED.test(first.clause) ? betweenYears(first, last) : undefined;
}

/** 由 2021年的 40 万元增加到 2023年的 57.6 万元. */
function betweenYears(first: Placed, last: Placed): Growth | undefined {
  const [from, to] = [yearIn(first.lead), yearIn(last.lead)];
  if (from === undefined || to === undefined || to - from < 2) return undefined;
  return isExact(first) && isExact(last) ? { years: [first, last], steps: to - from } : undefined;
}

function ofGrowth({ years, steps }: Growth, { mention: rate }: Placed): readonly Relation[] {
  const [first, last] = [years[0], years.at(-1)];
  const part = first && last && percent(valueOf(last), valueOf(first));
  if (part === undefined || part.low.lte(0)) return [];
  const root = (one: Exact): Exact => one.div(100).pow(new Exact(1).div(steps)).minus(1).times(100);
  const compound = { low: root(part.low), high: root(part.high) };
  const simple = times(change(part), exactly(new Exact(1).div(steps)));
  const each = years
    .slice(1)
    .flatMap((now, at) => percent(valueOf(now), valueOf(years[at] ?? now)) ?? [])
    .map(change);
  const mean = each.length === steps ? [times(sum(each), exactly(new Exact(1).div(steps)))] : [];
  const members = years.map(({ mention }) => mention);
  const told = members.map(({ quantity }) => quantity.text).join('、');
  const problem = `${told}，年均增减应为 ${shown(compound, '%')}，文中写 ${rate.quantity.text}`;
  const outcomes = [compound, simple, ...mean];
  const own = signed(rateOf(rate), rate.direction);
  return [relation([...members, rate], rate, own, outcomes, problem, rate.quantity.half.times(2))];
}

function valueOf({ mention }: Placed): Interval {
  return intervalOf(mention.quantity);
}

function change(part: Interval): Interval {
  return minus(part, exactly(100));
}
