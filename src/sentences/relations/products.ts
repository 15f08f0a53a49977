import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, overlaps, percent, times, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { rateOf, shown, type Relation } from './relation.ts';

/** 每期, 单价, 日均: what one of something costs or has, and what it is one of. */
const PER =
  /(?:每(?:一)?|平均每(?:一)?)(人次|批次|平方米|公里|小时|工作日|[\p{Script=Han}])|(人|户|日|月|车|台|次|套|件|篇|册|期|场|批)均|(单价|均价)|月(?:租金|租|工资|支出|均)()|单(件|次|套|台|车|份|项|篇|条|场|户|笔|位)/u;
const TIMES_A_YEAR: Readonly<Record<string, Interval>> = {
  // With or without days off.
  日: interval(240, 366),
  天: interval(240, 366),
  工作日: interval(240, 260),
  月: interval(12, 12),
  季: interval(4, 4),
  季度: interval(4, 4),
};

function interval(low: number, high: number): Interval {
  return { low: new Exact(low), high: new Exact(high) };
}

/** 每期 45 人 × 6 期 ＝ 270 人次, where the sentence has one of each. */
export function productRelations({ items }: Sentence): readonly Relation[] {
  const all = items.flatMap(({ mentions }) => mentions);
  const prices = all.filter(isPrice);
  const [price] = prices;
  if (price === undefined || prices.length > 1 || price.quantity.unit === '%') return [];
  const unit = unitOf(price);
  const totals = all.filter(
    (one) => one !== price && isSame(one.quantity.unit, price.quantity.unit) && !isOtherAmount(one),
  );
  if (all.some(({ role, quantity }) => role === 'base' && quantity.unit === price.quantity.unit)) return [];
  const [total] = totals;
  if (total === undefined || totals.length > 1) return [];
  const counts = all.filter(
    (one) =>
      one !== price &&
      one !== total &&
      one.quantity.kind === 'count' &&
      isCountOf(one.quantity.unit, unit) &&
      one.role !== 'change',
  );
  if (counts.length > 1 || /每[^每]*每(?!年)/u.test(price.words)) return [];
  return ofCount(price, total, counts[0], unit);
}

function ofCount(
  price: Mention,
  total: Mention,
  count: Mention | undefined,
  unit: string,
): readonly Relation[] {
  const yearly = TIMES_A_YEAR[unit];
  if (yearly !== undefined) return /年/u.test(total.words) ? [product(price, total, yearly, [], unit)] : [];
  return count === undefined ? [] : [product(price, total, intervalOf(count.quantity), [count], unit)];
}

function isPrice({ words, role, direction }: Mention): boolean {
  return (
    PER.test(words) && direction === 0 && (role === 'amount' || role === 'perHead' || role === 'outturn')
  );
}

function unitOf({ words }: Mention): string {
  if (/月(?:租金|租|工资|支出|均)/u.test(words)) return '月';
  const [, each, mean, , , single] = PER.exec(words) ?? [];
  return each ?? mean ?? single ?? '';
}

const ALIKE: readonly (readonly string[])[] = [
  ['人', '人次'],
  ['台', '辆', '套', '台（套）', '部'],
  ['批', '批次'],
  ['次', '场', '期', '场次', '班次'],
];

function isSame(a: string, b: string): boolean {
  return a === b || ALIKE.some((group) => group.includes(a) && group.includes(b));
}

/** 单价 is the price of whatever is counted. */
function isCountOf(unit: string, of: string): boolean {
  return of === '' || isSame(unit, of) || (of === '车' && unit === '辆');
}

function isOtherAmount({ role }: Mention): boolean {
  return (
    role === 'last' ||
    role === 'base' ||
    role === 'initial' ||
    role === 'adjusted' ||
    role === 'budget' ||
    role === 'other' ||
    role === 'whole'
  );
}

function product(
  price: Mention,
  total: Mention,
  count: Interval,
  counted: readonly Mention[],
  unit: string,
): Relation {
  const outcome = times(intervalOf(price.quantity), count);
  const last = [price, total].toSorted((a, b) => a.quantity.from - b.quantity.from).at(-1) ?? total;
  const number = counted[0]?.quantity.text ?? `一年的${unit}数`;
  const problem = `${price.quantity.text} × ${number} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return {
    members: [price, ...counted, total].map(({ quantity }) => quantity),
    result: last.quantity,
    holds: overlaps(intervalOf(total.quantity), outcome),
    problem,
  };
}

const RATE_NAME = /([\p{Script=Han}]{2})(?:率|比例)$/u;
/** Rates of money and of time are judged elsewhere or not at all. */
const OTHER_RATES = /执行|支付|节约|增长|下降|完好|满意|支出/u;

/** 发放问卷 500 份，收回 460 份，回收率 92%: a rate that is named like one of the counts before it. */
export function namedRateRelations(
  { items }: Sentence,
  leadBetween: (a: Mention, b: Mention) => string,
): readonly Relation[] {
  const all = items.flatMap(({ mentions }) => mentions);
  return all.flatMap((rate, index) => {
    if (rate.quantity.unit !== '%' || rate.of !== undefined) return [];
    const before = all.slice(0, index);
    return (
      ofSame(rate, all.slice(index + 1), leadBetween) ??
      (isSpelled(rate) ? ofSpelled(rate, before) : ofName(rate, before))
    );
  });
}

/** 持证比例为 87.5%，即 48 人中有 42 人: the two numbers stand behind the rate. */
function ofSame(
  rate: Mention,
  [whole, part]: readonly Mention[],
  leadBetween: (a: Mention, b: Mention) => string,
): readonly Relation[] | undefined {
  if (whole === undefined || part === undefined || leadBetween(rate, whole) !== '，即') return undefined;
  return /[中里]/u.test(leadBetween(whole, part)) ? ofPair(rate, part, whole) : [];
}

function ofName(rate: Mention, before: readonly Mention[]): readonly Relation[] {
  const name = rate.role === 'completion' ? '完成' : RATE_NAME.exec(rate.words)?.[1];
  if (name === undefined || OTHER_RATES.test(name)) return [];
  const meant = rate.role === 'amount' || (rate.role === 'completion' && rate.comparand === 'other');
  return meant ? ofRate(rate, name, before) : [];
}

function ofRate(rate: Mention, name: string, before: readonly Mention[]): readonly Relation[] {
  const part = before.findLast(
    ({ quantity, words, after }) => isAmount(quantity.kind) && isNamed(words + after, name),
  );
  if (part === undefined) return [];
  const earlier = before.slice(0, before.indexOf(part));
  const wholes = earlier.filter(
    ({ quantity }) => quantity.unit === part.quantity.unit && quantity.value.gte(part.quantity.value),
  );
  if (wholes.length === 0 || before.some(({ role }) => role === 'base')) return [];
  const outcomes = wholes.flatMap(
    ({ quantity }) => percent(intervalOf(part.quantity), intervalOf(quantity)) ?? [],
  );
  const [whole, outcome] = [wholes[0], outcomes[0]];
  if (whole === undefined || outcome === undefined) return [];
  const problem = `${part.quantity.text} ÷ ${whole.quantity.text}，${name}率应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  const members = [part, ...wholes, rate].map(({ quantity }) => quantity);
  return [
    { members, result: rate.quantity, holds: outcomes.some((one) => overlaps(rateOf(rate), one)), problem },
  ];
}

/** 共 30 项，已整改 25 项，恰好完成一半. */
function isSpelled({ role, quantity, of }: Mention): boolean {
  return (
    quantity.kind === 'rate' &&
    quantity.writtenUnit === '' &&
    of === undefined &&
    (role === 'amount' || role === 'completion')
  );
}

function ofSpelled(rate: Mention, before: readonly Mention[]): readonly Relation[] {
  const counts = before.filter(({ quantity }) => quantity.kind === 'count');
  const [whole, part] = counts;
  if (
    counts.length !== 2 ||
    whole === undefined ||
    part === undefined ||
    whole.quantity.unit !== part.quantity.unit
  )
    return [];
  return whole.quantity.value.lt(part.quantity.value) ? [] : ofPair(rate, part, whole);
}

function ofPair(rate: Mention, part: Mention, whole: Mention): readonly Relation[] {
  const outcome = percent(intervalOf(part.quantity), intervalOf(whole.quantity));
  if (outcome === undefined || part.quantity.unit !== whole.quantity.unit) return [];
  const problem = `${part.quantity.text} ÷ ${whole.quantity.text}，应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  const members = [part, whole, rate].map(({ quantity }) => quantity);
  return [{ members, result: rate.quantity, holds: overlaps(rateOf(rate), outcome), problem }];
}

function isAmount(kind: string): boolean {
  return kind === 'count' || kind === 'money';
}

/** 收回 and 回收, 办结 and 办结: by their characters, for texts turn them over. */
function isNamed(words: string, name: string): boolean {
  if (/未|不|没/u.test(words)) return false;
  return words.includes(name) || words.includes([...name].toReversed().join(''));
}

const EQUAL = /^[^，。；]{0,4}[（，]?(?:即|折合|约合|合计为|相当于|折算)(?:人民币)?(?:约|为)?$/u;

/** 1.2亿元（即12000万元）: the same amount twice. */
export function equalityRelations(
  { items }: Sentence,
  leadBetween: (a: Mention, b: Mention) => string,
): readonly Relation[] {
  const all = items.flatMap(({ mentions }) => mentions);
  return all.flatMap((mention, index) => {
    const before = all[index - 1];
    if (before === undefined || before.quantity.unit !== mention.quantity.unit) return [];
    if (!EQUAL.test(leadBetween(before, mention))) return [];
    const holds = overlaps(intervalOf(before.quantity), intervalOf(mention.quantity));
    const problem = `${before.quantity.text}不等于 ${mention.quantity.text}`;
    return [{ members: [before.quantity, mention.quantity], result: mention.quantity, holds, problem }];
  });
}

const MEAN = /平均(?:得分|分|值|满意[率度]|数)?$/u;

/** A mean of listed numbers lies between the least and the greatest. */
export function meanRelations({ items }: Sentence): readonly Relation[] {
  const all = items.flatMap(({ mentions }) => mentions);
  const means = all.filter(({ words }) => MEAN.test(words));
  const [mean] = means;
  if (mean === undefined || means.length > 1) return [];
  const listed = all.filter(
    ({ quantity, role }) =>
      quantity.from < mean.quantity.from && quantity.unit === mean.quantity.unit && role === 'amount',
  );
  if (
    listed.length < 2 ||
    listed.some(
      ({ quantity, after }) => quantity.approximation !== undefined || /^(?:之间|以上)/u.test(after),
    )
  )
    return [];
  const values = listed.map(({ quantity }) => quantity);
  const range = {
    low: Exact.min(...values.map(({ value, half }) => value.minus(half))),
    high: Exact.max(...values.map(({ value, half }) => value.plus(half))),
  };
  const problem = `平均数应在 ${values.map(({ text }) => text).join('、')} 之间，文中写 ${mean.quantity.text}`;
  return [
    {
      members: [...values, mean.quantity],
      result: mean.quantity,
      holds: overlaps(intervalOf(mean.quantity), range),
      problem,
    },
  ];
}
