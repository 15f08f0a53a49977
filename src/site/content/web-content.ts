import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { DocumentPart } from '../../document/booklet-document.ts';
import type { Glossary } from '../../pack/schema.ts';
import { elementAddress } from '../addresses.ts';
import { linkTerms, markDefinitions } from './glossary-links.ts';
import { keepUnits } from './whole-amounts.ts';

/** On a part's own page the part's title is the page's title: all headings move up one level. */
const HEADINGS: Readonly<Record<string, string>> = { h3: 'h2', h4: 'h3' };

/** Addresses of the booklet's pages that its text refers to. */
export interface ReferencePages {
  readonly figures: string;
  /** The page that explains terms: empty if that is the part's own, undefined if there is none. */
  readonly glossary: string | undefined;
}

/**
 * A part as its web page shows it: figures lead to where they come from, terms to their definitions, and what is not
 * disclosed says so to those who cannot see the dash.
 */
export function webContent(
  part: DocumentPart,
  glossary: Glossary,
  pages: ReferencePages,
): readonly ElementContent[] {
  const root: Root = { type: 'root', children: structuredClone([...part.content]) };
  if (pages.glossary === '') markDefinitions(root, glossary);
  if (pages.glossary !== undefined) linkTerms(root, glossary, pages.glossary);
  visit(root, 'element', (node, index, parent) => {
    node.tagName = HEADINGS[node.tagName] ?? node.tagName;
    const id = node.properties['dataFigure'];
    if (typeof id !== 'string' || index === undefined || parent === undefined) return undefined;
    const href = elementAddress(pages.figures, id);
    if (node.tagName === 'data') parent.children[index] = linkedFigure(node, href);
    else node.children = cellFigure(node, href);
    return SKIP;
  });
  return keepUnits(root.children as ElementContent[]);
}

function linkedFigure(node: Element, href: string): Element {
  const content = node.properties['value'] === '' ? withSpokenDash(node.children) : node.children;
  return link(href, [{ ...node, children: content }]);
}

/** Tables are full of zeros: a link in each would only be in the way. */
function cellFigure({ properties, children }: Element, href: string): ElementContent[] {
  const value = properties['dataValue'];
  if (value === '0') return children;
  return [link(href, value === '' ? withSpokenDash(children) : children)];
}

function link(href: string, content: ElementContent[]): Element {
  return h('a', { className: ['figure'], href }, content);
}

function withSpokenDash(children: ElementContent[]): ElementContent[] {
  return [
    h('span', { title: '未公开', ariaHidden: 'true' }, children),
    h('span', { className: ['spoken'], dataAux: true }, '未公开'),
  ];
}
