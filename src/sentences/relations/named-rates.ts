import { intervalOf, overlaps, percent } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { type Relation, rateOf, shown } from './relation.ts';

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
  if (/未|不|没|正在|尚|待|仍/u.test(words)) return false;
  return words.includes(name) || words.includes([...name].toReversed().join(''));
}
