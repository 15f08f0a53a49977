import { meantBy, minus, sum, times, type Interval } from '../interval.ts';
import { exactly, over } from '../equations/equation.ts';
import type { Placed } from '../relations/placed.ts';
import { BASES, earlier, valueOf, type Accused, type Make } from './accused.ts';
import { changesOf, growthsOf } from './changes.ts';
import { partsOf } from './parts.ts';
import { IN_ALL, TOGETHER } from '../sum-words.ts';

/** Of numbers of fewer digits many are a difference of others by chance. */
const ENOUGH_DIGITS = 3;
const REST = /其余|剩|余|未|尚|差|节约|节省|超|净|另/u;

/** All that the other numbers of the sentence make which the accused one may be, of the kind that its words tell. */
export function makesOf(accused: Accused): readonly Make[] {
  const { one } = accused;
  const { kind, unit } = one.mention.quantity;
  if (kind === 'rate') return one.mention.role === 'changeRate' ? growthsOf(accused) : partsOf(accused);
  const all = earlier(accused);
  if (one.mention.direction !== 0) return [...changesOf(accused), ...meansOf(one, all)];
  const before = all.filter(({ mention }) => mention.quantity.unit === unit);
  return [...restsOf(one, before), ...totalsOf(one, before), ...meansOf(one, all)];
}

function isTelling({ mention: { quantity } }: Placed): boolean {
  return quantity.digits.replaceAll(/[,.]/gu, '').replace(/^0+|0+$/gu, '').length >= ENOUGH_DIGITS;
}

/** What is left of one when another, or several that follow it, are taken off. */
function restsOf(one: Placed, before: readonly Placed[]): readonly Make[] {
  if (!isTelling(one) && !REST.test(one.clause)) return [];
  const told = valueOf(one);
  return before.flatMap((whole, at) => {
    // What is left of a contract is not what is left of its budget.
    if (BASES.has(whole.mention.role)) return [];
    const behind = before.slice(at + 1);
    const runs = behind.flatMap((_, from) =>
      behind.slice(from).map((__, to) => behind.slice(from, from + to + 1)),
    );
    const single = before.slice(0, at).map((part) => [part]);
    return [...runs, ...single].map((parts) => ({
      told,
      outcome: minus(valueOf(whole), sum(parts.map(valueOf))),
    }));
  });
}

/** 14 所，其中新建 5 所、改扩建 9 所，新增学位 9600 个，平均每校约 686 个: of any that were counted. */
function meansOf(one: Placed, all: readonly Placed[]): readonly Make[] {
  const { unit } = one.mention.quantity;
  if (!MEAN.test(one.clause)) return [];
  const told = meantBy(one.mention.quantity);
  const counts = all.filter(
    ({ mention }) => mention.quantity.kind === 'count' && mention.quantity.unit !== unit,
  );
  return all
    .filter(({ mention }) => mention.quantity.unit === unit)
    .flatMap((total) => counts.flatMap((count) => over(valueOf(total), valueOf(count)) ?? []))
    .map((outcome) => ({ told, outcome }));
}

const MEAN = /均/u;

/** A run of numbers, those behind 各 as often as names stand before it; or the same number told before. */
function totalsOf(one: Placed, before: readonly Placed[]): readonly Make[] {
  const told = valueOf(one);
  const each = before.some(({ lead }) => EACH.test(lead));
  const runs = before
    .slice(0, -1)
    .flatMap(({ lead }, from) => (from > 0 && ENUMERATED.test(lead) ? [] : [before.slice(from)]));
  const all = !TOTAL.test(one.clause)
    ? []
    : runs
        .filter(({ length }) => each || isTelling(one) || length > 2)
        .map((parts) => ({ told, outcome: sum(parts.map(multiplied)) }));
  const again =
    isTelling(one) && before.length > 0
      ? before.slice(0, -1).map((same) => ({ told, outcome: valueOf(same) }))
      : [];
  return [...all, ...again];
}

/** What is joined so to the one before it is told together with it. */
const ENUMERATED = /^[、和与及]/u;
const TOTAL = new RegExp(`[合总]计|${TOGETHER}|${IN_ALL}|累计|计$`, 'u');
const EACH = /各(?:有|配|设|配备|安排|购置)?[\p{Script=Han}]{0,4}$/u;

/** 甲车和乙车各 2 辆: of each of those named. */
function multiplied(one: Placed): Interval {
  if (!EACH.test(one.lead)) return valueOf(one);
  const names = one.lead
    .replace(/^[，；]/u, '')
    .split(/[、和及与]/u)
    .filter((name) => name !== '');
  return times(valueOf(one), exactly(Math.max(names.length, 1)));
}
