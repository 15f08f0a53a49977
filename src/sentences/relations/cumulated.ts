import { intervalOf, overlaps, percent, sum } from '../interval.ts';
import type { Item, Mention, Sentence } from '../sentence.ts';
import { rateOf, shown, type Relation } from './relation.ts';

/** 本科及以上学历, 中级及以下职称: a part with those above it, or below. */
const FROM_ON = /([\p{Script=Han}]{2,4})(?:学历|职称)?及?(?:其)?以[上下]/u;

/** 研究生 26 人、本科 71 人、专科 15 人，本科及以上占 86.6%: the share of several parts of a list together. */
export function cumulatedRelations({ items }: Sentence): readonly Relation[] {
  return items.flatMap((item) =>
    item.mentions.flatMap((share) => {
      const name = FROM_ON.exec(share.words)?.[1];
      if (share.role !== 'share' || share.of !== undefined || name === undefined) return [];
      return ofShare(share, name, items);
    }),
  );
}

function ofShare(share: Mention, name: string, items: readonly Item[]): readonly Relation[] {
  const own = items.findLast(
    (one) => one.list !== undefined && amountOf(one) !== undefined && isCalled(one, name),
  );
  const [whole] = own?.list?.known ?? [];
  if (own?.list === undefined || whole === undefined || amountOf(own)?.quantity.unit !== whole.quantity.unit)
    return [];
  const parts = own.list.parts.filter((one) => amountOf(one)?.quantity.unit === whole.quantity.unit);
  const at = parts.indexOf(own);
  const outcomes = [parts.slice(0, at + 1), parts.slice(at)].flatMap((all) => {
    const amounts = all.flatMap((one) => amountOf(one) ?? []);
    const outcome = percent(
      sum(amounts.map(({ quantity }) => intervalOf(quantity))),
      intervalOf(whole.quantity),
    );
    return outcome === undefined ? [] : [outcome];
  });
  const [outcome] = outcomes;
  if (outcome === undefined || parts.length < 2) return [];
  const holds = outcomes.some((one) => overlaps(rateOf(share), one));
  const amounts = parts.flatMap((one) => amountOf(one) ?? []);
  const problem = `“${share.words}”应为 ${shown(outcome, '%')}，文中写 ${share.quantity.text}`;
  const members = [whole, ...amounts, share].map(({ quantity }) => quantity);
  return [{ members, result: share.quantity, holds, problem }];
}

function isCalled({ name }: Item, word: string): boolean {
  return name.startsWith(word.slice(0, 2)) && !/以[上下]/u.test(name);
}

function amountOf({ mentions: [first] }: Item): Mention | undefined {
  return first?.role === 'amount' ? first : undefined;
}
