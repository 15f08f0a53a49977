import { claimsIn, nothingBefore } from './claims.ts';
import { bareName, isGeneric } from './names.ts';
import type { Item } from './sentence.ts';
import { clauseBefore, type Stretch } from './split.ts';

/** How far before a claim its subject stands. */
const REACH = 40;

/** Adds to the one thing that a sentence without numbers goes on about what it claims of it. */
export function tellClaimsOf(item: Item, { text, from }: Stretch): void {
  for (const claim of claimsIn(text))
    item.claims.push({ ...claim, from: claim.from + from, to: claim.to + from });
}

/** Adds to each item of a sentence the claims that stand behind its numbers, and that there was nothing before it. */
export function tellClaims(items: readonly Item[], { text, from }: Stretch): void {
  for (const at of nothingBefore(text)) {
    const item = itemBefore(items, at + from) ?? items[0];
    if (item !== undefined) item.fromNothing = true;
  }
  for (const claim of claimsIn(text)) {
    const item = itemBefore(items, claim.from + from);
    if (item === undefined) continue;
    const subject = bareName(clauseBefore(text.slice(Math.max(claim.from - REACH, 0), claim.from)).text);
    if (isGeneric(subject) || subject === item.name)
      item.claims.push({ ...claim, from: claim.from + from, to: claim.to + from });
  }
}

/** The last item of which a number stands before a place. */
function itemBefore(items: readonly Item[], at: number): Item | undefined {
  const behind = items.findIndex(({ mentions: [first] }) => first !== undefined && first.quantity.to > at);
  return items.slice(0, behind < 0 ? items.length : behind).findLast(({ mentions }) => mentions.length > 0);
}
