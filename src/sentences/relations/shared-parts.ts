import type { Item, Mention } from '../sentence.ts';
import { currentOf, mentionOf } from './relation.ts';

/** The amounts that an item tells, one of each unit. */
export function amountsOf(item: Item): readonly Mention[] {
  const units = new Set(item.mentions.map(({ quantity }) => quantity.unit));
  return [...units]
    .filter((unit) => unit !== '%')
    .flatMap((unit) => currentOf(item, unit) ?? mentionOf(item, ['change'], unit) ?? []);
}

/** 2021年投入 1680 万元，占 30%，2022年投入 2240 万元，占 40%: each is of the year right before it. */
export function ofYearBeside({ mentions }: Item, share: Mention): readonly Mention[] | undefined {
  const before = mentions[mentions.indexOf(share) - 1];
  const isOwn = before?.role === 'last' && share.words === '占' && /^\d{4}年/u.test(before.words);
  return isOwn ? [before] : undefined;
}

/** 136 个村中，47 个收入达到 20 万元以上，占比…: of those that are counted, and not of what bounds them. */
export function unboundedParts(item: Item, told: readonly Mention[]): readonly Mention[] {
  const before = item.list?.parts[item.list.parts.indexOf(item) - 1];
  return told.length > 0 && told.every(isBound) && before !== undefined ? amountsOf(before) : told;
}

function isBound({ quantity: { approximation } }: Mention): boolean {
  return approximation === 'over' || approximation === 'under';
}
