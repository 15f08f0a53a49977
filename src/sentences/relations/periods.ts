import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, meantBy, sum, times } from '../interval.ts';
import type { Role } from '../roles.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';
import { IN_ALL, TOGETHER } from '../sum-words.ts';

const NUMERALS = '一两三四五六七八九十';
const YEARS_TOTAL =
  /(?<![一二三四五六七八九十\d])([两二三四五六七八九十])年(?:来)?[^，。；]{0,6}?(?:累计|合计|总计|总共|共计|共)[^，。；]*$/u;
/** 三年行动计划安排资金: whose years follow one by one. */
const OF_YEARS =
  /(?<![一二三四五六七八九十\d第近])([两二三四五六七八九十])年(?!前)[^，。；]{0,14}(?:投资|资金|投入|安排|预算|经费)[^，。；]{0,2}$/u;
const EACH = /(?:([两二三四五六七八九十])年)?[^，。；]{0,6}(?:各|每年|年均)[^，。；、]{0,8}$/u;
const OWN_YEARS = /([两二三四五六七八九十])年(?:各|每年|年均)/u;
const TOLD: ReadonlySet<Role> = new Set(['amount', 'outturn', 'total', 'last']);
/** What a year falls into without rest. */
const DIVISIONS: readonly (readonly RegExp[])[] = [
  [/上半年/u, /下半年/u],
  [/一季度/u, /二季度/u, /三季度/u, /四季度/u],
];
const WHOLE = new RegExp(`全年|年度|本年|一年|合计|${TOGETHER}|累计|${IN_ALL}`, 'u');
const NO_SUM = /[均率]|平均|进度|每/u;

/** Years and their sum, halves and quarters of a year and the year. */
export function periodRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence).filter(({ mention }) => TOLD.has(mention.role));
  return [
    ...all.flatMap((one, index) => [
      ...ofYears(one, all.slice(0, index)),
      ...ofYearsBehind(one, all.slice(index + 1)),
      ...ofMeanBehind(one, all[index + 1]),
    ]),
    ...ofQuarters(all),
    ...DIVISIONS.flatMap((division) => ofDivision(division, all)),
  ];
}

function ofYears(placed: Placed, before: readonly Placed[]): readonly Relation[] {
  const { mention: total, lead } = placed;
  const numeral = YEARS_TOTAL.exec(lead)?.[1];
  if (isQualified(placed)) return [];
  if (numeral === undefined) return ofEachYear(placed, before);
  const count = numberOf(numeral);
  const own = before.filter(({ mention }) => mention.quantity.unit === total.quantity.unit);
  const [only] = own;
  if (only !== undefined && own.length === 1 && EACH.test(only.lead))
    return isOfOtherYears(only, numeral) ? [] : ofEach(only.mention, total, count);
  if (own.length !== count || own.some(({ lead: words }) => NO_SUM.test(words))) return [];
  if (!areYears(own)) return [];
  return [
    sumTo(
      own.map(({ mention }) => mention),
      total,
    ),
  ];
}

/** 前两年各投入 26 万元，三年累计 82 万元. */
function isOfOtherYears({ lead }: Placed, numeral: string): boolean {
  const own = OWN_YEARS.exec(lead)?.[1];
  return own !== undefined && own !== numeral;
}

/** 两年各投入 26.00 万元，累计 52.00 万元. */
function ofEachYear({ mention: total, lead }: Placed, before: readonly Placed[]): readonly Relation[] {
  const each = before.at(-1);
  const numeral = each === undefined ? undefined : EACH.exec(each.lead)?.[1];
  if (
    each === undefined ||
    numeral === undefined ||
    !/^，(?:累计|合计|共计?|总计)[^，。；]{0,4}$/u.test(lead)
  )
    return [];
  if (before.length > 1 || each.mention.quantity.unit !== total.quantity.unit) return [];
  return ofEach(each.mention, total, numberOf(numeral));
}

/** 三年累计支付 180.00 万元，分别为 50.00 万元、60.00 万元、70.00 万元. */
function ofYearsBehind(placed: Placed, behind: readonly Placed[]): readonly Relation[] {
  const told = YEARS_TOTAL.exec(placed.lead)?.[1];
  const numeral = told ?? OF_YEARS.exec(placed.lead)?.[1];
  if (numeral === undefined || isQualified(placed)) return [];
  const parts = behind.slice(0, numberOf(numeral));
  const listed = parts.every(({ lead, mention }, index) => {
    const joined = index === 0 ? /^[，：（](?:每年)?分别(?:为|是|支付|投入|安排)?$/u : /^(?:、|和|及|与)$/u;
    return joined.test(lead) && mention.quantity.unit === placed.mention.quantity.unit;
  });
  const named = parts.every(
    ({ lead, mention }) =>
      /^[，：、（][^，。；：]*$/u.test(lead) && mention.quantity.unit === placed.mention.quantity.unit,
  );
  const isWhole = told === undefined ? named && areYears(parts) : listed || (named && areYears(parts));
  if (parts.length < numberOf(numeral) || !isWhole) return [];
  return [
    sumTo(
      parts.map(({ mention }) => mention),
      placed.mention,
    ),
  ];
}

/** 三年累计培训 1,350 人次，年均 450 人次. */
function ofMeanBehind(total: Placed, mean: Placed | undefined): readonly Relation[] {
  const numeral = YEARS_TOTAL.exec(total.lead)?.[1];
  if (numeral === undefined || mean === undefined || isQualified(total)) return [];
  if (!/^[，、（](?:每年|年均|平均每年)[^，。；]{0,4}$/u.test(mean.lead)) return [];
  if (mean.mention.quantity.unit !== total.mention.quantity.unit) return [];
  return ofMean(mean.mention, total.mention, numberOf(numeral));
}

function ofMean(mean: Mention, total: Mention, count: number): readonly Relation[] {
  const number = { low: new Exact(count), high: new Exact(count) };
  const outcome = times(meantBy(mean.quantity), number);
  const problem = `${mean.quantity.text} × ${count} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return [relation([total, mean], mean, intervalOf(total.quantity), [outcome], problem)];
}

function numberOf(numeral: string): number {
  return NUMERALS.indexOf(numeral.replace('二', '两')) + 1;
}

/** Each number stands behind a year of its own, or all behind as many years. */
function areYears(parts: readonly Placed[]): boolean {
  const [, from, to] = /(\d{4})年?[至到—-](\d{4})年度?[^，。；]*分别/u.exec(parts[0]?.lead ?? '') ?? [];
  if (from !== undefined && Number(to) - Number(from) + 1 === parts.length) return true;
  const years = parts.flatMap(({ lead }) => [
    ...lead.matchAll(/\d{4}年|上年|去年|前年|本年|今年|当年|首年|次年|第[一二三四五]年/gu),
  ]);
  const named = new Set(years.map(([words]) => words)).size;
  return named === parts.length;
}

function ofEach(each: Mention, total: Mention, count: number): readonly Relation[] {
  const number = { low: new Exact(count), high: new Exact(count) };
  const outcome = times(intervalOf(each.quantity), number);
  const problem = `${each.quantity.text} × ${count} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return [relation([each, total], total, intervalOf(total.quantity), [outcome], problem)];
}

const QUARTERS = 4;

/** 四个季度分别为…，全年…. */
function ofQuarters(all: readonly Placed[]): readonly Relation[] {
  const start = all.findIndex(({ lead }) => /(?:四个|各)季度[^，。；]*分别[^，。；]*$/u.test(lead));
  const parts = all.slice(start, start + QUARTERS);
  const whole = all[start + QUARTERS];
  const [first] = parts;
  if (start < 0 || first === undefined || whole === undefined || NO_SUM.test(first.lead)) return [];
  const alike = [...parts, whole].every(
    ({ mention }) => mention.quantity.unit === first.mention.quantity.unit,
  );
  const listed = parts.slice(1).every(({ lead }) => /^(?:、|和|及|与)$/u.test(lead));
  if (!alike || !listed || !isWhole(whole)) return [];
  return [
    sumTo(
      parts.map(({ mention }) => mention),
      whole.mention,
    ),
  ];
}

/** 上半年…、下半年… and the year's number right before or right behind them. */
function ofDivision(division: readonly RegExp[], all: readonly Placed[]): readonly Relation[] {
  const start = all.findIndex(({ lead }) => division[0]?.test(lead));
  const parts = all.slice(start, start + division.length);
  const [first] = parts;
  if (start < 0 || first === undefined || parts.length < division.length) return [];
  const { unit } = first.mention.quantity;
  const fits = parts.every(
    ({ lead, mention }, index) =>
      division[index]?.test(lead) &&
      mention.quantity.unit === unit &&
      !NO_SUM.test(lead) &&
      mention.role !== 'last',
  );
  if (!fits) return [];
  const whole = [all[start - 1], all[start + division.length]].find(
    (one) => one !== undefined && one.mention.quantity.unit === unit && isWhole(one),
  );
  return whole === undefined
    ? []
    : [
        sumTo(
          parts.map(({ mention }) => mention),
          whole.mention,
        ),
      ];
}

function isWhole(placed: Placed): boolean {
  const { lead, mention } = placed;
  if (isQualified(placed)) return false;
  const clause = /[^，。；：]*$/u.exec(lead)?.[0] ?? '';
  return (
    WHOLE.test(clause) &&
    !/上年|去年|计划|目标|预算/u.test(clause) &&
    mention.role !== 'last' &&
    !NO_SUM.test(clause)
  );
}

function sumTo(parts: readonly Mention[], total: Mention): Relation {
  const outcome = sum(parts.map(({ quantity }) => intervalOf(quantity)));
  const problem = `${parts.map(({ quantity }) => quantity.text).join(' ＋ ')} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return relation([...parts, total], total, intervalOf(total.quantity), [outcome], problem);
}
