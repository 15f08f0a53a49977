import type { ElementContent, Text } from 'hast';
import { h } from 'hastscript';

/** Characters in a row between which a line may not end by itself: an address, a code, a row of dashes. */
const ANYWHERE = /[^\s\p{Script=Han}]{16,}/gu;
/** A cell is narrow. */
const IN_CELL = /[^\s\p{Script=Han}]{10,}/gu;

/**
 * Marks what is too long for a line and has no place where the line could end: it is broken anywhere rather than cut at
 * the margin. Figures are not touched. Changes nothing in the nodes that it is given.
 */
export function breakLongRuns(nodes: readonly ElementContent[], pattern = ANYWHERE): ElementContent[] {
  const broken: ElementContent[] = [];
  let words: Words[] = [];
  const finish = (): void => {
    broken.push(...withRuns(words, pattern));
    words = [];
  };
  for (const node of nodes) {
    const plain = wordsOf(node);
    if (plain !== undefined) {
      words.push(plain);
      continue;
    }
    finish();
    broken.push(node.type === 'element' ? inside(node, pattern) : node);
  }
  finish();
  return broken;
}

function inside(node: ElementContent & { type: 'element' }, pattern: RegExp): ElementContent {
  if (node.tagName === 'data') return node;
  const inCell = node.tagName === 'td' || node.tagName === 'th';
  return { ...node, children: breakLongRuns(node.children, inCell ? IN_CELL : pattern) };
}

/** A text, or a number in the wording with its mark. */
interface Words {
  readonly text: string;
  part(from: number, to: number): ElementContent;
}

function wordsOf(node: ElementContent): Words | undefined {
  if (node.type === 'text')
    return { text: node.value, part: (from, to) => textOf(node.value.slice(from, to)) };
  if (node.type !== 'element' || node.properties['dataLiteral'] === undefined) return undefined;
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0) return undefined;
  return {
    text: only.value,
    part: (from, to) => ({ ...node, children: [textOf(only.value.slice(from, to))] }),
  };
}

function textOf(value: string): Text {
  return { type: 'text', value };
}

/** Words in a row, with a span around each long run. */
function withRuns(words: readonly Words[], pattern: RegExp): ElementContent[] {
  const runs = [
    ...words
      .map(({ text }) => text)
      .join('')
      .matchAll(pattern),
  ];
  if (runs.length === 0) return words.map(({ text, part }) => part(0, text.length));
  const content: ElementContent[] = [];
  let end = 0;
  for (const { index, 0: run } of runs) {
    content.push(...stretch(words, end, index));
    end = index + run.length;
    content.push(h('span', { className: ['run'] }, stretch(words, index, end)));
  }
  return [...content, ...stretch(words, end, Infinity)];
}

/** What stands between two offsets of words in a row. */
function stretch(words: readonly Words[], from: number, to: number): ElementContent[] {
  let start = 0;
  return words.flatMap(({ text, part }) => {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
    start += text.length;
    return first < last ? [part(first, last)] : [];
  });
}
