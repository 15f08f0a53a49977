import { intervalOf, minus, percent } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import { spoken, verb } from './change-words.ts';
import { placedIn, type Placed } from './placed.ts';
import { rateOf, relation, signed, type Relation } from './relation.ts';
import { seriesIn, yearIn, type Series } from './series.ts';

const GROWTH = /增长率|增速|增幅/u;
const LISTED = /^(?:、|和|及|与|，)?(?:[增升减下][长幅降加升])?(?:了|约)?$/u;

/** 2021年A、2022年B、2023年C，近两年分别增长 x% 和 y%: each rate is of one year on the year before. */
export function growthRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  const units = new Set(all.map(({ mention }) => mention.quantity.unit));
  return [...units].flatMap((unit) => {
    const series = seriesIn(all.filter(({ mention }) => mention.quantity.unit === unit));
    const last = series?.years.at(-1);
    if (series === undefined || last === undefined) return [];
    const behind = all.slice(all.indexOf(last) + 1);
    const rates = behind.slice(0, behind.findIndex(({ mention }) => !isRate(mention.quantity.unit)) >>> 0);
    return ofRates(series, rates);
  });
}

function isRate(unit: string): boolean {
  return unit === '%' || unit === '个百分点';
}

function ofRates({ years }: Series, rates: readonly Placed[]): readonly Relation[] {
  const steps = years.slice(1).map((year, index) => [years[index] ?? year, year] as const);
  const changes = inherited(rates);
  if (changes.some(({ clause }) => /年均|平均|[比较]\d{4}年/u.test(clause))) return [];
  if (!changes.every(({ mention: { role } }) => role === 'changeRate' || role === 'points')) return [];
  const named = changes.flatMap((rate) => {
    const year = yearIn(rate.clause);
    const step = steps.find(([, { lead }]) => year !== undefined && yearIn(lead) === year);
    return step === undefined ? [] : [ofStep(step, rate)];
  });
  if (named.length === changes.length) return named;
  const listed = changes.slice(1).every(({ lead }) => LISTED.test(lead) || yearIn(lead) !== undefined);
  return changes.length === steps.length && listed
    ? changes.flatMap((rate, index) => (steps[index] === undefined ? [] : [ofStep(steps[index], rate)]))
    : [];
}

/** 逐年增长 10%、5%: what is enumerated is told as the first is; 年增长率 has no other word. */
function inherited(rates: readonly Placed[]): readonly Placed[] {
  const all: Placed[] = [];
  for (const one of rates) {
    const before = all.at(-1)?.mention;
    const { role, quantity } = one.mention;
    if (role !== 'amount') all.push(one);
    else if (before !== undefined && /^[、和与及]$/u.test(one.lead))
      all.push({ ...one, mention: { ...before, quantity } });
    else if (GROWTH.test(one.clause))
      all.push({ ...one, mention: { ...one.mention, role: 'changeRate', direction: 1 } });
    else all.push(one);
  }
  return all;
}

function ofStep([before, now]: readonly [Placed, Placed], { mention: rate }: Placed): Relation {
  const [a, b] = [intervalOf(before.mention.quantity), intervalOf(now.mention.quantity)];
  const part = percent(b, a);
  const growth = part && { low: part.low.minus(100), high: part.high.minus(100) };
  const points = now.mention.quantity.unit === '%' ? minus(b, a) : undefined;
  const outcomes = (rate.role === 'points' ? [points] : [growth, points]).filter((one) => one !== undefined);
  const [outcome = a] = outcomes;
  const { unit } = rate.quantity;
  const problem = `由 ${before.mention.quantity.text} 到 ${now.mention.quantity.text}，应${spoken(outcome, unit)}，文中写${verb(rate)} ${rate.quantity.text}`;
  const told = signed(rateOf(rate), rate.direction);
  return relation(
    [before.mention, now.mention, rate],
    rate,
    told,
    outcomes,
    problem,
    rate.quantity.half.times(2),
  );
}
