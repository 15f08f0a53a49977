import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { segmentsOf } from '../../search/segments.ts';
import { elementsIn } from './table-cells.ts';

/** About as many characters of a heading stand on a line of a phone. */
const LINE = 15;
const HEADINGS = new Set(['h2', 'h3']);
/** Words of accounting that the dictionary of the system cuts in two. */
const TERMS =
  /财政拨款|结转|结余|上缴|一般公共预算|政府性|基金预算|国有资本|经营预算|偏差原因|改进措施|科目编码|完成情况|指标值/g;
/** What belongs to the word before it: a quotation's end, a suffix of one character. */
const ENDING = /^(?:[”’）》、，。：；]|[^和及与或“‘（《]$)/u;
/** What belongs to the word after it, and a quotation, whose end belongs to the word after that: “三公”经费. */
const BEGINNING = /(?:[“‘（《”’]|^[和及与或])$/u;

/** A text in the words between which a line may end. */
export function wordsOf(text: string): readonly string[] {
  const terms = [...text.matchAll(TERMS)].map(({ 0: term, index }) => [index, index + term.length] as const);
  const words: string[] = [];
  let at = 0;
  for (const segment of segmentsOf(text)) {
    const last = words.at(-1);
    const isInTerm = terms.some(([from, to]) => from < at && at < to);
    const isTerm = terms.some(([from]) => from === at);
    const isPart = isInTerm || (!isTerm && ENDING.test(segment));
    if (last !== undefined && (isPart || BEGINNING.test(last))) words[words.length - 1] = last + segment;
    else words.push(segment);
    at += segment.length;
  }
  return words;
}

/**
 * A title in as few pieces as lines of a phone need, about equally long, that end where words end: `四、财政拨款收入` and
 * `支出决算总体情况说明`.
 */
export function titlePieces(title: string): readonly string[] {
  const lines = Math.ceil(title.length / LINE);
  const pieces: string[] = [''];
  let at = 0;
  for (const word of wordsOf(title)) {
    const end = (title.length * pieces.length) / lines;
    const isNearer = Math.abs(at - end) <= Math.abs(at + word.length - end);
    if (pieces.length < lines && at > 0 && isNearer) pieces.push('');
    pieces[pieces.length - 1] += word;
    at += word.length;
  }
  return pieces;
}

/** Lets headings too long for a phone, and heads of tables, break where words end; the stylesheet forbids it elsewhere. */
export function breakAtWords(root: Root): void {
  visit(root, 'element', (node) => {
    if (node.tagName === 'thead') breakHeads(node);
    else if (HEADINGS.has(node.tagName)) breakText(node, headingPieces);
  });
}

/** Lets the heads within a part of a table break where words end. */
export function breakHeads(part: Element): void {
  for (const head of elementsIn(part, 'th')) breakText(head, headWords);
}

function breakText(node: Element, broken: (text: string) => ElementContent[]): void {
  node.children = node.children.flatMap((child) => (child.type === 'text' ? broken(child.value) : [child]));
}

/** A head of a table, with the places between its words at which a line may end. */
export function headWords(text: string): ElementContent[] {
  return wordsOf(text).flatMap((value, index): ElementContent[] => [
    ...(index === 0 ? [] : [h('wbr')]),
    { type: 'text', value },
  ]);
}

function headingPieces(text: string): ElementContent[] {
  const pieces = titlePieces(text);
  if (pieces.length === 1) return [{ type: 'text', value: text }];
  return pieces.map((piece) => h('span', { className: ['piece'] }, piece));
}
