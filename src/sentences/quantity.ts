import { halfStep, Exact } from '../accounts/decimal.ts';
import { spelled, SPELLED } from './spelled.ts';
import { unitAt, type QuantityKind, type WrittenUnit } from './units.ts';

/** Whether a number is told exactly: 约 about, 余 a little more, 近 a little less; 超过 any more, 不足 any less than it says. */
export type Approximation = 'about' | 'more' | 'less' | 'over' | 'under';

/** A number of a text with its unit. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** 万元, %, 个百分点, 倍, or what is counted: 人, 批次. */
  readonly unit: string;
  /** In that unit; negative where a minus sign is written. */
  readonly value: Exact;
  /** How far rounding to the written decimals may have moved it, in that unit; counts are exact. */
  readonly half: Exact;
  readonly approximation?: Approximation;
  /** As it is written, with its unit: `5.14亿元`. */
  readonly text: string;
  readonly digits: string;
  /** The unit as it is written. */
  readonly writtenUnit: string;
  readonly from: number;
  readonly to: number;
}

const NUMBER = /(?<![\d.A-Za-z×:/〔[第-])(?:(?<![%元个人])-)?\d+(?:,\d{3})*(?:\.\d+)?/gu;
/** After these a minus is the sign of a rate; elsewhere a dash joins. */
/** 不到全年预算的一半, 超过公用经费 62.00 万元的 5%: the whole between a word that bounds a rate and the rate. */
const WHOLE_OF_RATE =
  /(?<=超过?|逾|突破|不足|不到|至多|未达到?|未超过?|未过)(?!过|到)[^，。；：、\d]{1,20}(?:\d[\d,.]*[\p{Script=Han}]{1,2})?的\s*$/u;
const OVER_WORD = /(?:(?<!不)(?:超过?|逾|突破)|不少于|不低于|至少)\s*$/u;
const UNDER_WORD = /(?:不足|不到|不超过?|至多|未达到?|未超过?|未过)\s*$/u;
const LESS_WORD = /(?:近|将近|接近)\s*$/u;
const ABOUT_WORD = /(?:(?<![节签履违预集])约|约为|大约|大概|大致|预计|估计)\s*$/u;
const EXACTLY = /(?:恰|正好|刚好|整整)好?[占为是达]?(?:到|全部|总数)?的?\s*$/u;
const BEHIND_NUMBER = /^(?:余|多|来)/u;
const BEHIND_UNIT = /^(?:左右|上下|以上|以下|以内|余|还[要]?多|有余|多(?=$|[，。；：、）的]))/u;
/** 单价100万元以上设备: a bound that says which things are meant. */
const BOUND =
  /^(?:（含）|（不含）)?(?:及?以[上下内])(?:（含）|（不含）)?的?(?=[\p{Script=Han}（\d])(?!左右)/u;
/** 36至45岁, 36岁至45岁: ages that say who is meant. */
const AGES_BEHIND = /^(?:至|到|-|—|~|～)\d/u;
const AGES_BEFORE = /\d岁?(?:至|到|-|—|~|～)$/u;
const PRICE = /^\s*[/／]/u;
const LOOK = 10;
/** How far before a number words stand that bound it, with the whole of which it is a part. */
const LOOK_BACK = 36;

/** The quantities of a normalised text, in their order. Numbers without unit, years and ordinals are words. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found = [...digitQuantities(text), ...spelledQuantities(text), ...bareQuantities(text)];
  return found.sort((a, b) => a.from - b.from);
}

/** 由 1.93 降至 1.68: indices and ratios that have no unit turn from one to the other. */
const BARE =
  /[由从](?:上年度?的?|去年的?|\d{4}年的?)?(?<a>\d{1,4}\.\d{1,3})(?:[降升增减提下上缩][\p{Script=Han}]{0,2}?)(?:至|到|为)(?<b>\d{1,4}\.\d{1,3})(?=[，。；、（]|$)/dgu;
const NO_UNIT: WrittenUnit = { kind: 'count', unit: '', factor: new Exact(1) };

/** 由 1250000 增至 1500000; 急诊人次 23140 占总人次 185120 的 12.5%: counts whose unit stands in their name. */
const BARE_COUNTS =
  /[由从](?:上年度?的?|去年的?|\d{4}年的?)?(?<a>\d{5,}|\d{1,3}(?:,\d{3})+)(?:[降升增减提下上缩扩][\p{Script=Han}]{0,2}?)(?:至|到|为)(?<b>\d{5,}|\d{1,3}(?:,\d{3})+)(?=[，。；、（]|$)/dgu;
const BARE_PARTS =
  /(?<=[\p{Script=Han}])(?<a>\d{2,}|\d{1,3}(?:,\d{3})+)，?占(?:到|了)?[\p{Script=Han}]{1,16}(?<b>\d{2,}|\d{1,3}(?:,\d{3})+)的(?=\d)/dgu;

function bareQuantities(text: string): readonly Quantity[] {
  return [BARE, BARE_COUNTS, BARE_PARTS]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(({ groups = {}, indices }) =>
      ['a', 'b'].map((name) => {
        const digits = groups[name] ?? '';
        const [from, to] = indices?.groups?.[name] ?? [0, 0];
        return { ...amountOf(digits, NO_UNIT), text: digits, digits, writtenUnit: '', from, to };
      }),
    );
}

function digitQuantities(text: string): readonly Quantity[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: digits, index }) => {
    let at = index + digits.length;
    while (' \n'.includes(text.charAt(at)) && at < text.length) at += 1;
    const vague = BEHIND_NUMBER.exec(text.slice(at, at + 1))?.[0] ?? '';
    const found = unitAt(text, at + vague.length);
    if (found === undefined) return [];
    const to = at + vague.length + found.length;
    const after = text.slice(to, to + LOOK);
    if (PRICE.test(after) || BOUND.test(after)) return [];
    if (found.written.unit === '岁' && isRangeOfAges(text, index, to)) return [];
    const approximation = approximationOf(wordsBefore(text, index, found.written), vague, after);
    return [
      {
        ...amountOf(digits, found.written),
        ...(approximation && { approximation }),
        text: text.slice(index, to),
        digits,
        writtenUnit: text.slice(at + vague.length, to),
        from: index,
        to,
      },
    ];
  });
}

function isRangeOfAges(text: string, from: number, to: number): boolean {
  return (
    AGES_BEHIND.test(text.slice(to, to + 2)) || AGES_BEFORE.test(text.slice(Math.max(from - 4, 0), from))
  );
}

function amountOf(
  digits: string,
  { kind, unit, factor }: WrittenUnit,
): Pick<Quantity, 'kind' | 'unit' | 'value' | 'half'> {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const value = new Exact(digits.replaceAll(',', '')).times(factor);
  const exact = kind === 'count' && factor.eq(1) && decimals === 0;
  const half = exact ? new Exact(0) : halfStep(decimals).times(factor);
  return { kind, unit, value, half };
}

function spelledQuantities(text: string): readonly Quantity[] {
  return [...text.matchAll(SPELLED)].flatMap(({ 0: words, index }) => {
    const meant = spelled(words);
    if (meant === undefined) return [];
    const to = index + words.length;
    const before = wordsBefore(text, index, meant);
    const approximation = words.startsWith('过')
      ? 'over'
      : approximationOf(before, '', text.slice(to, to + LOOK));
    return [
      {
        ...meant,
        half: precisionOf(meant.half, before, approximation),
        unit: meant.kind === 'rate' ? '%' : '倍',
        ...(approximation && { approximation }),
        text: words,
        digits: words,
        writtenUnit: '',
        from: index,
        to,
      },
    ];
  });
}

/** 恰 makes a round word exact; 不足 and 超过 bound it, and what bounds is not round. */
function precisionOf(half: Exact, before: string, approximation: Approximation | undefined): Exact {
  if (approximation === 'over' || approximation === 'under') return new Exact(0);
  return EXACTLY.test(before) ? Exact.min(half, '0.5') : half;
}

/** The words right before a number; those before the whole, where it is a rate of one. */
function wordsBefore(text: string, from: number, { kind }: Pick<Quantity, 'kind'>): string {
  const before = text.slice(Math.max(from - LOOK_BACK, 0), from);
  return kind === 'rate' ? before.replace(WHOLE_OF_RATE, '') : before;
}

/** What the words before a number make of it, the first that fits. */
const SAID_BEFORE: readonly (readonly [Approximation, RegExp])[] = [
  ['about', ABOUT_WORD],
  ['under', UNDER_WORD],
  ['over', OVER_WORD],
  ['less', LESS_WORD],
];
const SAID_BEHIND: Readonly<Record<string, Approximation | undefined>> = {
  左右: 'about',
  上下: 'about',
  以下: 'under',
  以内: 'under',
  以上: 'over',
  还多: 'over',
  还要多: 'over',
  有余: 'over',
};

function approximationOf(before: string, vague: string, after: string): Approximation | undefined {
  if (vague !== '') return 'more';
  const behind = BEHIND_UNIT.exec(after)?.[0];
  const said = behind === undefined ? undefined : SAID_BEHIND[behind];
  return (
    said ??
    SAID_BEFORE.find(([, words]) => words.test(before))?.[0] ??
    (behind === undefined ? undefined : 'more')
  );
}

/** 比不超过 10 人的目标少 3 人: a bound that is compared with is the number itself. */
export function unbounded({ approximation, ...quantity }: Quantity): Quantity {
  return approximation === 'over' || approximation === 'under' || approximation === undefined
    ? quantity
    : { ...quantity, approximation };
}
