import { intervalOf, minus, sum } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { directionOfMovement } from './movements.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { relation, shown, signed, type Relation } from './relation.ts';

const NET = /净(?:增加?|减少?|流[入出]|减|调[入出])[^，。；]{0,4}$/u;

/** 新录用 6 人、调出 2 人，净增 4 人: who joined less who left. */
export function nettedRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  const [first, ...parts] = all;
  // 净增 6 人，其中新录用 9 人、退休 3 人
  if (sentence.lists.length > 0)
    return first !== undefined && NET.test(first.mention.words) && parts[0]?.lead.includes('其中') === true
      ? ofNet(first.mention, flowsOf(parts, first.mention))
      : [];
  return all.flatMap((one, index) =>
    NET.test(one.mention.words) && !isQualified(one)
      ? ofNet(one.mention, flowsOf(all.slice(0, index), one.mention))
      : [],
  );
}

interface Flow {
  readonly mention: Mention;
  readonly direction: 1 | -1;
}

/** The flows that make a net change; none where a number of its unit is neither. */
function flowsOf(before: readonly Placed[], { quantity }: Mention): readonly Flow[] {
  const own = before.filter(({ mention }) => mention.quantity.unit === quantity.unit);
  const flows = own.map(({ mention, lead }): Flow | undefined => {
    const direction = directionOfMovement(lead) ?? directionOfMovement(mention.after);
    return direction === undefined || mention.role === 'last' ? undefined : { mention, direction };
  });
  const known = flows.filter((one) => one !== undefined);
  return known.length < flows.length ? [] : known;
}

function ofNet(net: Mention, flows: readonly Flow[]): readonly Relation[] {
  const of = (direction: 1 | -1): readonly Mention[] =>
    flows.filter((one) => one.direction === direction).map(({ mention }) => mention);
  const [joined, left] = [of(1), of(-1)];
  if (joined.length === 0 || left.length === 0) return [];
  const total = (all: readonly Mention[]) => sum(all.map(({ quantity }) => intervalOf(quantity)));
  const outcome = minus(total(joined), total(left));
  const direction = /净(?:减|流出|调出)/u.test(net.words) ? -1 : 1;
  const list = (all: readonly Mention[]): string => all.map(({ quantity }) => quantity.text).join(' ＋ ');
  const problem = `增加 ${list(joined)}，减少 ${list(left)}，净增应为 ${shown(outcome, net.quantity.unit)}，文中写${direction < 0 ? '净减' : '净增'} ${net.quantity.text}`;
  const told = signed(intervalOf(net.quantity), direction);
  return [relation([...joined, ...left, net], net, told, [outcome], problem)];
}
