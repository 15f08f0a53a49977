import { intervalOf, isBelow } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

/** 69.2%，近七成: nothing stands between but how near it is. */
const AGAIN = /^(?:，|（)(?:即|约|近|将近|接近|超|超过|逾|达到?|达)*$/u;
const NEAR = /近$/u;
const OVER = /(?:超过?|逾)$/u;
/** How far what is only near or just over it may lie from a round rate, in percent. */
const REACH = 10;

/** 占比 69.2%，近七成: a rate told in figures and again in words. */
export function restatedRates(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((again, at) => {
    const told = all[at - 1];
    if (told === undefined || !isAgain(told, again) || !AGAIN.test(again.lead)) return [];
    return [ofTwo(told, again)];
  });
}

function isAgain({ mention: told }: Placed, { mention: again, behind }: Placed): boolean {
  const isRate = told.quantity.unit === '%' && told.quantity.approximation === undefined;
  const isSpelled =
    again.quantity.kind === 'rate' && again.quantity.writtenUnit === '' && again.of === undefined;
  return isRate && isSpelled && /^(?:左右|以上|多)?(?:$|[，。；）])/u.test(behind);
}

function ofTwo({ mention: told }: Placed, { mention: again, lead, behind }: Placed): Relation {
  const { value, half } = again.quantity;
  const isNear = NEAR.test(lead) || lead.endsWith('接近');
  const isOver = OVER.test(lead) || again.quantity.text.startsWith('过') || /^(?:以上|多)/u.test(behind);
  const wide = {
    low: isOver ? value : value.minus(isNear ? REACH : half),
    high: isNear ? value : value.plus(isOver ? REACH : half),
  };
  const own = intervalOf(told.quantity);
  const problem = `${told.quantity.text}不能写“${lead.replace(/^[，（]/u, '')}${again.quantity.text}”（${shown({ low: value, high: value }, '%')}）`;
  const found = relation([told, again], again, own, [wide], problem);
  return { ...found, holds: !isBelow(own, wide) && !isBelow(wide, own) };
}
