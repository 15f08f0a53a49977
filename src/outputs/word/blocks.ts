import { HeadingLevel, Paragraph, type FileChild } from 'docx';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { CELL_SIZES } from './cell-size.ts';
import { gridTable, type GridCell } from './grid-table.ts';
import type { ListSign, Lists } from './lists.ts';
import { SHAPE, textWidth } from './pages.ts';
import { HEAD_RUN, STYLE } from './styles.ts';
import { runsOf } from './text.ts';

/** Headings of a part's text; its own title is the first. */
const HEADINGS: Readonly<Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  h1: HeadingLevel.HEADING_2,
  h2: HeadingLevel.HEADING_2,
  h3: HeadingLevel.HEADING_2,
  h4: HeadingLevel.HEADING_3,
  h5: HeadingLevel.HEADING_4,
  h6: HeadingLevel.HEADING_5,
};

/** Elements that hold paragraphs, and are none themselves. */
const HOLDERS: ReadonlySet<string> = new Set(['div', 'blockquote', 'section', 'figure']);

/** The text of a part as paragraphs, headings, lists and tables of Word. */
export function blocksOf(nodes: readonly ElementContent[], lists: Lists): readonly FileChild[] {
  return nodes.flatMap((node) => (node.type === 'element' ? block(node, lists, 0) : []));
}

/** @param depth how many lists it stands in */
function block(element: Element, lists: Lists, depth: number): readonly FileChild[] {
  const { tagName, children } = element;
  const heading = HEADINGS[tagName];
  if (heading !== undefined) return [new Paragraph({ heading, children: runsOf(children) })];
  if (tagName === 'table') return [textTable(element)];
  if (tagName === 'ul' || tagName === 'ol') return list(element, lists, depth);
  if (HOLDERS.has(tagName)) return elements(element).flatMap((child) => block(child, lists, depth));
  return [new Paragraph({ style: depth === 0 ? STYLE.text : STYLE.list, children: runsOf(children) })];
}

/** The first paragraph of each item has the list's sign, what stands below it in the item has none. */
function list(element: Element, lists: Lists, depth: number): readonly FileChild[] {
  const sign = lists.begin(element, depth);
  return elements(element).flatMap((item) =>
    itemBlocks(item).flatMap((content, index) => {
      if (isInner(content)) return block(content, lists, depth + 1);
      const own: ListSign = index === 0 ? sign : {};
      return [new Paragraph({ ...own, style: STYLE.list, children: runsOf(content.children) })];
    }),
  );
}

/** What an item consists of: paragraphs, of words too that stand in it without one, and what else has lines of its own. */
function itemBlocks({ children }: Element): readonly Element[] {
  const made: Element[] = [];
  let words: ElementContent[] = [];
  const finish = (): void => {
    const isBlank = words.every((node) => node.type === 'text' && node.value.trim() === '');
    if (!isBlank) made.push(h('p', words));
    words = [];
  };
  for (const child of children) {
    if (child.type === 'element' && (child.tagName === 'p' || isInner(child))) {
      finish();
      made.push(child);
    } else words.push(child);
  }
  finish();
  return made;
}

function isInner({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol' || tagName === 'table' || HOLDERS.has(tagName);
}

/** A table of the text, as wide as the text. */
function textTable(table: Element): FileChild {
  const rows = elements(table)
    .flatMap((part) => (part.tagName === 'tr' ? [part] : elements(part)))
    .filter(({ tagName }) => tagName === 'tr');
  const heads = rows.filter((row) => elements(row).every(({ tagName }) => tagName === 'th'));
  const columns = Math.max(1, ...rows.map((row) => elements(row).length));
  return gridTable({
    rows: rows.map((row) => elements(row).map(textCell)),
    headRows: heads.length,
    widths: Array.from({ length: columns }, () => 1),
    width: textWidth(SHAPE.text),
    size: CELL_SIZES[0],
  });
}

function textCell({ tagName, properties, children }: Element): GridCell {
  const isHead = tagName === 'th';
  const { align } = properties;
  const own = align === 'center' || align === 'right' ? align : 'left';
  return {
    columns: 1,
    rows: 1,
    align: isHead ? 'center' : own,
    content: runsOf(children, isHead ? HEAD_RUN : {}),
  };
}

function elements({ children }: Element): readonly Element[] {
  return children.filter((child) => child.type === 'element');
}
