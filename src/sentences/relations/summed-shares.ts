import { intervalOf, overlaps, percent, sum } from '../interval.ts';
import type { Relation } from './relation.ts';
import { rateOf, shown } from './relation.ts';
import type { Sentence } from '../sentence.ts';
import { countedIn } from './counted.ts';
import { placedIn, type Placed } from './placed.ts';
import { TOGETHER } from '../sum-words.ts';

/** 两类合计占, 三项共占, 合计占比: the share of several that were told one by one. */
const SUMMED = new RegExp(
  String.raw`(?:合计|总共|${TOGETHER}|两[者项类]|二者|三[者项类])[^，。；：、\d]{0,4}(?:占|比重|比例)`,
  'u',
);
const FEWEST = 2;

/** A 534 件，占 28.77%；B 689 件，占 37.12%，两类合计占 65.89%: shares of one whole, and what they are together. */
export function summedShareRelations(sentence: Sentence): readonly Relation[] {
  if (!SUMMED.test(sentence.text)) return [];
  const all = placedIn(sentence);
  return all.flatMap((share, at) => {
    if (!isShare(share) || !SUMMED.test(share.clause)) return [];
    const before = all.slice(0, at);
    const shares = before.filter((one) => isShare(one) && !SUMMED.test(one.clause));
    const count = countedIn(share.clause)?.count ?? shares.length;
    const named = shares.filter(({ item }) => isNamedIn(share.lead, item.name.replace(/[类项]$/u, '')));
    const own = named.length === count ? named : shares.slice(-count);
    if (own.length < FEWEST || own.length < count || own.some((one) => isOfElse(one, share))) return [];
    return [ofShares(own, share, before)];
  });
}

function isNamedIn(words: string, name: string): boolean {
  return name !== '' && words.includes(name);
}

function isShare({ mention: { quantity, role, of } }: Placed): boolean {
  return (
    quantity.unit === '%' && role === 'share' && of === undefined && quantity.approximation === undefined
  );
}

/** Shares of wholes that are called otherwise are not added. */
function isOfElse({ mention: a }: Placed, { mention: b }: Placed): boolean {
  return (a.whole ?? '') !== '' && (b.whole ?? '') !== '' && a.whole !== b.whole;
}

/** Rates that were rounded, or the amounts that they are told of, make it. */
function ofShares(own: readonly Placed[], { mention }: Placed, before: readonly Placed[]): Relation {
  const made = sum(own.map((one) => intervalOf(one.mention.quantity)));
  const parts = own.flatMap((one) => before[before.indexOf(one) - 1] ?? []);
  const [first] = parts;
  const whole = before
    .slice(0, Math.max(first === undefined ? 0 : before.indexOf(first), 0))
    .findLast((one) => one.mention.quantity.unit === first?.mention.quantity.unit);
  const outcome =
    whole &&
    percent(sum(parts.map((one) => intervalOf(one.mention.quantity))), intervalOf(whole.mention.quantity));
  const told = rateOf(mention);
  const members = [...own.map((one) => one.mention.quantity), mention.quantity];
  const problem = `${own.map((one) => one.mention.quantity.text).join(' ＋ ')} ＝ ${shown(made, '%')}，文中写 ${mention.quantity.text}`;
  const holds = overlaps(told, made) || (outcome !== undefined && overlaps(told, outcome));
  return { members, result: mention.quantity, holds, problem };
}
