import { callOf } from '../page-program.ts';

/**
 * What elements of the print page are, where Chrome's tags have no word for it: types of tags (ISO 32000-1, 14.8.4), and
 * `Sheet` for what holds a table with its caption. A later line stands above an earlier one.
 */
const MARKS: readonly (readonly [selector: string, mark: string])[] = [
  ['.cover, nav[data-contents], .chart, .colophon', 'Sect'],
  ['section[data-part], .at-a-glance', 'Part'],
  ['nav[data-contents] ol', 'TOC'],
  ['nav[data-contents] li', 'TOCI'],
  ['figure:has(table)', 'Sheet'],
  ['dd', 'P'],
  ['thead > tr', 'THead'],
  ['tfoot > tr', 'TFoot'],
  ['dl', 'L'],
  ['dt', 'Lbl'],
];

const PREFIX = 'zh-CN-x-';

/**
 * The program that marks elements of a page for whoever reads its tags.
 *
 * Of what a page says of an element, Chrome writes only its language into the tag. So the mark rides on that, as a part of it
 * that is left to private use (BCP 47, 2.2.7) and changes nothing of how a text is set.
 */
export const MARK_ELEMENTS = callOf(markElements, MARKS, PREFIX);

function markElements(marks: typeof MARKS, prefix: string): void {
  for (const [selector, mark] of marks) {
    for (const element of document.querySelectorAll(selector)) element.setAttribute('lang', prefix + mark);
  }
  // Each a line of its own, which Chrome does not see in a span.
  for (const line of document.querySelectorAll('figcaption > span')) line.setAttribute('role', 'paragraph');
}

/** The mark that a language holds; undefined: it is a language. */
export function markOf(lang: string): string | undefined {
  return lang.startsWith(PREFIX) ? lang.slice(PREFIX.length) : undefined;
}
