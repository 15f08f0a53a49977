import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { elementAddress } from '../addresses.ts';
import { hasClass } from './table-cells.ts';

/** Where links of numbers lead, and what the numbers are called. */
export interface NumberLinks {
  /** Address of the booklet's list of figures. */
  readonly figures: string;
  readonly labelOf: (id: string) => string | undefined;
}

/** A year says itself what it is. */
const YEAR = '年度';

/** A number of a text as a link, which says to those who only hear it what it is the number of. */
export function linkedFigure(node: Element, id: string, { figures, labelOf }: NumberLinks): Element {
  const unknown = node.properties['value'] === '';
  const content = unknown ? withSpokenDash(node.children) : node.children;
  const label = labelOf(id);
  const name = label === undefined || id === YEAR || unknown ? {} : { ariaLabel: `${textOf(node)} ${label}` };
  return link(elementAddress(figures, id), [{ ...node, children: content }], name);
}

/** Tables are full of zeros: a link in each would only be in the way. Heads say what the others are. */
export function cellFigure(
  { properties, children }: Element,
  id: string,
  { figures }: NumberLinks,
): ElementContent[] {
  const value = properties['dataValue'];
  if (value === '0') return children;
  return [link(elementAddress(figures, id), value === '' ? withSpokenDash(children) : children)];
}

/**
 * Leaves of the links of numbers one to each section and table where the tab key stops: a booklet has a thousand. A script
 * moves on from there by the arrow keys; without it, the list of figures has them all.
 */
export function thinOutStops(root: Root): void {
  let first = true;
  visit(root, 'element', (node) => {
    if (/^(h\d|table)$/.test(node.tagName)) first = true;
    if (node.tagName !== 'a' || !hasClass(node, 'figure')) return;
    if (!first) node.properties['tabIndex'] = -1;
    first = false;
  });
}

function link(href: string, content: ElementContent[], name: { ariaLabel?: string } = {}): Element {
  return h('a', { className: ['figure'], href, ...name }, content);
}

function textOf({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function withSpokenDash(children: ElementContent[]): ElementContent[] {
  return [
    h('span', { title: '未公开', ariaHidden: 'true' }, children),
    h('span', { className: ['spoken'], dataAux: true }, '未公开'),
  ];
}
