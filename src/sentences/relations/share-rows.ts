import { Exact } from '../../accounts/decimal.ts';
import type { Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import type { Relation } from './relation.ts';

const FEWEST = 3;
/** Each in words of its own, right behind the other. */
const NEXT = /^(?:、|，|和|及|与|以及)[^，。；：、]{1,14}$/u;
const SHARE = /占/u;
const NO_SHARE = /率|增|降|升|减|其中|超/u;
const STEP = new Exact('0.01');

/** A 占 61.5%、B 占 22.4%、C 占 19.1%: three shares or more that follow one another make no more than a hundred. */
export function shareRowRelations(sentence: Sentence): readonly Relation[] {
  return rowsIn(placedIn(sentence)).flatMap((row) => {
    const members = row.map(({ mention }) => mention.quantity);
    const result = members.at(-1);
    if (result === undefined || members.some(({ approximation }) => approximation !== undefined)) return [];
    const total = members.reduce((all, { value }) => all.plus(value), new Exact(0));
    const open = members.reduce((all, { half }) => all.plus(half), STEP);
    const problem = `${members.map(({ text }) => text).join(' ＋ ')} ＝ ${total.toFixed()}%，各项占比之和超过 100%`;
    // What is less than a hundred may leave something out.
    if (total.lt(new Exact(100).minus(open))) return [];
    return [{ members, result, holds: total.minus(100).abs().lte(open), problem }];
  });
}

function rowsIn(all: readonly Placed[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  for (const [index, one] of all.entries()) {
    const row = rows.at(-1);
    const goesOn = row?.at(-1) === all[index - 1] && NEXT.test(one.lead);
    if (!isShare(one)) continue;
    if (goesOn) row?.push(one);
    else rows.push([one]);
  }
  return rows.filter((row) => row.length >= FEWEST && row.some(({ lead }) => SHARE.test(lead)));
}

function isShare({ mention: { quantity, of, whole = '', role }, clause }: Placed): boolean {
  return (
    role !== 'total' && quantity.unit === '%' && of === undefined && whole === '' && !NO_SHARE.test(clause)
  );
}
