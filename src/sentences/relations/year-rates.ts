import { intervalOf, percent, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { rateOf, relation, shown, signed, type Relation } from './relation.ts';
import { seriesIn, yearOfAny } from './series.ts';

/** 比2021年增长, 较2022年下降. */
const ON_YEAR = /[比较](?:上年|(?<year>\d{4})年(?:度|同期)?)[^，。；：\d]{0,8}$/u;

/** 2022年末 12.8 万头，2023年末 13.6 万头，增长 6.25%. */
const BARE =
  /^[^，。；：]{0,3}，(?:同比)?(?:增[长加]|减少|下降|下[跌滑]|[增降涨跌]幅为?|提[高升]|上[升涨]|降低|回落)了?$/u;

interface OfYear {
  readonly year: number;
  readonly mention: Mention;
}

/** 2021年 418 万元；2022年 451 万元，比2021年增长 8%；2023年 474 万元，比2022年增长 5%. */
export function yearRateRelations(sentence: Sentence): readonly Relation[] {
  if (!/[比较](?:上年|\d{4}年)|\d{4}年[^。；]*\d{4}年/u.test(sentence.text)) return [];
  const all = placedIn(sentence);
  const announced = announcedYears(all, sentence);
  const years = announced.length > 0 ? announced : all.flatMap((one) => ofYear(one));
  return all.flatMap((rate, at) => {
    if (rate.mention.role !== 'changeRate' || rate.lead.includes('分别')) return [];
    const last = all.slice(0, at).findLast(({ mention }) => mention.role !== 'changeRate');
    const named = /(\d{4})年(?:度)?[比较]/u.exec(rate.clause)?.[1];
    const now = years.find(({ mention, year }) =>
      named === undefined ? mention === last?.mention : year === Number(named),
    );
    const base = now && baseOf(rate, now, amountBefore(now.mention, all));
    const before = years.filter(
      ({ year, mention }) => year === base && mention.quantity.unit === now?.mention.quantity.unit,
    );
    const [only] = before;
    return now === undefined || only === undefined || before.length > 1
      ? []
      : ofTwo(only.mention, now.mention, rate.mention);
  });
}

/** The year that a rate is on: as it says, or the one before where the two years stand right before it. */
function baseOf({ lead }: Placed, { year, mention }: OfYear, beside: Placed | undefined): number | undefined {
  const { groups } = ON_YEAR.exec(lead) ?? {};
  if (groups !== undefined) return groups['year'] === undefined ? year - 1 : Number(groups['year']);
  const isBeside = beside !== undefined && yearOfAny(beside.lead) === year - 1;
  return isBeside && beside.mention.quantity.unit === mention.quantity.unit && BARE.test(lead)
    ? year - 1
    : undefined;
}

/** The last number before another that is no rate of growth. */
function amountBefore(mention: Mention, all: readonly Placed[]): Placed | undefined {
  const before = all.slice(
    0,
    all.findIndex((one) => one.mention === mention),
  );
  return before.findLast((one) => one.mention.role !== 'changeRate');
}

function ofYear({ lead, mention }: Placed): readonly OfYear[] {
  const year = yearOfAny(lead);
  const amount = mention.role === 'amount' || mention.role === 'last' || mention.role === 'outturn';
  return year === undefined || !amount || mention.quantity.unit === '%' ? [] : [{ year, mention }];
}

const RANGE = /\d{4}年?(?:至|到|-|—|、[^，。；]*、)(\d{4})年/u;

/** 近三年依次为 92 万元、105.8 万元和 131.2 万元，2023年比2022年增长…: the last of them is the last year that is named. */
function announcedYears(all: readonly Placed[], { text }: Sentence): readonly OfYear[] {
  const units = new Set(all.map(({ mention }) => mention.quantity.unit));
  return [...units].flatMap((unit) => {
    const years = seriesIn(all.filter(({ mention }) => mention.quantity.unit === unit))?.years ?? [];
    const lead = years[0]?.lead ?? '';
    if (!/分别|依次/u.test(lead)) return [];
    const named = [...text.matchAll(/(\d{4})年/gu)].map(([, year]) => Number(year));
    const last = Number(RANGE.exec(lead)?.[1] ?? Math.max(0, ...named));
    return last === 0
      ? []
      : years.map(({ mention }, at) => ({ year: last - years.length + 1 + at, mention }));
  });
}

function ofTwo(base: Mention, now: Mention, rate: Mention): readonly Relation[] {
  const part = percent(intervalOf(now.quantity), intervalOf(base.quantity));
  if (part === undefined) return [];
  const growth: Interval = { low: part.low.minus(100), high: part.high.minus(100) };
  const problem = `由 ${base.quantity.text} 到 ${now.quantity.text}，应增减 ${shown(growth, '%')}，文中写 ${rate.quantity.text}`;
  const told = signed(rateOf(rate), rate.direction);
  return [relation([base, now, rate], rate, told, [growth], problem, rate.quantity.half.times(2))];
}
