import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, minus, overlaps, percent, sum, times, type Interval } from '../interval.ts';
import type { Role } from '../roles.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { TURNS_TO_ELSE } from '../split.ts';
import { isLimit, isQualified, placedIn, type Placed } from './placed.ts';
import { rateOf, shown, type Relation } from './relation.ts';
import { slipsOf } from '../near-miss/slips.ts';

/** What rounding leaves open of an outcome that is one number. */
const NARROW = new Exact('0.03');

function isNarrow({ low, high }: Interval): boolean {
  return high.minus(low).lte(high.abs().times(NARROW));
}

/** How many numbers of a unit, back from the one that is judged, may have made it. */
const REACH = 4;
const MADE = /[合共总]计|总共|一共|共|累计|余|剩|未|尚|结转|节约|节省|相差|[增减多少超降涨缩]|新/u;
const PRICED = /[均每]|单价/u;

/** Never added to anything of this year. */
const APART: ReadonlySet<Role> = new Set(['last', 'base', 'whole', 'initial', 'adjusted', 'budget']);

interface Outcome {
  readonly value: Interval;
  readonly members: readonly Mention[];
  readonly sum: string;
  /** A product, where a slip may have moved the point. */
  readonly product?: true;
}

/**
 * What no relation of the words has taken up, held against all that the numbers beside it make: their sums, differences,
 * quotients and products. Here nothing says that they belong together, so only a number that is one clear slip away from
 * such an outcome, and from which no other outcome is, is told of.
 */
export function leftoverRelations(sentence: Sentence, known: readonly Relation[]): readonly Relation[] {
  const taken = new Set(
    known
      .filter(({ members }) => members.length > 2)
      .flatMap(({ members }) => members.map(({ from }) => from)),
  );
  const all = placedIn(sentence).filter((one) => !isLimit(one));
  return all.flatMap((one, index) => {
    const { quantity } = one.mention;
    if (taken.has(quantity.from) || quantity.approximation !== undefined || isQualified(one)) return [];
    return ofOne(one, outcomesFor(one, index, all, sentence));
  });
}

function ofOne({ mention }: Placed, outcomes: readonly Outcome[]): readonly Relation[] {
  const { quantity } = mention;
  const told = quantity.kind === 'rate' ? rateOf(mention) : intervalOf(quantity);
  if (outcomes.some(({ value }) => overlaps(value, told))) return [];
  const slips = slipsOf(quantity, false);
  const meant = outcomes.find(
    ({ value, product = false }) =>
      isNarrow(value) &&
      slips.some(
        ({ kind, before }) =>
          (kind === 'exchanged' || (product && kind === 'moved')) && overlaps(intervalOf(before), value),
      ),
  );
  if (meant === undefined) return [];
  const members = [...meant.members, mention].map((one) => one.quantity);
  const problem = `${meant.sum} ＝ ${shown(meant.value, quantity.unit)}，文中写 ${quantity.text}`;
  return [{ members, result: quantity, holds: false, problem }];
}

function outcomesFor(
  one: Placed,
  index: number,
  all: readonly Placed[],
  sentence: Sentence,
): readonly Outcome[] {
  const { quantity } = one.mention;
  if (quantity.kind === 'times') return [];
  const stretch = all.filter((other) => isBeside(one, other, sentence));
  const before = stretch
    .filter((other) => other.mention.quantity.from < quantity.from)
    .map(({ mention }) => mention);
  const others = stretch.filter((other) => other !== one).map(({ mention }) => mention);
  // 访视 1280 人，访视率 98.46%，应访视 1300 人
  if (quantity.kind === 'rate')
    return quotients(before.filter(isAmount).length < 2 ? others : before, one.clause);
  if (quantity.kind === 'points') return distances(others);
  const priced = products(one, stretch);
  if (!MADE.test(one.clause) || /[到至为]$/u.test(one.clause)) return priced;
  const own = before.filter((other) => other.quantity.unit === quantity.unit);
  const behind = all.slice(index + 1, index + 3).map(({ mention }) => mention);
  return [
    ...priced,
    ...sums(own.filter(({ role }) => !APART.has(role))),
    ...differences(own.slice(-2)),
    ...rests(own),
    ...turned(behind, quantity.unit),
  ];
}

function isBeside({ mention: a }: Placed, { mention: b }: Placed, { text, from }: Sentence): boolean {
  const [first, last] = a.quantity.from < b.quantity.from ? [a, b] : [b, a];
  return a === b || !TURNS_TO_ELSE.test(text.slice(first.quantity.to - from, last.quantity.from - from));
}

/** What one is of another, and by how much it is more or less. */
function quotients(beside: readonly Mention[], clause: string): readonly Outcome[] {
  const amounts = beside.filter(isAmount);
  const unit = amounts.at(-1)?.quantity.unit;
  const own = amounts.filter(({ quantity }) => quantity.unit === unit).slice(-REACH);
  return own.flatMap((a) =>
    own.flatMap((b) => {
      const value = a === b ? undefined : percent(intervalOf(a.quantity), intervalOf(b.quantity));
      if (value === undefined) return [];
      const growth = { low: value.low.minus(100), high: value.high.minus(100) };
      const less = { low: growth.high.neg(), high: growth.low.neg() };
      const text = `${a.quantity.text} ÷ ${b.quantity.text}`;
      const members = [a, b];
      return [
        ...(value.high.lte(100)
          ? [
              { value, members, sum: text },
              { value: less, members, sum: `1 − ${text}` },
            ]
          : []),
        ...(growth.low.gt(0) && GROWN.test(clause) ? [{ value: growth, members, sum: `${text} − 1` }] : []),
      ];
    }),
  );
}

const GROWN = /[增长升多超涨扩]/u;

function isAmount({ quantity: { kind } }: Mention): boolean {
  return kind === 'money' || kind === 'count';
}

/** 80%，比上年提高 2.5 个百分点，上年为 77.5%: how far two rates lie apart. */
function distances(beside: readonly Mention[]): readonly Outcome[] {
  const rates = beside.filter(({ quantity }) => quantity.unit === '%').slice(-REACH);
  return rates.flatMap((a, index) => rates.slice(index + 1).flatMap((b) => differences([a, b])));
}

function sums(own: readonly Mention[]): readonly Outcome[] {
  const near = own.slice(-REACH * 2);
  return near.slice(0, -1).map((_, from) => {
    const members = near.slice(from);
    const text = members.map(({ quantity }) => quantity.text).join(' ＋ ');
    return { value: sum(members.map(({ quantity }) => intervalOf(quantity))), members, sum: text };
  });
}

function differences([a, b]: readonly Mention[]): readonly Outcome[] {
  if (a === undefined || b === undefined) return [];
  const [more, less] = a.quantity.value.gte(b.quantity.value) ? [a, b] : [b, a];
  const value = minus(intervalOf(more.quantity), intervalOf(less.quantity));
  return [{ value, members: [a, b], sum: `${more.quantity.text} − ${less.quantity.text}` }];
}

/** What is left of the first when all others are taken off. */
function rests([first, ...others]: readonly Mention[]): readonly Outcome[] {
  if (first === undefined || others.length < 2 || others.length > REACH) return [];
  const value = minus(intervalOf(first.quantity), sum(others.map(({ quantity }) => intervalOf(quantity))));
  if (value.low.lte(0)) return [];
  return [
    {
      value,
      members: [first, ...others],
      sum: [first, ...others].map(({ quantity }) => quantity.text).join(' − '),
    },
  ];
}

/** 新增 1.26 万册，总量由 24.50 万册增至 25.76 万册. */
function turned([a, b]: readonly Mention[], unit: string): readonly Outcome[] {
  if (a?.role !== 'base' || b === undefined) return [];
  return [a, b].every(({ quantity }) => quantity.unit === unit) ? differences([a, b]) : [];
}

/** 360 场，场均 60 人次，观众 2.16 万人次: a mean or a price and how many there are. */
function products({ mention }: Placed, stretch: readonly Placed[]): readonly Outcome[] {
  const others = stretch.filter((one) => one.mention !== mention);
  return others
    .filter((price) => PRICED.test(price.clause) && isAlike(price.mention, mention))
    .flatMap((price) =>
      others
        .filter(
          (count) =>
            count !== price && count.mention.quantity.kind === 'count' && !isAlike(count.mention, mention),
        )
        .map(({ mention: count }) => ({
          value: times(intervalOf(price.mention.quantity), intervalOf(count.quantity)),
          members: [price.mention, count],
          product: true,
          sum: `${price.mention.quantity.text} × ${count.quantity.text}`,
        })),
    );
}

function isAlike({ quantity: a }: Mention, { quantity: b }: Mention): boolean {
  return a.unit === b.unit || a.unit.replace(/次$/u, '') === b.unit.replace(/次$/u, '');
}
