import { distance } from 'fastest-levenshtein';
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { DocumentPart } from '../../document/booklet-document.ts';
import { alignChanges, type Aligned } from './aligned.ts';

/** A sentence that two booklets have otherwise, or that only one of them has. */
export interface ChangedSentence extends Aligned<string> {
  /** The key of its part. */
  readonly part: string;
}

/** The sentences, headings and list items of two booklets that read otherwise, part by part. */
export function changedSentences(
  before: readonly DocumentPart[],
  after: readonly DocumentPart[],
): readonly ChangedSentence[] {
  const keys = [...new Set([...after, ...before].map(({ key }) => key))];
  return keys.flatMap((part) => {
    const textOf = (parts: readonly DocumentPart[]): readonly string[] => {
      const found = parts.find(({ key }) => key === part);
      return found === undefined ? [] : [found.title, ...found.content.flatMap(sentencesIn)];
    };
    const aligned = alignChanges(textOf(before), textOf(after), (sentence) => sentence, pairSentences);
    return aligned.map((one) => ({ part, ...one }));
  });
}

/** What a block of a part says, a sentence each; tables and forms are compared cell by cell. */
function sentencesIn(node: ElementContent): readonly string[] {
  if (node.type !== 'element' || node.tagName === 'figure') return [];
  if (node.tagName === 'ul' || node.tagName === 'ol') return node.children.flatMap(sentencesIn);
  if (node.tagName === 'div') return rowsIn(node);
  return toString(node).match(SENTENCE) ?? [];
}

const SENTENCE = /[^。！？]+[。！？]*[”’）】]*/gu;

/** The rows of a table of the text. */
function rowsIn(node: Element): readonly string[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'tr') return rowsIn(child);
    const cells = child.children.flatMap((cell) => (cell.type === 'element' ? [toString(cell)] : []));
    return [cells.join('\t')];
  });
}

/** Two sentences have at least so much in common if one became the other. */
const ALIKE = 0.4;

/** Sentences in their order, each beside the one that it is most like. */
function pairSentences(gone: readonly string[], added: readonly string[]): readonly Aligned<string>[] {
  const pairs: Aligned<string>[] = [];
  let from = 0;
  for (const before of gone) {
    const likeness = added.slice(from).map((after) => likenessOf(before, after));
    const most = Math.max(0, ...likeness);
    const found = most >= ALIKE ? from + likeness.indexOf(most) : -1;
    if (found < 0) {
      pairs.push({ before });
      continue;
    }
    pairs.push(...added.slice(from, found).map((after) => ({ after })), {
      before,
      after: added[found] ?? '',
    });
    from = found + 1;
  }
  return [...pairs, ...added.slice(from).map((after) => ({ after }))];
}

function likenessOf(one: string, other: string): number {
  return 1 - distance(one, other) / Math.max(one.length, other.length, 1);
}
