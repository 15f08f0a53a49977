import type { Piece } from './manifest.ts';

/** Stands for a page number, which is known only when the page is printed. No font has it, so no booklet holds it. */
export const NUMBER = '\uFFFC';

/**
 * Runs in the page: what an element says, paragraph by paragraph and cell by cell, in its order; figures with their ids.
 *
 * @param number what is read in place of each page number of the contents list
 */
export function readPieces(selector: string, number: string): readonly (readonly Piece[])[] {
  const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, td, th, figcaption > span, svg, caption';
  const blocks: (string | [string, string])[][] = [];
  let current: Element | undefined;
  const say = (element: Element, text: string, id?: string): void => {
    if (text === '') return;
    const block = element.closest(BLOCKS) ?? element;
    if (block !== current) blocks.push([]);
    current = block;
    const pieces = blocks.at(-1) ?? [];
    const last = pieces.at(-1);
    if (id !== undefined) {
      if (Array.isArray(last) && last[0] === id) last[1] += text;
      else pieces.push([id, text]);
    } else if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
    else pieces.push(text);
  };
  // The number of an item is text, its dot is a drawing.
  const marker = (item: Element): string => {
    if (getComputedStyle(item).listStyleType !== 'decimal') return '';
    const list = item.parentElement;
    const start = list instanceof HTMLOListElement ? list.start : 1;
    return `${start + [...(list?.children ?? [])].indexOf(item)}.`;
  };
  const walk = (element: Element, id: string | undefined): void => {
    if (element.matches('title, desc, style, script') || !element.checkVisibility()) return;
    if (element.localName === 'li') say(element, marker(element));
    if (element.matches('nav[data-contents] [data-page-number]')) return say(element, number);
    const own = element.getAttribute('data-figure') ?? id;
    for (const child of element.childNodes) {
      if (child instanceof Element) walk(child, own);
      else if (child instanceof Text) say(element, child.data.replaceAll(/\s/gu, ''), own);
    }
  };
  const root = document.querySelector(selector);
  if (root !== null) walk(root, undefined);
  return blocks;
}

/** The pieces with the page numbers of the contents list, in its order. */
export function withNumbers(
  pieces: readonly (readonly Piece[])[],
  numbers: readonly number[],
): readonly (readonly Piece[])[] {
  const rest = numbers.values();
  const filled = (text: string): string => text.replaceAll(NUMBER, () => String(rest.next().value));
  return pieces.map((block) => block.map((piece) => (typeof piece === 'string' ? filled(piece) : piece)));
}
