import { isAmount, isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { Exact } from '../../accounts/decimal.ts';
import { exactly } from '../equations/equation.ts';
import { minus, overlaps, roundedBy, times, widened } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { textOf, toldIn, wrong } from './slip.ts';

const OF_LAST = /^，?(?:相当于|达到?|是|为)(?:上年|去年)(?:同期)?的$/u;

/** 66 万元，是上年的 3 倍，比上年增加 44 万元: what is so many times as much is more by all but one of them. */
export function multipleChanges(sentence: Sentence): readonly Relation[] {
  if (!sentence.text.includes('倍')) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((now, at) => {
      const [multiple, change] = all.slice(at + 1);
      if (multiple?.mention.quantity.kind !== 'times' || change === undefined) return [];
      return OF_LAST.test(multiple.lead) && isOfLast(now, change) ? ofThree(now, multiple, change) : [];
    }),
  );
}

function isOfLast(now: Placed, change: Placed): boolean {
  const { role, comparand, direction } = change.mention;
  return (
    [now, change].every((one) => isAmount(one) && isExact(one)) &&
    sameUnit(now.mention, change.mention) &&
    role === 'change' &&
    direction > 0 &&
    (comparand === undefined || comparand === 'last')
  );
}

function ofThree(now: Placed, multiple: Placed, change: Placed): readonly Relation[] {
  const { value } = multiple.mention.quantity;
  if (!isExact(multiple)) return [];
  // 3 倍 may be 2.6 times.
  const many = widened(exactly(value), roundedBy(multiple.mention.quantity));
  if (many.low.lte(1)) return [];
  const before = times(toldIn(now), { low: new Exact(1).div(many.high), high: new Exact(1).div(many.low) });
  const over = times(toldIn(now), exactly(new Exact(1).div(value)));
  const meant = minus(toldIn(now), before);
  if (overlaps(meant, toldIn(change))) return [];
  const problem = `${textOf(now)}是上年的 ${String(value)} 倍，应增加 ${shown(minus(toldIn(now), over), now.mention.quantity.unit)}，文中写 ${textOf(change)}`;
  return [wrong([now, multiple, change], problem)];
}
