import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { Glossary } from '../../pack/schema.ts';
import { elementAddress } from '../addresses.ts';

/** Gives the paragraphs of a glossary ids, so that terms can lead to them: `一、基本支出：指为保障…`, `1.基本支出…`. */
export function markDefinitions(root: Root, glossary: Glossary): void {
  const pattern = termPattern(glossary)?.source;
  if (pattern === undefined) return;
  const opening = new RegExp(`^(?:[^：，。]{0,6}[、）.．\\s])?${pattern}(?![\\p{L}“”])`, 'u');
  const met = new Set<string>();
  visit(root, 'element', (node) => {
    const term = node.tagName === 'p' ? opening.exec(toString(node))?.[1] : undefined;
    if (term === undefined || met.has(term)) return;
    met.add(term);
    node.properties['id'] = definitionId(term);
  });
}

/**
 * Lets the terms of the glossary lead to their definitions, each where it first occurs in a section.
 *
 * @param glossaryPage address of the page that defines them
 */
export function linkTerms(root: Root, glossary: Glossary, glossaryPage: string): void {
  const pattern = termPattern(glossary);
  let met = new Set<string>();
  visit(root, (node, index, parent) => {
    if (node.type === 'element') {
      if (/^h\d$/.test(node.tagName)) met = new Set();
      const apart = /^(h\d|a|figure)$/.test(node.tagName) || isDefinition(node) || isTitle(node);
      return apart ? SKIP : undefined;
    }
    if (node.type !== 'text' || parent?.type !== 'element' || index === undefined) return undefined;
    const pieces = pattern === undefined ? [node] : linked(node, pattern, glossaryPage, met);
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

/** Longer terms first: 年初结转和结余 is not 结转 and 结余. */
function termPattern(glossary: Glossary): RegExp | undefined {
  const terms = glossary.map(({ term }) => RegExp.escape(term)).sort((a, b) => b.length - a.length);
  return terms.length === 0 ? undefined : new RegExp(`(${terms.join('|')})`, 'u');
}

/** A title in its brackets, in which no word is linked. */
const TITLE = /(《[^》]*》)/;

/** A line without a sentence: what it names should not be cut by a link. */
function isTitle(node: Element): boolean {
  return node.tagName === 'p' && !/[，。；：]/.test(toString(node));
}

function linked(text: Text, pattern: RegExp, glossaryPage: string, met: Set<string>): ElementContent[] {
  return text.value
    .split(TITLE)
    .flatMap((words, index) =>
      index % 2 === 1 ? [{ type: 'text' as const, value: words }] : linkedWords(words, pattern, glossaryPage, met),
    );
}

function linkedWords(
  words: string,
  pattern: RegExp,
  glossaryPage: string,
  met: Set<string>,
): ElementContent[] {
  return words.split(pattern).flatMap((piece, index): ElementContent[] => {
    if (piece === '') return [];
    const isTerm = index % 2 === 1;
    if (!isTerm || met.has(piece)) return [{ type: 'text', value: piece }];
    met.add(piece);
    return [termLink(piece, glossaryPage)];
  });
}

function termLink(term: string, glossaryPage: string): Element {
  return h('a', { className: ['defined'], href: elementAddress(glossaryPage, definitionId(term)) }, term);
}

const DEFINITION = 'term-';

function definitionId(term: string): string {
  return `${DEFINITION}${term}`;
}

function isDefinition({ properties: { id } }: Element): boolean {
  return typeof id === 'string' && id.startsWith(DEFINITION);
}
