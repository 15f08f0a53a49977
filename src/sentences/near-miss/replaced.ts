import type { Quantity } from '../quantity.ts';
import type { Item, List, Mention, Sentence } from '../sentence.ts';

/** The same sentence with another number in the place of one. */
export function withQuantity({ items, lists, ...rest }: Sentence, instead: Quantity): Sentence {
  const own = (one: Quantity): Quantity => (one.from === instead.from ? instead : one);
  const mentionOf = once(({ quantity, of, ...cue }: Mention): Mention => ({
    ...cue,
    quantity: own(quantity),
    ...(of && { of: own(of) }),
  }));
  const itemOf = once(({ list, mentions, ...item }: Item): Item => ({
    ...item,
    mentions: mentions.map(mentionOf),
    ...(list && { list: listOf(list) }),
  }));
  const listOf: (list: List) => List = once(({ whole, known, ends, complete, among }) => ({
    whole: itemOf(whole),
    known: known.map(mentionOf),
    parts: [],
    ends,
    complete,
    among,
  }));
  for (const list of lists) listOf(list).parts.push(...list.parts.map(itemOf));
  return { ...rest, items: items.map(itemOf), lists: lists.map(listOf) };
}

/** What a function makes of a thing, the same for the same thing. */
function once<T extends object>(make: (one: T) => T): (one: T) => T {
  const made = new Map<T, T>();
  return (one) => {
    const known = made.get(one);
    if (known !== undefined) return known;
    const fresh = make(one);
    made.set(one, fresh);
    return fresh;
  };
}
