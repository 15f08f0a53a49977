import { isExact, isImpure, stretchesOf } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { overlaps, sum, times, type Interval } from '../interval.ts';
import { isApiece, type Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { textOf, toldIn, wrong } from './slip.ts';

const REST = /^[，、；](?:其余|其他|剩余|余下)/u;
const TOTAL = /^，(?:[合共总]计|共|计)[^，。；：、\d]{0,6}$/u;

/** What has so much: one part, or so many that have as much each. */
interface Share {
  readonly members: readonly Placed[];
  readonly all: Interval;
}

/** 其余 4 个街道各 25 万元: what each of so many has, with what is told beside it, makes the whole. */
export function apieceRelations(sentence: Sentence): readonly Relation[] {
  if (!sentence.text.includes('各')) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((each, at) => {
      if (!isEach(each, all[at - 1])) return [];
      const own = all.filter(({ mention }) => isMoneyOrCountOf(each, mention.quantity.unit));
      return [...ofRest(each, all, own), ...ofTotal(each, all, own)];
    }),
  );
}

/** Whether a number is what each has of those that are counted right before it. */
function isEach(each: Placed, count: Placed | undefined): boolean {
  return isApiece(each) && count?.mention.quantity.kind === 'count' && isExact(count);
}

function isMoneyOrCountOf({ mention: { quantity } }: Placed, unit: string): boolean {
  return quantity.unit === unit && (quantity.kind === 'money' || quantity.kind === 'count');
}

function sharesOf(own: readonly Placed[], all: readonly Placed[]): readonly Share[] {
  return own.map((one) => {
    const count = all[all.indexOf(one) - 1];
    if (count === undefined || !isEach(one, count)) return { members: [one], all: toldIn(one) };
    return { members: [count, one], all: times(exactly(count.mention.quantity.value), toldIn(one)) };
  });
}

/** 共 150 万元，其中 A 40 万元、B 30 万元，其余 4 个各 20 万元: nothing is left out where the rest is told. */
function ofRest(each: Placed, all: readonly Placed[], own: readonly Placed[]): readonly Relation[] {
  const count = all[all.indexOf(each) - 1];
  const [whole, ...parts] = own.slice(0, own.indexOf(each) + 1);
  if (whole === undefined || count === undefined || !REST.test(count.lead) || parts.length < 2) return [];
  return judged(sharesOf(parts, all), whole);
}

/** 8 个街道各 15 万元，共计 120 万元: all that is told before the total is told so. */
function ofTotal(each: Placed, all: readonly Placed[], own: readonly Placed[]): readonly Relation[] {
  const [whole] = all.slice(all.indexOf(each) + 1);
  const parts = own.slice(0, own.indexOf(each) + 1);
  if (whole === undefined || !own.includes(whole) || !TOTAL.test(whole.lead)) return [];
  const shares = sharesOf(parts, all);
  return shares.some(({ members }) => members.length === 1) ? [] : judged(shares, whole);
}

function judged(shares: readonly Share[], whole: Placed): readonly Relation[] {
  const members = shares.flatMap((one) => one.members);
  if (![...members, whole].every((one) => isExact(one) && !isImpure(one) && one.mention.direction === 0))
    return [];
  const made = sum(shares.map(({ all }) => all));
  if (overlaps(made, toldIn(whole))) return [];
  const formula = shares.map((one) => one.members.map(textOf).join(' × ')).join(' ＋ ');
  const problem = `${formula} ＝ ${shown(made, whole.mention.quantity.unit)}，与合计 ${textOf(whole)} 不符`;
  return [wrong([...members, whole], problem)];
}
