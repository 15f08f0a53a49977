import { isExact, stretchesOf } from '../equations/beside.ts';
import { intervalOf, isBelow } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

const BATCHES: ReadonlySet<string> = new Set(['批', '批次', '个团组', '团组']);
const PEOPLE: ReadonlySet<string> = new Set(['人', '人次', '名']);

/** 接待 23 批次 5 人次: nobody comes in more batches than there are people. */
export function batchRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) => all.slice(1).flatMap((people, at) => ofTwo(all[at], people)));
}

function ofTwo(batches: Placed | undefined, people: Placed): readonly Relation[] {
  if (batches === undefined || !/^[、，]?(?:共|计|共计|合计)?$/u.test(people.lead)) return [];
  const [a, b] = [batches.mention.quantity, people.mention.quantity];
  const areSo = BATCHES.has(a.unit) && PEOPLE.has(b.unit) && [batches, people].every(isExact);
  if (!areSo || !isBelow(intervalOf(b), intervalOf(a))) return [];
  return [{ members: [a, b], result: b, holds: false, problem: `${a.text}不能少到 ${b.text}` }];
}
