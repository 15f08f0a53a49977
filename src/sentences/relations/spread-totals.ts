import { intervalOf, sum } from '../interval.ts';
import { leading } from '../leading.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

const SPREAD = /分别(?:为|是|有)?([^，。；、\d]*)$/u;
const AND = /^(?:[\p{Script=Han}]{0,2}(?:、|，)|[和及与]|以及)$/u;
/** 共接诊, 累计参训: the word, and what was done. */
const TOTAL =
  /^[，；]?(?:(全年度?|[\p{Script=Han}]?年)|[\p{Script=Han}]{0,2})(?:一共|总共|合计|共计|累计|共)([\p{Script=Han}]{0,6}?)(?:约|达|为)?$/u;
/** Every visit counts, and each visitor comes once. */
const VISITS = /次$/u;

/** 分别接诊 126 人、98 人和 113 人，共接诊 337 人次: what was told one by one, and all of it together. */
export function spreadTotalRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((first, index) => {
    const done = SPREAD.exec(first.lead)?.[1];
    if (done === undefined) return [];
    const parts = partsFrom(all.slice(index));
    const total = all[index + parts.length];
    return parts.length < 2 || total === undefined || isQualified(total) ? [] : ofTotal(parts, total, done);
  });
}

function partsFrom([first, ...others]: readonly Placed[]): readonly Placed[] {
  if (first === undefined) return [];
  const goesOn = ({ mention, lead }: Placed): boolean =>
    mention.quantity.unit === first.mention.quantity.unit && AND.test(lead);
  return [first, ...leading(others, goesOn)];
}

function ofTotal(
  parts: readonly Placed[],
  { mention: total, lead }: Placed,
  done: string,
): readonly Relation[] {
  const [, allYear, summed] = TOTAL.exec(lead) ?? [];
  const units = [...parts.map(({ mention }) => mention), total].map(({ quantity }) =>
    quantity.unit.replace(VISITS, ''),
  );
  if (summed === undefined || new Set(units).size > 1) return [];
  const members: readonly Mention[] = parts.map(({ mention }) => mention);
  const outcome = sum(members.map(({ quantity }) => intervalOf(quantity)));
  const told = intervalOf(total.quantity);
  // The same was done, and nobody else did it: 全年共… may tell of more.
  const certain = allYear === undefined && isSame(done, summed);
  const problem = `${members.map(({ quantity }) => quantity.text).join(' ＋ ')} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  const found = relation([...members, total], total, told, [outcome], problem);
  return [{ ...found, strength: certain ? 'said' : 'suggested', isSum: true }];
}

/** 改造教室 and 改造, 审结案件 and nothing. */
function isSame(done: string, summed: string): boolean {
  return summed === '' || done.startsWith(summed) || summed.startsWith(done);
}
