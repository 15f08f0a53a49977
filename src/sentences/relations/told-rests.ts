import { isAlike, isExact } from '../equations/beside.ts';
import { intervalOf, overlaps, sum } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import type { Relation } from './relation.ts';

/** 其余 3 所, 尚有 3 家未达标: what is left of a whole, right behind what is so. */
const REST = /^，(?:其余|余下|剩余|剩下)(?:的)?$/u;
const STILL = /^，(?:尚|还|仍)有$/u;
const NOT_SO = /^(?:尚|还|仍)?(?:未|没有)/u;
/** 30 个乡镇卫生院中，A 8 家、B 19 家. */
const OF_THESE = /^[^，。；\d]{0,14}中，/u;
const SO = /已|达到|完成|建成|投入|通过|办结|整改|公开|合格|达标/u;

/** 14 所，…；已投入使用 11 所，其余 3 所: what is so and what is left make a number that was told before, or they do not. */
export function toldRests(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((rest, at) => {
    const isRest = REST.test(rest.lead) || (STILL.test(rest.lead) && NOT_SO.test(rest.mention.after));
    if (!isRest || !isCount(rest)) return [];
    const before = all.slice(0, at).filter((one) => isCount(one) && isOfKind(one, rest));
    const part = before.at(-1);
    if (part === undefined || all[at - 1] !== part) return [];
    const isRow =
      /^、/u.test(part.lead) &&
      OF_THESE.test(sentence.text.slice((before[0]?.mention.quantity.to ?? 0) - sentence.from));
    if (!isRow && !SO.test(part.clause + part.mention.after)) return [];
    return ofRest(rest, before);
  });
}

function isCount(one: Placed): boolean {
  const { kind } = one.mention.quantity;
  return kind === 'count' && isExact(one) && one.mention.direction === 0;
}

function isOfKind({ mention: a }: Placed, { mention: b }: Placed): boolean {
  return isAlike(a.quantity.unit, b.quantity.unit) || [a, b].some(({ quantity }) => quantity.unit === '个');
}

/** Any run of numbers up to the rest, with it, against any number before the run. */
function ofRest(rest: Placed, before: readonly Placed[]): readonly Relation[] {
  const [whole] = before;
  const part = before.at(-1);
  if (whole === undefined || part === undefined || before.length < 2) return [];
  const fits = before.slice(1).some((_, from) => {
    const run = [...before.slice(from + 1), rest].map(({ mention }) => intervalOf(mention.quantity));
    return before.slice(0, from + 1).some((all) => overlaps(intervalOf(all.mention.quantity), sum(run)));
  });
  const most = before.every(({ mention }) => mention.quantity.value.lte(whole.mention.quantity.value));
  if (fits || !most) return [];
  const [a, b, c] = [whole.mention.quantity, part.mention.quantity, rest.mention.quantity];
  const problem = `${b.text} ＋ ${c.text} 与全部 ${a.text} 不符`;
  return [{ members: [a, b, c], result: c, holds: false, problem, isSum: true }];
}
