import { isExact, stretchesOf } from '../equations/beside.ts';
import { intervalOf, overlaps } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

const LAST = /^(?:上年|去年|上年同期|去年同期)(?:度)?(?:同期)?(?:为|是)?$/u;
const LEVEL = /^，?(?:与|同|和)(?:上年|去年)(?:度|同期)?(?:相比)?(?:持平|一致|相同|无变化)/u;

/** 入学率 98.2%，上年为 97.6%，与上年持平: two rates beside each other are not the same. */
export function levelRates(sentence: Sentence): readonly Relation[] {
  if (!/持平|一致|相同|无变化/u.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.slice(1).flatMap((last, at) => ofTwo(all[at], last, sentence)),
  );
}

function ofTwo(now: Placed | undefined, last: Placed, { text, from }: Sentence): readonly Relation[] {
  const [a, b] = [now?.mention.quantity, last.mention.quantity];
  if (now === undefined || a?.unit !== '%' || b.unit !== '%' || ![now, last].every(isExact)) return [];
  const level = LEVEL.exec(text.slice(b.to - from))?.[0];
  if (!LAST.test(last.clause) || level === undefined || overlaps(intervalOf(a), intervalOf(b))) return [];
  const problem = `${a.text}与上年 ${b.text} 不同，不能写“${level.replace(/^，/u, '')}”`;
  return [{ members: [a, b], result: a, holds: false, problem }];
}
