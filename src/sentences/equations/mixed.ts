import type { Sentence } from '../sentence.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import { isAmount, isExact, stretchesOf } from './beside.ts';
import { total } from './equation.ts';

const TOTAL = /^，(?:总共|共计|合计|总计|共)[^，。；：、\d]{0,4}$/u;
const NEXT = /^(?:、|和|及|与|以及|，并?|，?另)[^，。；：、\d]{1,14}$/u;
/** Units that count whatever is listed. */
const ANY: ReadonlySet<string> = new Set(['件', '个', '项', '台（套）', '件（套）', '台（件）', '件次']);
const FEWEST = 3;

/** 轮椅 186 辆、助听器 94 台、假肢 27 例，共计 307 件（例）: things of several units, and all of them. */
export function mixedEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((all, index) => {
      if (!TOTAL.test(all.lead) || !(ANY.has(all.mention.quantity.unit) || all.behind.startsWith('（')))
        return [];
      const parts = partsBefore(stretch.slice(0, index));
      const units = new Set(parts.map(({ mention }) => mention.quantity.unit));
      if (parts.length < FEWEST || units.size < 2 || !isExact(all)) return [];
      return [
        total(
          parts.map(({ mention }) => mention),
          all.mention,
          { named: true },
        ),
      ];
    }),
  );
}

/** The counts of one enumeration. */
function partsBefore(before: readonly Placed[]): readonly Placed[] {
  const parts: Placed[] = [];
  for (const one of before.toReversed()) {
    if (one.mention.quantity.kind !== 'count' || !isAmount(one) || !isExact(one)) break;
    parts.unshift(one);
    if (!NEXT.test(one.lead)) break;
  }
  return parts;
}
