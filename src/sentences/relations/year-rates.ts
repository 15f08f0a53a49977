import { intervalOf, percent, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { rateOf, relation, shown, signed, type Relation } from './relation.ts';
import { seriesIn, yearIn } from './series.ts';

/** 比2021年增长, 较2022年下降. */
const ON_YEAR = /[比较](?:上年|(?<year>\d{4})年(?:度|同期)?)[^，。；：\d]{0,8}$/u;

interface OfYear {
  readonly year: number;
  readonly mention: Mention;
}

/** 2021年 418 万元；2022年 451 万元，比2021年增长 8%；2023年 474 万元，比2022年增长 5%. */
export function yearRateRelations(sentence: Sentence): readonly Relation[] {
  if (!/[比较](?:上年|\d{4}年)/u.test(sentence.text)) return [];
  const all = placedIn(sentence);
  const told = all.flatMap((one) => ofYear(one));
  const years = told.length > 0 ? told : announcedYears(all, sentence);
  return all.flatMap((rate, at) => {
    const last = all.slice(0, at).findLast(({ mention }) => mention.role !== 'changeRate');
    const now = years.find(({ mention }) => mention === last?.mention);
    const { groups } = ON_YEAR.exec(rate.lead) ?? {};
    if (now === undefined || rate.mention.role !== 'changeRate' || groups === undefined) return [];
    if (rate.lead.includes('分别')) return [];
    const base = groups['year'] === undefined ? now.year - 1 : Number(groups['year']);
    const before = years.filter(
      ({ year, mention }) => year === base && mention.quantity.unit === now.mention.quantity.unit,
    );
    const [only] = before;
    return only === undefined || before.length > 1 ? [] : ofTwo(only.mention, now.mention, rate.mention);
  });
}

function ofYear({ lead, mention }: Placed): readonly OfYear[] {
  const year = yearIn(lead);
  const amount = mention.role === 'amount' || mention.role === 'last' || mention.role === 'outturn';
  return year === undefined || !amount || mention.quantity.unit === '%' ? [] : [{ year, mention }];
}

/** 近三年依次为 92 万元、105.8 万元和 131.2 万元，2023年比2022年增长…: the last of them is the last year that is named. */
function announcedYears(all: readonly Placed[], { text }: Sentence): readonly OfYear[] {
  const named = [...text.matchAll(/(\d{4})年[比较]\d{4}年/gu)].map(([, year]) => Number(year));
  const units = new Set(all.map(({ mention }) => mention.quantity.unit));
  const last = Math.max(...named);
  return named.length === 0
    ? []
    : [...units].flatMap((unit) => {
        const series = seriesIn(all.filter(({ mention }) => mention.quantity.unit === unit));
        const years = series?.years ?? [];
        return years.map(({ mention }, at) => ({ year: last - years.length + 1 + at, mention }));
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
