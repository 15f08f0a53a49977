import { Exact } from '../../accounts/decimal.ts';
import { saysNotAllPaid } from '../charity/overlaps.ts';
import { isAlike, isExact, isImpure, only, stretchesOf } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { overlaps, times, type Interval } from '../interval.ts';
import { quantitiesIn } from '../quantity.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { textOf, toldIn, wrong } from './slip.ts';

/** 1200 元/人·月, 85 元/平方米: a price with a stroke, which is no amount. */
const TARIFF =
  /(?<count>\d+(?:,\d{3})*(?:\.\d+)?)(?<unit>元|万元)[/／](?<of>\p{Script=Han}{1,3}?(?:[·•.、/／每]\p{Script=Han}{1,2}?)?)(?=[，。；、的（）]|标准|[计结补发测核支执价共]|$)/dgu;
/** What bounds a price, or what is paid beside it. */
const BOUNDED = /最[高多]|不超过|封顶|上限|以内|另|含|加上|扣|预算|结余|均|约|不等/u;
const YEAR: ReadonlySet<string> = new Set(['年', '年度']);
/** 48 人，1200 元/人·月，12 个月，共 69.12 万元: a price by all that it is told for. */
export function tariffRelations(sentence: Sentence): readonly Relation[] {
  const { text } = sentence;
  if (!/元[/／]/u.test(text) || BOUNDED.test(text) || saysNotAllPaid(sentence)) return [];
  const tariffs = [...text.matchAll(TARIFF)];
  const [tariff] = tariffs;
  const stretches = stretchesOf(sentence);
  const [all] = stretches;
  if (tariff === undefined || all === undefined || tariffs.length > 1 || stretches.length > 1) return [];
  return ofTariff(tariff, all, sentence);
}

function ofTariff(tariff: RegExpExecArray, all: readonly Placed[], { text }: Sentence): readonly Relation[] {
  const { count = '', unit = '', of = '' } = tariff.groups ?? {};
  const paid = paidIn(all);
  const factors = of.split(/[·•.、/／每]/u).flatMap((one) => factorOf(one, all, text));
  if (paid === undefined || factors.includes('none')) return [];
  const counts = factors.filter((one) => typeof one === 'object');
  const { value } = quantitiesIn(count + unit)[0] ?? paid.mention.quantity;
  const numbers = [...counts.map(({ mention }) => mention.quantity.value), ...monthsIn(factors)];
  const made = numbers.reduce<Interval>((product, one) => times(product, exactly(one)), exactly(value));
  const comesOut = counts.length === 0 || overlaps(made, toldIn(paid));
  if (comesOut || !isSlipFrom(made, paid.mention.quantity)) return [];
  const formula = [count + unit, ...numbers.map((one) => new Exact(one).toFixed())].join(' × ');
  return [wrong([...counts, paid], `${formula} ＝ ${shown(made, '万元')}，文中写 ${textOf(paid)}`)];
}

/** The one amount of money, where it is no more and no less than what was paid. */
function paidIn(all: readonly Placed[]): Placed | undefined {
  const paid = only(all.filter(({ mention }) => mention.quantity.kind === 'money'));
  return paid !== undefined && isExact(paid) && !isImpure(paid) ? paid : undefined;
}

const MONTHS_OF_YEAR = 12;

function monthsIn(factors: readonly unknown[]): readonly number[] {
  return factors.includes('year') ? [MONTHS_OF_YEAR] : [];
}

/** By what a price is multiplied: what is counted of it, the months of a year, or nothing for a year; `none` where it is not told. */
function factorOf(of: string, all: readonly Placed[], text: string): readonly (Placed | 'year' | 'none')[] {
  if (YEAR.has(of)) return [];
  const unit = of === '月' ? '个月' : of === '生' || of === '师' ? '人' : of;
  const counts = all.filter(({ mention }) => isAlike(mention.quantity.unit, unit));
  const count = only(counts);
  if (count !== undefined && isExact(count)) return [count];
  return counts.length === 0 && of === '月' && text.includes('全年') ? ['year'] : ['none'];
}
