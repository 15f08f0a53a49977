import { intervalOf, isBelow } from '../interval.ts';
import { leading } from '../leading.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

/** 执行率低于 80%: what all that are listed behind it have in common. */
const BOUND = /(?<less>低于|不足|不到|未达到?|未满|少于)|(?<more>超过|高于|大于|多于)/u;
const LIST = /^[，：；（]?(?:其中[：，]?|分别[为是][：]?|包括|即|[：（])(?!有)/u;
const JOINED = /^(?:、|和|及|与|以及|，|；)/u;
/** 未低于: no bound of that kind. */
const NOT = /[未不没无]$/u;

/** 3 个项目执行率低于 80%，其中 A 76.5%、B 79.2%: each that is listed lies on the side that the words tell. */
export function boundedLists(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((bound, at) => {
    const found = BOUND.exec(bound.clause);
    const isBound =
      found !== null && bound.clause.endsWith(found[0]) && bound.mention.quantity.kind === 'rate';
    if (!isBound || NOT.test(bound.clause.slice(0, found.index))) return [];
    const listed = listedBehind(bound, all.slice(at + 1));
    const sign = found.groups?.['less'] === undefined ? 1 : -1;
    return listed.flatMap((one) => ofOne(one, bound, sign, found[0]));
  });
}

/** Of how many one tells; fewer are a list of other matters. */
const FEWEST = 2;

/** The rates of a list right behind it, joined alike; none where the list tells of anything else. */
function listedBehind({ behind, mention }: Placed, next: readonly Placed[]): readonly Placed[] {
  const [first] = next;
  if (first === undefined || !LIST.test(first.lead) || /^的|以上|以下/u.test(behind)) return [];
  const listed = leading(next, (one, at) => at === 0 || JOINED.test(one.lead));
  const plain = listed.every(
    (one) =>
      one.mention.quantity.unit === mention.quantity.unit &&
      one.mention.quantity.approximation === undefined &&
      one.mention.direction === 0 &&
      (one.mention.role === 'amount' || one.mention.role === 'completion') &&
      /^(?:$|[、，。；）])/u.test(one.behind),
  );
  return plain && listed.length >= FEWEST ? listed : [];
}

function ofOne(
  { mention: one }: Placed,
  { mention: bound }: Placed,
  sign: 1 | -1,
  words: string,
): readonly Relation[] {
  const [own, limit] = [one.quantity, bound.quantity];
  const at = { low: limit.value, high: limit.value };
  const holds = !(sign > 0 ? isBelow(intervalOf(own), at) : isBelow(at, intervalOf(own)));
  const problem = `${own.text}不能列在“${words}${limit.text}”之中`;
  return holds ? [] : [{ members: [limit, own], result: own, holds, problem }];
}
