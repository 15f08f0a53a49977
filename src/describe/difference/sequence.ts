import { diffArrays } from 'diff';
import { shortened } from '../../source/visible-text.ts';
import { contrast } from './contrast.ts';
import type { Pair, Slugs } from './pair.ts';

/** One of several things in an order: a row, a paragraph. */
export interface Item {
  /** Where or what it is, for sentences; empty where its text says so. */
  readonly name: string;
  readonly says: string;
}

const LONGEST_QUOTE = 60;

/** How alike two texts are that one is taken for another form of the other. */
const ALIKE = 0.4;

/** What differs between two sequences: what was changed, what only one has, what stands elsewhere. */
export function compareSequences(
  about: string,
  slugs: Slugs,
  { a, b }: Pair<readonly Item[]>,
): readonly string[] {
  const sentences: string[] = [];
  const left: { a: Item[]; b: Item[] } = { a: [], b: [] };
  let gone: Item[] = [];
  let [atA, atB] = [0, 0];
  const says = (items: readonly Item[]): string[] => items.map((item) => item.says);
  for (const { added, removed, count } of diffArrays(says(a), says(b))) {
    if (!added && !removed) gone = [];
    if (removed) {
      gone = a.slice(atA, atA + count);
      left.a.push(...gone);
    } else if (added) {
      const come = b.slice(atB, atB + count);
      left.b.push(...come);
      for (const pair of pairsOf(gone, come)) {
        left.a.splice(left.a.indexOf(pair.a), 1);
        left.b.splice(left.b.indexOf(pair.b), 1);
        const said = { a: pair.a.says, b: pair.b.says };
        sentences.push(...contrast(`${about}${named(pair.b.name)}`, slugs, said));
      }
    }
    if (!added) atA += count;
    if (!removed) atB += count;
  }
  return [...sentences, ...unpaired(about, slugs, left)];
}

/** What stands on one side only, or on both but elsewhere. */
function unpaired(about: string, slugs: Slugs, { a, b }: Pair<Item[]>): readonly string[] {
  const moved = a.filter(({ says }) => b.some((other) => other.says === says));
  const isMoved = ({ says }: Item): boolean => moved.some((one) => one.says === says);
  const only = (slug: string, { name, says }: Item): string =>
    `${about}${named(name)}：只有 ${slug} 有“${shortened(says, LONGEST_QUOTE)}”`;
  return [
    ...a.filter((item) => !isMoved(item)).map((item) => only(slugs.a, item)),
    ...b.filter((item) => !isMoved(item)).map((item) => only(slugs.b, item)),
    ...moved.map(({ name, says }) => `${about}${named(name)}：“${shortened(says, LONGEST_QUOTE)}”的位置不同`),
  ];
}

function named(name: string): string {
  return name === '' ? '' : `“${name}”`;
}

/** What was replaced by what: the most alike of what is alike at all, in their order. */
function pairsOf(gone: readonly Item[], come: readonly Item[]): readonly Pair<Item>[] {
  const pairs: Pair<Item>[] = [];
  let from = 0;
  for (const item of gone) {
    const candidates = come.slice(from);
    const [best] = candidates
      .map((one) => ({ one, alike: likeness(item.says, one.says) }))
      .filter(({ alike }) => alike >= ALIKE)
      .toSorted((one, other) => other.alike - one.alike);
    if (best === undefined) continue;
    pairs.push({ a: item, b: best.one });
    from = come.indexOf(best.one) + 1;
  }
  return pairs;
}

/** Dice's coefficient of the pairs of neighbouring characters: 1 for the same text, 0 where they share nothing. */
function likeness(a: string, b: string): number {
  const [ofA, ofB] = [bigrams(a), bigrams(b)];
  const shared = ofA.filter((pair) => {
    const at = ofB.indexOf(pair);
    if (at >= 0) ofB.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / Math.max(1, ofA.length + ofB.length + shared.length);
}

function bigrams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
