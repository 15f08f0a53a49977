import { intervalOf, isBelow, minus, percent, type Interval } from '../interval.ts';
import { placedIn } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import { seriesIn } from '../relations/series.ts';
import type { Sentence } from '../sentence.ts';

/** 降幅逐年扩大, 增速放缓: how changes themselves change. */
const PACE =
  /(?:增[幅速]|降幅|增长率)(?:逐年|逐步|持续|有所|明显|进一步)*(?:(?<more>扩大|加快|提高|上升|走高)|(?<less>收窄|放缓|回落|减缓|缩小|趋缓))/u;

/** 48.0 万元、38.4 万元、36.5 万元，降幅逐年扩大: each change is more than the one before, or less. */
export function paceRelations(sentence: Sentence): readonly Relation[] {
  const found = PACE.exec(sentence.text);
  if (found === null) return [];
  const all = placedIn(sentence).filter(({ mention }) => mention.quantity.kind !== 'rate');
  const units = new Set(all.map(({ mention }) => mention.quantity.unit));
  const rows = [...units].flatMap(
    (unit) => seriesIn(all.filter(({ mention }) => mention.quantity.unit === unit)) ?? [],
  );
  const [row] = rows;
  if (row === undefined || rows.length > 1) return [];
  const members = row.years.map(({ mention }) => mention.quantity);
  const growths = members
    .slice(1)
    .map((one, at) => growthOf(intervalOf(members[at] ?? one), intervalOf(one)));
  const isMore = found.groups?.['more'] !== undefined;
  const isWrong = growths.slice(1).some((one, at) => {
    const before = growths[at];
    if (one === undefined || before === undefined) return false;
    return isMore ? isBelow(one, before) : isBelow(before, one);
  });
  const last = members.at(-1);
  if (!isWrong || last === undefined) return [];
  const problem = `${members.map(({ text }) => text).join('、')}，不能写“${found[0]}”`;
  return [{ members, result: last, holds: false, problem }];
}

/** By how much a number grew or fell, in percent, whichever it did. */
function growthOf(before: Interval, now: Interval): Interval | undefined {
  const growth = percent(minus(now, before), before);
  if (growth === undefined) return undefined;
  return growth.high.isNegative() ? { low: growth.high.neg(), high: growth.low.neg() } : growth;
}
