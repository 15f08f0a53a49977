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

/** A stretch in which the sequences differ: what stands there on each side, and what of it corresponds. */
interface Change {
  readonly gone: readonly Item[];
  readonly come: readonly Item[];
  readonly pairs: readonly Pair<Item>[];
}

/** What differs between two sequences, in their order: what was changed, what only one has, what stands elsewhere. */
export function compareSequences(
  about: string,
  slugs: Slugs,
  sides: Pair<readonly Item[]>,
): readonly string[] {
  const changes = changesBetween(sides);
  const left = changes.map(({ gone, come, pairs }) => ({
    gone: gone.filter((item) => !pairs.some(({ a }) => a === item)),
    come: come.filter((item) => !pairs.some(({ b }) => b === item)),
  }));
  const come = new Set(left.flatMap((one) => one.come.map(({ says }) => says)));
  const moved = new Set(
    left.flatMap((one) => one.gone.flatMap(({ says }) => (come.has(says) ? [says] : []))),
  );
  const place = ({ name }: Item): string => (name === '' ? about : `${about} “${name}”`);
  const quote = ({ says }: Item): string => `“${shortened(says, LONGEST_QUOTE)}”`;
  const only = (slug: string, items: readonly Item[] = []): readonly string[] =>
    items
      .filter(({ says }) => !moved.has(says))
      .map((item) => `${place(item)}：只有 ${slug} 有${quote(item)}`);
  return changes.flatMap(({ pairs }, index) => [
    ...pairs.flatMap(({ a, b }) => contrast(place(b), slugs, { a: a.says, b: b.says })),
    ...only(slugs.a, left[index]?.gone),
    ...only(slugs.b, left[index]?.come),
    ...(left[index]?.come ?? [])
      .filter(({ says }) => moved.has(says))
      .map((item) => `${place(item)}：${quote(item)}的位置不同`),
  ]);
}

function changesBetween({ a, b }: Pair<readonly Item[]>): readonly Change[] {
  const changes: Change[] = [];
  let gone: readonly Item[] = [];
  let [atA, atB] = [0, 0];
  const says = (items: readonly Item[]): string[] => items.map((item) => item.says);
  // What is removed comes before what is added in its place.
  for (const { added, removed, count } of [
    ...diffArrays(says(a), says(b)),
    { added: false, removed: false, count: 0 },
  ]) {
    if (removed) gone = a.slice(atA, atA + count);
    else {
      const come = added ? b.slice(atB, atB + count) : [];
      if (gone.length + come.length > 0) changes.push({ gone, come, pairs: pairsOf(gone, come) });
      gone = [];
    }
    if (!added) atA += count;
    if (!removed) atB += count;
  }
  return changes;
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
