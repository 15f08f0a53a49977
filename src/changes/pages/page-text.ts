import type { Element, ElementContent } from 'hast';
import { isFigure, isName, type Sentence } from '../../charts/chart.ts';
import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import type { NamedFigure } from '../../document/print-figure.ts';

/**
 * What a page or a file says, as plain data: everything that its text is made of and nothing else, so that two versions say
 * the same if and only if their data is the same.
 */
export type PageText = unknown;

/** What is costly to make: two versions say the same if they are made of the same, and otherwise if they come out the same. */
export class Made {
  readonly of: PageText;
  readonly make: () => PageText;

  /**
   * @param of all that it is made of
   * @param make what comes out; undefined where there is no such file then
   */
  constructor(of: PageText, make: () => PageText) {
    this.of = of;
    this.make = make;
  }
}

/** Pages and files by their paths in the output. */
export type Pages = ReadonlyMap<string, PageText>;

/** A sentence of a page. What is not disclosed says so. */
export function sentence(pieces: Sentence): string {
  return pieces
    .map((piece) => (isFigure(piece) ? amount(piece) : isName(piece) ? piece.text : piece))
    .join('');
}

/** A figure of a page, with what stands for one that is not known. */
export function amount({ value, printed }: NamedFigure, unknown: string = UNDISCLOSED): string {
  return value === '' ? unknown : printed;
}

/** The text of a booklet's part, block by block; a figure that is not disclosed is told apart from a dash. */
export function contentText(nodes: readonly ElementContent[]): readonly string[] {
  return nodes.map(textOf);
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const inner = node.children.map(textOf).join(CELLS.has(node.tagName) ? '\t' : '');
  return isUndisclosed(node) ? `${inner}${UNDISCLOSED}` : inner;
}

const CELLS = new Set(['tr', 'tbody', 'thead', 'table', 'ul', 'ol', 'figure', 'figcaption']);

function isUndisclosed({ properties }: Element): boolean {
  return properties['dataFigure'] !== undefined && (properties['dataValue'] ?? properties['value']) === '';
}
