import { Exact } from '../../accounts/decimal.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { exactly } from '../equations/equation.ts';
import { wordsOf } from '../equations/beside.ts';
import type { Sentence } from '../sentence.ts';
import { mayOverlap } from './overlapping.ts';
import { placedIn, type Placed } from './placed.ts';
import type { Relation } from './relation.ts';
import { counted } from './text-numbers.ts';

const FEWEST = 3;
/** Each in words of its own, right behind the other. */
const NEXT = /^(?:、|，|和|及|与|以及)(?!其中)[^，。；：、]{1,14}$/u;
const SHARE = /占/u;
const NO_SHARE = /率|增|降|升|减|超/u;
const AMONG = /其中/u;
const STEP = new Exact('0.01');

/** A 占 61.5%、B 占 22.4%、C 占 19.1%: three shares or more that follow one another make no more than a hundred. */
export function shareRowRelations(sentence: Sentence): readonly Relation[] {
  return rowsIn(placedIn(sentence)).flatMap((row) => {
    const members = row.map(({ mention }) => mention.quantity);
    const result = members.at(-1);
    if (result === undefined || members.some(({ approximation }) => approximation !== undefined)) return [];
    const total = members.reduce((all, { value }) => all.plus(value), new Exact(0));
    if (AMONG.test(row[0]?.lead ?? '') && !mayBeAll(row, total)) return [];
    const open = members.reduce((all, { half }) => all.plus(half), STEP);
    const problem = `${members.map(({ text }) => text).join(' ＋ ')} ＝ ${total.toFixed()}%，各项占比之和应为 100%`;
    // What is less than a hundred may leave something out.
    if (total.lt(new Exact(100).minus(open)) && !areAllParts(row, sentence)) return [];
    return [{ members, result, holds: total.minus(100).abs().lte(open), problem }];
  });
}

const PARTS = /由(?<many>[三四五六])(?:个?部分|类|项|块)[^，。；：]{0,4}(?:组成|构成)[，：]?$/u;

/** 由三部分构成，A 占…，B 占…，C 占…: as many as are announced. */
function areAllParts([first, ...others]: readonly Placed[], { text, from }: Sentence): boolean {
  if (first === undefined) return false;
  const before = text.slice(0, first.mention.quantity.from - from);
  const announced = before.slice(0, before.length - wordsOf(first).length);
  return counted(PARTS.exec(announced)?.groups?.['many'] ?? '') === others.length + 1;
}

/** 其中 A 占 40%，B 占 35%，C 占 35%: members of one whole that share none, and one slip makes them all of it. */
function mayBeAll(row: readonly Placed[], total: Exact): boolean {
  if (mayOverlap(row.map((one) => wordsOf(one).replace(/^其中/u, '')))) return false;
  if (total.lte(100)) return true;
  return row.some(({ mention: { quantity } }) =>
    isSlipFrom(exactly(quantity.value.minus(total).plus(100)), quantity),
  );
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
