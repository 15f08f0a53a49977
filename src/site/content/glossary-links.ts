import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { Glossary } from '../../pack/schema.ts';
import { elementAddress } from '../addresses.ts';
import { termFinder, termPattern } from './find-terms.ts';

/** Gives the paragraphs of a glossary ids, so that terms can lead to them: `一、基本支出：指为保障…`, `1.基本支出…`. */
export function markDefinitions(root: Root, glossary: Glossary): void {
  if (glossary.length === 0) return;
  const pattern = termPattern(glossary);
  const opening = new RegExp(`^(?:[^：，。]{0,6}[、）.．\\s])?(${pattern})(?![\\p{L}“”])`, 'u');
  const met = new Set<string>();
  visit(root, 'element', (node) => {
    const term = node.tagName === 'p' ? opening.exec(toString(node))?.[1] : undefined;
    if (term === undefined || met.has(term)) return;
    met.add(term);
    node.properties['id'] = definitionId(term);
  });
}

/**
 * Lets the terms of the glossary lead to their definitions, each where it first occurs in a section. Only a term that
 * stands for itself is linked: in a heading or title, or within a longer name, a link would cut what is one.
 *
 * @param names of codes, figures, bodies and projects, in which terms may occur
 * @param glossaryPage address of the page that defines them
 */
export function linkTerms(
  root: Root,
  glossary: Glossary,
  names: readonly string[],
  glossaryPage: string,
): void {
  const find = termFinder(glossary, names);
  let met = new Set<string>();
  visit(root, (node, index, parent) => {
    if (node.type === 'element') {
      if (/^h\d$/.test(node.tagName)) met = new Set();
      const apart = /^(h\d|a|figure)$/.test(node.tagName) || isDefinition(node) || isTitle(node);
      return apart ? SKIP : undefined;
    }
    if (node.type !== 'text' || parent?.type !== 'element' || index === undefined) return undefined;
    const pieces: ElementContent[] = [];
    let done = 0;
    for (const { term, from, to } of find(node.value, outside(parent, index))) {
      if (met.has(term)) continue;
      met.add(term);
      pieces.push(
        words(node.value.slice(done, from)),
        termLink(node.value.slice(from, to), term, glossaryPage),
      );
      done = to;
    }
    const all = [...pieces, words(node.value.slice(done))].filter(
      (one) => one.type !== 'text' || one.value !== '',
    );
    parent.children.splice(index, 1, ...all);
    return [SKIP, index + all.length];
  });
}

function words(value: string): Text {
  return { type: 'text', value };
}

/** What stands right before and behind a node of a paragraph. */
function outside({ children }: Element, index: number): readonly [before: string, after: string] {
  const [before, after] = [children[index - 1], children[index + 1]];
  return [before === undefined ? '' : toString(before), after === undefined ? '' : toString(after)];
}

/** A line without a sentence: what it names should not be cut by a link. */
function isTitle(node: Element): boolean {
  return node.tagName === 'p' && !/[，。；：]/.test(toString(node));
}

function termLink(text: string, term: string, glossaryPage: string): Element {
  return h('a', { className: ['defined'], href: elementAddress(glossaryPage, definitionId(term)) }, text);
}

const DEFINITION = 'term-';

function definitionId(term: string): string {
  return `${DEFINITION}${term}`;
}

function isDefinition({ properties: { id } }: Element): boolean {
  return typeof id === 'string' && id.startsWith(DEFINITION);
}
