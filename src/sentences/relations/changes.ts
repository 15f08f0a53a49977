import { Exact } from '../../accounts/decimal.ts';
import { type Interval, intervalOf, minus } from '../interval.ts';
import type { Item, Mention } from '../sentence.ts';
import { basesOf, changedOf, comparandOf } from './change-bases.ts';
import { isOfAll, ofRate } from './change-rates.ts';
import { spoken, verb } from './change-words.ts';
import { ofPoints, ofRatio } from './ratios.ts';
import { type Relation, nameOfRole, relation, signed, told } from './relation.ts';

/** Amount, last year's or budgeted amount, change and rate of change fit together (R64). */
export function changeRelations(item: Item): readonly Relation[] {
  return item.mentions.flatMap((mention, index) => {
    if (isOfYearBefore(item, mention)) return [];
    if (mention.role === 'change') return ofAmount(item, mention, index);
    if (mention.role === 'changeRate') return ofRate(item, mention, index);
    if (mention.role === 'points') return ofPoints(item, mention);
    if (mention.role === 'ratio') return ofRatio(item, mention);
    if (mention.role === 'base' || mention.role === 'last') return ofTurn(item, mention);
    return [];
  });
}

/** 2022年 1320 件、2023年 1254 件，2022年增长 10%: of what the sentence tells as last year's. */
function isOfYearBefore({ mentions }: Item, { role, words }: Mention): boolean {
  const year = /^\d{4}年/u.exec(words)?.[0];
  if (year === undefined || (role !== 'change' && role !== 'changeRate')) return false;
  return mentions.some((one) => one.role === 'last' && one.words.includes(year));
}

/** 由 33 个增加到 31 个. */
function ofTurn(item: Item, base: Mention): readonly Relation[] {
  const now = item.mentions[item.mentions.indexOf(base) + 1];
  if (
    now === undefined ||
    (now.role !== 'amount' && now.role !== 'budget') ||
    now.direction === 0 ||
    now.quantity.unit !== base.quantity.unit
  )
    return [];
  const difference = minus(intervalOf(now.quantity), intervalOf(base.quantity));
  const holds = now.direction > 0 ? difference.high.gt(0) : difference.low.lt(0);
  const problem = `由 ${base.quantity.text} 到 ${now.quantity.text} 是${now.direction > 0 ? '减少' : '增加'}，与文字的方向相反`;
  return [{ members: [base.quantity, now.quantity], result: now.quantity, holds, problem }];
}

/** 一降一升相抵，合计减少 0.23 万元: of more than this one. */
const OF_SEVERAL = /合计|相抵|两者|二者/u;

function ofAmount(item: Item, change: Mention, index: number): readonly Relation[] {
  const { unit } = change.quantity;
  const now = changedOf(item, index, unit);
  if (now === undefined || OF_SEVERAL.test(change.words)) return [];
  const bases = basesOf(item, index, unit);
  const amount = intervalOf(change.quantity);
  if (item.fromNothing && bases.length === 0) {
    const problem = `上年没有，本年 ${now.quantity.text}，应增加同样多，文中写${verb(change)} ${change.quantity.text}`;
    return [
      relation([now, change], change, signed(amount, change.direction), [intervalOf(now.quantity)], problem),
    ];
  }
  if (bases.length === 0) return ofImpossible(item, now, change, index);
  if (isOfAll(change, [now, ...bases], item)) return [];
  // 总价 86.40 万元，比预算每架 3.8 万元节约 0.2 万元: what each costs is not held against all.
  if (bases.some(({ words }) => OF_EACH.test(words) && !/[由从]/u.test(words) && !OF_EACH.test(now.words)))
    return [];
  const stated = signed(amount, change.direction);
  const outcomes = bases.map((base) => minus(intervalOf(now.quantity), intervalOf(base.quantity)));
  const [base, outcome] = [bases[0], outcomes[0]];
  if (base === undefined || outcome === undefined) return [];
  const problem = `${told(nameOfRole(now), now)}，${told(nameOfRole(base), base)}，应${spoken(outcome, unit)}，文中写${verb(change)} ${change.quantity.text}`;
  return [relation([now, ...bases, change], change, stated, outcomes, problem)];
}

const OF_EACH = /每(?!年)|单价/u;

/** More than there is cannot have been added. */
function ofImpossible(item: Item, now: Mention, change: Mention, index: number): readonly Relation[] {
  if (change.direction < 0 || comparandOf(item, index) !== 'last') return [];
  if (now.quantity.approximation !== undefined) return [];
  const rest = minus(intervalOf(now.quantity), intervalOf(change.quantity));
  const problem = `${told(nameOfRole(now), now)}，不能比上年增加 ${change.quantity.text}`;
  const anything: Interval = { low: new Exact(0), high: new Exact('1e30') };
  return [relation([now, change], change, rest, [anything], problem)];
}
