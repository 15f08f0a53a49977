import { isExact, only, stretchesOf } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { scaleOf } from '../equations/per-one.ts';
import { minus, negated, overlaps, times, type Interval } from '../interval.ts';
import { saysNotAllPaid } from '../charity/overlaps.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { textOf, toldIn, wrong } from './slip.ts';

const TURNED = /[由从][^，。；]*每[^，。；\d]*$/u;
const TO = /^[^，。；、\d]*(?:至|到|为)(?:每[\p{Script=Han}]{1,6})?$/u;
const EACH = /每(人次|平方米|立方米|千瓦时|公里|公斤|小时|[\p{Script=Han}])/gu;
const CHANGED =
  /^[，；](?:[\p{Script=Han}]{0,4}(?:共|合计|累计|可|约)?)?(?:增加|减少|节约|节省|节支|多支|少支|增支|减支)[\p{Script=Han}]{0,4}$|^(?:共|合计|累计|可)?(?:增加|减少|节约|节省|节支|多支|少支|增支|减支)[\p{Script=Han}]{0,4}$/u;
const MONTHS_A_YEAR = 12;

/** 由每月 1.25 万元下调为 1.10 万元，全年 12 个月共减少 1.80 万元: how far a price was moved, by all that it is paid for. */
export function priceChanges(sentence: Sentence): readonly Relation[] {
  if (!sentence.text.includes('每') || saysNotAllPaid(sentence)) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((before, at) => {
      const after = all[at + 1];
      const behind = all.slice(at + 2);
      const change = behind.at(-1);
      if (after === undefined || change === undefined || !areTurned(before, after)) return [];
      return ofChange([before, after], behind.slice(0, -1), change, sentence);
    }),
  );
}

function areTurned(before: Placed, after: Placed): boolean {
  const areMoney = [before, after].every((one) => one.mention.quantity.kind === 'money' && isExact(one));
  return areMoney && TURNED.test(before.clause) && TO.test(after.lead);
}

function ofChange(
  [before, after]: readonly [Placed, Placed],
  counts: readonly Placed[],
  change: Placed,
  { text }: Sentence,
): readonly Relation[] {
  const isMoney = change.mention.quantity.kind === 'money' && isExact(change);
  if (!isMoney || !CHANGED.test(change.lead)) return [];
  const units = [...before.clause.matchAll(EACH)].flatMap(([, unit]) => unit ?? []);
  const factors = units.map((unit) => factorOf(unit, counts, text));
  const used = factors.flatMap((one) => one?.of ?? []);
  // What is counted and is no factor leaves open what the change is of.
  if (factors.includes(undefined) || used.length !== counts.length) return [];
  const many = factors.reduce<Interval>((all, one) => times(all, one?.value ?? exactly(1)), exactly(1));
  const apart = minus(toldIn(before), toldIn(after));
  const made = times(apart.high.isNegative() ? negated(apart) : apart, many);
  if (overlaps(made, toldIn(change)) || !isSlipFrom(made, change.mention.quantity)) return [];
  const formula = [`（${textOf(before)} 与 ${textOf(after)} 之差）`, ...used.map(textOf)].join(' × ');
  const problem = `${formula} ＝ ${shown(made, '万元')}，文中写 ${textOf(change)}`;
  return [wrong([before, after, ...used, change], problem)];
}

interface Factor {
  readonly value: Interval;
  /** The number that tells it; none for the months of a year. */
  readonly of?: Placed;
}

/** By what a price is multiplied: what is counted of it, or the months of the year that is told. */
function factorOf(unit: string, counts: readonly Placed[], text: string): Factor | undefined {
  const own = counts.filter((one) => scaleOf(one, unit) !== undefined);
  const of = only(own);
  const scale = of && scaleOf(of, unit);
  if (of !== undefined && scale !== undefined)
    return isExact(of) ? { of, value: times(toldIn(of), exactly(scale)) } : undefined;
  const isYear = own.length === 0 && unit === '月' && text.includes('全年');
  return isYear ? { value: exactly(MONTHS_A_YEAR) } : undefined;
}
