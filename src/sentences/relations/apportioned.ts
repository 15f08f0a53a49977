import { isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { overlaps } from '../interval.ts';
import { exactly, over, toldBy } from '../equations/equation.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import type { Relation } from './relation.ts';

/** 按 6:4 的比例分配给甲 180 万元、乙 120 万元. */
const RATIO =
  /(?<![\d.:：∶])(?<sides>\d{1,2}(?:\.\d)?(?:[:：∶]\d{1,2}(?:\.\d)?){1,4})(?=的?比例)|比例为(?<told>\d{1,2}(?:\.\d)?(?:[:：∶]\d{1,2}(?:\.\d)?){1,4})/gu;
/** What is apportioned. */
const WHOLE = /总[额量计投]|[合共]计|共$/u;
/** What came is not what was to come. */
const OTHERWISE = /到位|实际|已拨|已支|其中|当年/u;

/** Amounts that are told in a ratio stand in it. */
export function apportionedRelations(sentence: Sentence): readonly Relation[] {
  if (!sentence.text.includes('比例')) return [];
  return [...sentence.text.matchAll(RATIO)].flatMap(({ index, groups = {} }) => {
    const sides = (groups['sides'] ?? groups['told'] ?? '').split(/[:：∶]/u);
    const at = index + sentence.from;
    const isAhead = groups['told'] !== undefined;
    return stretchesOf(sentence).flatMap((all) => {
      const amounts = all.filter(
        (one) => one.mention.quantity.kind === 'money' && isExact(one) && !WHOLE.test(one.clause),
      );
      const row = isAhead
        ? amounts.filter(({ mention }) => mention.quantity.to <= at).slice(-sides.length)
        : amounts.filter(({ mention }) => mention.quantity.from > at).slice(0, sides.length);
      return ofRow(row, sides, sentence);
    });
  });
}

function ofRow(
  row: readonly Placed[],
  sides: readonly string[],
  { text, from }: Sentence,
): readonly Relation[] {
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined || row.length < sides.length) return [];
  const joined = row.slice(1).every(({ lead }) => /^(?:、|和|及|与|，)[^，。；：\d]*$/u.test(lead));
  if (!joined || row.some(({ mention }) => !sameUnit(mention, first.mention))) return [];
  const between = text.slice(
    first.mention.quantity.from - from - first.clause.length,
    last.mention.quantity.to - from,
  );
  if (OTHERWISE.test(between)) return [];
  const parts = row.map(({ mention }, at) => over(toldBy(mention), exactly(sides[at] ?? 1)));
  const holds = parts.every((one) => parts.every((other) => one && other && overlaps(one, other)));
  const members = row.map(({ mention }) => mention.quantity);
  const problem = `${members.map(({ text: told }) => told).join('、')}不是 ${sides.join(':')}`;
  return [{ members, result: last.mention.quantity, holds, problem }];
}
