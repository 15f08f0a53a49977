import type { Sentence } from '../sentence.ts';
import { leading } from '../leading.ts';
import { isAmount, isExact, sameUnit } from '../equations/beside.ts';
import { equation, toldBy } from '../equations/equation.ts';
import { placedIn, type Placed } from './placed.ts';
import type { Relation } from './relation.ts';

const JOINED = /^(?:、|和|及|与)$/u;
const LISTED = /(?:分别(?:为|是|报价|报出)?|(?:报价|得分)(?:为|是))[^，。；：、\d]{0,4}$/u;
const LEAST = /最低(?:的)?(?:报价|投标价|价)|低价/u;
const MOST = /最高(?:的)?(?:报价|得分|分)(?!限)/u;
const LIMIT = /限价|不[超高低]|控制/u;

/** 报价分别为 46.8、49.2 和 51.5 万元，以最低报价 46.8 万元成交: one of those that were listed. */
export function extremeRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((first, index) => {
    if (!LISTED.test(first.lead) || !isAmount(first) || !isExact(first)) return [];
    const listed = leading(
      all.slice(index),
      (one, at) => at === 0 || (JOINED.test(one.lead) && sameUnit(one.mention, first.mention)),
    );
    if (listed.length < 2) return [];
    return all
      .slice(index + listed.length)
      .filter((one) => sameUnit(one.mention, first.mention) && !LIMIT.test(one.clause))
      .flatMap((one) => ofOne(one, listed));
  });
}

function ofOne(one: Placed, listed: readonly Placed[]): readonly Relation[] {
  const sign = LEAST.test(one.clause) ? 1 : MOST.test(one.clause) ? -1 : 0;
  const [meant] = listed.toSorted((a, b) => sign * a.mention.quantity.value.cmp(b.mention.quantity.value));
  if (sign === 0 || meant === undefined) return [];
  const members = listed.map(({ mention }) => mention);
  const formula = `${members.map(({ quantity }) => quantity.text).join('、')}中${sign > 0 ? '最低' : '最高'}的`;
  return [equation(one.mention, toldBy(meant.mention), members, formula, { named: true, sure: true })];
}
