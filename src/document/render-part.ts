import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { markNumbers } from '../accounts/literal-numbers.ts';
import type { NumberStyle } from '../pack/number-style.ts';
import { joinLines } from '../source/folded-text.ts';
import type { FilledText } from './filling.ts';
import { fromMarkdown } from './markdown.ts';
import { breakLongRuns } from './long-runs.ts';
import type { LinkLine, Mark, Marks } from './marks.ts';
import type { PrintedFigure } from './print-figure.ts';
import { tableToHast, withLiterals } from './table-hast.ts';

/** A heading of a part, for the table of contents. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  /** 1 for a section of the part, 2 for a section within a section. */
  readonly depth: 1 | 2;
}

/** A part's text as HTML. */
export interface RenderedPart {
  readonly content: readonly ElementContent[];
  readonly headings: readonly Heading[];
}

/** How a figure of a sentence is printed. */
export type FigurePrinter = (id: string, style: NumberStyle | undefined) => PrintedFigure;

/** A text being typeset: its marks, and how to print the figures among them. */
interface Typesetting {
  readonly marks: Marks;
  readonly print: FigurePrinter;
}

/** Turns filled Markdown into HTML and puts figures, texts and tables in the place of their marks. */
export function renderPart(filled: FilledText, key: string, print: FigurePrinter): RenderedPart {
  const tree = fromMarkdown(filled.markdown);
  const typesetting: Typesetting = { marks: filled.marks, print };
  const content = breakLongRuns(tree.children.flatMap((node) => block(node, typesetting)));
  const headings = numberHeadings({ type: 'root', children: content }, key);
  return { content, headings };
}

function block(node: RootContent, typesetting: Typesetting): ElementContent[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : inline(node.value, typesetting);
  if (node.type !== 'element') return [];
  if (node.tagName === 'p') return paragraph(node, typesetting);
  const typeset = { ...node, children: node.children.flatMap((child) => inlineNode(child, typesetting)) };
  return [node.tagName === 'table' ? textTable(typeset) : typeset];
}

/** A table of the text. A screen that is too narrow for it scrolls it alone, by keyboard too. */
function textTable(table: Element): Element {
  return h('div', { className: ['text-table'], tabIndex: 0, role: 'group', ariaLabel: '表格' }, [table]);
}

function inlineNode(node: ElementContent, typesetting: Typesetting): ElementContent[] {
  if (node.type === 'text') return inline(node.value, typesetting);
  if (node.type !== 'element') return [];
  return [{ ...node, children: node.children.flatMap((child) => inlineNode(child, typesetting)) }];
}

/** A paragraph; one that consists of tables becomes these, and one whose text has several lines several paragraphs. */
function paragraph(node: Element, typesetting: Typesetting): ElementContent[] {
  const pieces = typesetting.marks
    .split(toString(node))
    .filter((piece) => typeof piece !== 'string' || piece.trim() !== '');
  if (pieces.length > 0 && pieces.every((piece) => typeof piece !== 'string' && piece.kind === 'tables')) {
    return pieces.flatMap((piece) =>
      typeof piece !== 'string' && piece.kind === 'tables'
        ? [...piece.views().map(tableToHast), ...(piece.links ?? []).map(linkLine)]
        : [],
    );
  }
  const children = node.children.flatMap((child) => inlineNode(child, typesetting));
  return splitAtBreaks(children).map((line) => h('p', line));
}

/** The address is printed as well: paper cannot be clicked on. Its digits, and those of a name, are no figures. */
function linkLine({ name, target, address }: LinkLine): Element {
  const where = address ? [h('a', { href: target }, withLiterals(target))] : withLiterals(target);
  return h('p', [...withLiterals(name), { type: 'text', value: '：' }, ...where]);
}

function splitAtBreaks(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.filter((line) => line.length > 0);
}

function inline(text: string, typesetting: Typesetting): ElementContent[] {
  return typesetting.marks
    .split(text)
    .flatMap((piece) => (typeof piece === 'string' ? plain(piece) : markToHast(piece, typesetting)));
}

function plain(text: string): ElementContent[] {
  return text === '' ? [] : withLiterals(joinLines(text));
}

function markToHast(mark: Mark, { print }: Typesetting): ElementContent[] {
  switch (mark.kind) {
    case 'figure': {
      const { printed, value } = print(mark.id, mark.style);
      return [h('data', { value, dataFigure: mark.id }, printed)];
    }
    case 'name':
      return withLiterals(joinLines(mark.text));
    case 'text':
      return mark.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((line, index) => [
          ...(index > 0 ? [h('br')] : []),
          ...narrative(line.trim(), mark.literals),
        ]);
    case 'tables':
      throw new Error('tables must stand in a paragraph of their own');
  }
}

function narrative(line: string, literals: readonly string[]): ElementContent[] {
  return markNumbers(line, literals).map((segment) =>
    segment.kind === 'literal'
      ? h('span', { dataLiteral: true }, segment.text)
      : { type: 'text', value: segment.text },
  );
}

/** Gives headings their ids and moves them below the part's own title: `## 一、…` becomes an h3. */
function numberHeadings(root: Root, key: string): readonly Heading[] {
  const headings: Heading[] = [];
  let section = 0;
  let inSection = 0;
  visit(root, 'element', (node) => {
    // Tables have titles of their own, and thousands of cells.
    if (node.tagName === 'figure') return SKIP;
    if (node.tagName !== 'h2' && node.tagName !== 'h3') return CONTINUE;
    const depth = node.tagName === 'h2' ? 1 : 2;
    if (depth === 1) {
      section += 1;
      inSection = 0;
    } else inSection += 1;
    const id = depth === 1 ? `${key}-${section}` : `${key}-${section}-${inSection}`;
    node.tagName = depth === 1 ? 'h3' : 'h4';
    node.properties = { id };
    headings.push({ id, text: toString(node), depth });
    return CONTINUE;
  });
  return headings;
}
