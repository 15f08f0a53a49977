import { isAmount, isBefore, isExact, isPlain, stretchesOf, wordsOf } from '../equations/beside.ts';
import { isBelow, overlaps, percent, sum, times, type Interval } from '../interval.ts';
import { exactly } from '../equations/equation.ts';
import { leading } from '../leading.ts';
import type { Quantity } from '../quantity.ts';
import type { Placed } from '../relations/placed.ts';
import { rateOf, shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { outcomesOf } from './rates.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { ofUnitOf, textOf, toldIn, toldRate, wrong } from './slip.ts';

/** ，占45%; 用于短视频制作，占45%; ，占比超过三成: of what stands right before. */
const BESIDE =
  /^(?:(?:用于|用在|用作|投向|来自|来源于|服务于?|投入|分布在|位于|为|属于|种植|种|从事)[^，。；：、\d]{1,14})?[，（]?占(?:比|总数的?|总量的?|全部的?)?(?:为|达到?)?(?:超过?|不足|不到|近|逾)?$/u;
/** 人工造林占54.16%; 运维支出不足一半: of a part that is named again. */
const AGAIN =
  /^(?<name>[\p{Script=Han}]{2,10}?)(?:支出|资金|金额|经费)?(?:占(?:比|总数的?|总量的?|全部的?)?(?:为|达到?)?(?:超过?|不足|不到)?|不足|不到|超过|已?过)$/u;
const FEWEST_SHARES = 3;

/** Shares of what stands before them, or is named again, in what the sentence began with. */
export function plainShares(sentence: Sentence): readonly Relation[] {
  if (!/占|不足|不到|超过|过半/u.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) => [
    ...all.flatMap((rate, at) => [
      ...ofShare(rate, all.slice(0, at)),
      ...ofYearBefore(rate, all.slice(0, at)),
    ]),
    ...ofRow(all),
    ...ofNamed(all),
  ]);
}

function ofShare(rate: Placed, before: readonly Placed[]): readonly Relation[] {
  const { quantity, of } = rate.mention;
  if (quantity.unit !== '%' || of !== undefined || rate.mention.after.startsWith('的')) return [];
  const part = partOf(rate, before);
  const whole = part && wholeOf(part, before);
  if (part === undefined || whole === undefined) return [];
  const meant = percent(toldIn(part), toldIn(whole));
  if (meant === undefined || !isOff(rate, part, before, meant)) return [];
  const problem = `${textOf(part)} ÷ ${textOf(whole)}，占比应为 ${shown(meant, '%')}，文中写 ${textOf(rate)}`;
  return [wrong([whole, part, rate], problem)];
}

/** 由上年的 240 件降至 156 件，其中 39 件，占 16.25%: a part of this year, and its share of last year's number. */
function ofYearBefore(rate: Placed, before: readonly Placed[]): readonly Relation[] {
  const part = before.at(-1);
  if (part === undefined || !/^，占(?:比)?(?:为)?$/u.test(rate.lead) || !/^，其中/u.test(part.lead))
    return [];
  const [last, now] = yearBeforeAndNow(ofUnitOf(part, before.slice(0, -1)));
  if (last === undefined || now === undefined || ![last, now, part, rate].every(isExact)) return [];
  const [own, other] = [now, last].map((whole) => percent(toldIn(part), toldIn(whole)));
  const told = toldRate(rate);
  if (own === undefined || other === undefined || overlaps(own, told) || !overlaps(other, told)) return [];
  const problem = `${textOf(part)} ÷ ${textOf(now)}，占比应为 ${shown(own, '%')}，文中写 ${textOf(rate)}（那是占 ${textOf(last)} 的）`;
  return [wrong([now, part, rate], problem)];
}

function yearBeforeAndNow([last, now, ...more]: readonly Placed[]): readonly (Placed | undefined)[] {
  if (last === undefined || now === undefined || more.length > 0) return [];
  return isBefore(last) && !isBefore(now) ? [last, now] : [];
}

/** What the stretch began with, where that is more. */
function wholeOf(part: Placed, before: readonly Placed[]): Placed | undefined {
  const [whole] = ofUnitOf(part, before);
  if (!isPlain(part) || whole === undefined || !isExact(whole)) return undefined;
  return whole.mention.quantity.value.gt(part.mention.quantity.value) ? whole : undefined;
}

/** The amount right before, or the one that is called as the words are. */
function partOf(rate: Placed, before: readonly Placed[]): Placed | undefined {
  if (BESIDE.test(rate.lead)) return before.at(-1);
  const name = AGAIN.exec(wordsOf(rate))?.groups?.['name'];
  if (name === undefined || !/^[，；]/u.test(rate.lead)) return undefined;
  const named = before.filter((one) => isAmount(one) && nameOf(one) === name);
  return named.length === 1 && named[0] !== before[0] ? named[0] : undefined;
}

function nameOf(one: Placed): string {
  return wordsOf(one).replace(/^(?:其中|和|及|与)/u, '');
}

/** 超过三成, of a quarter. */
function isBeyond({ value, approximation }: Quantity, meant: Interval): boolean {
  return approximation === 'over' ? isBelow(meant, exactly(value)) : isBelow(exactly(value), meant);
}

/** A slip away from the share, another round word, or on the wrong side of it; and no share of any other whole. */
function isOff(rate: Placed, part: Placed, before: readonly Placed[], meant: Interval): boolean {
  const { quantity } = rate.mention;
  const own = ofUnitOf(part, before);
  const isBound = quantity.approximation === 'over' || quantity.approximation === 'under';
  const larger = own.filter(({ mention }) => mention.quantity.value.gt(part.mention.quantity.value));
  if (isBound) return larger.length === 1 && isBeyond(quantity, meant);
  if (quantity.approximation !== undefined) return false;
  const isSettled = isShareTold(own, before);
  const told = toldRate(rate);
  const wholes = isSettled ? own.slice(0, 1).concat(part) : own;
  const outcomes = sharesOf(part, wholes, /占/u.test(rate.lead) && !/\d/u.test(quantity.digits));
  if (outcomes.some((one) => overlaps(one, told))) return false;
  return /\d/u.test(quantity.digits) ? isSlipFrom(meant, quantity) : isSettled || own.length === 2;
}

/** What a part may be of any of them; 占三分之一 is never of what is left. */
function sharesOf(part: Placed, wholes: readonly Placed[], isSaid: boolean): readonly Interval[] {
  if (!isSaid) return outcomesOf(part, wholes);
  return wholes.filter((one) => one !== part).flatMap((one) => percent(toldIn(part), toldIn(one)) ?? []);
}

/** 总投资 4.25 亿元，补助 2.55 亿元，占六成，: a share before it is of what the stretch began with, and so is the next. */
function isShareTold([whole, ...parts]: readonly Placed[], before: readonly Placed[]): boolean {
  return parts.some((part) => {
    const rate = before[before.indexOf(part) + 1];
    if (whole === undefined || rate === undefined || !BESIDE.test(rate.lead)) return false;
    const share = percent(toldIn(part), toldIn(whole));
    return share !== undefined && rate.mention.quantity.unit === '%' && overlaps(share, rateOf(rate.mention));
  });
}

/** 分别占 8.6%、30.0%、20.2%和 51.2%: shares of one whole are no more than all of it. */
function ofRow(all: readonly Placed[]): readonly Relation[] {
  return all.flatMap((first, at) => {
    if (!/分别占(?:比)?(?:为)?$/u.test(first.clause) || first.mention.quantity.unit !== '%') return [];
    const behind = all.slice(at + 1);
    const goesOn = ({ lead, mention }: Placed): boolean =>
      /^[、和及与]$/u.test(lead) && mention.quantity.unit === '%';
    const row = [first, ...leading(behind, goesOn)];
    const last = row.at(-1);
    const made = sum(row.map(({ mention }) => rateOf(mention)));
    // 分别占各自预算 stands behind the last.
    if (row.length < FEWEST_SHARES || made.low.lte(100) || !/^[，。；]?/u.test(last?.behind ?? '')) return [];
    return [wrong(row, `${row.map(textOf).join(' ＋ ')} ＝ ${shown(made, '%')}，超过 100%`)];
  });
}

/** 2850 万元，助残…分别占 20%…，其中助残 750 万元: what a share makes of the whole. */
function ofNamed(all: readonly Placed[]): readonly Relation[] {
  const [whole] = all;
  if (whole === undefined || !isAmount(whole) || !isExact(whole)) return [];
  const amounts = ofUnitOf(whole, all).slice(1);
  return amounts.flatMap((amount) => {
    const name = nameOf(amount);
    const rates = all.filter(
      ({ item, mention }) => mention.role === 'share' && item.name === name && mention.of === undefined,
    );
    const [rate] = rates;
    if (rate === undefined || rates.length > 1 || rate.mention.quantity.from > amount.mention.quantity.from)
      return [];
    if (amounts.length > 1 || !isExact(amount) || !/其中/u.test(amount.lead)) return [];
    const meant = times(toldIn(whole), times(rateOf(rate.mention), exactly('0.01')));
    if (overlaps(meant, toldIn(amount)) || !isSlipFrom(meant, amount.mention.quantity)) return [];
    const problem = `${textOf(whole)} × ${textOf(rate)} ＝ ${shown(meant, amount.mention.quantity.unit)}，文中写 ${textOf(amount)}`;
    return [wrong([whole, rate, amount], problem)];
  });
}
