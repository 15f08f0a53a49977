import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';

/** A name of a figure on a page. */
export interface ShownName {
  readonly of: string;
  readonly text: string;
}

/** A figure on a page with the name that it stands under. */
export interface ShownFigure {
  readonly id: string;
  /** The exact value that its element carries; empty where it is not disclosed. */
  readonly value: string;
  readonly text: string;
  /** The name before it: in its sentence, otherwise at the head of its row, its card or its chart. */
  readonly name: ShownName | undefined;
  /** The list or table that it is a line of, to compare what stands in one view. */
  readonly view: Element | Root;
}

/** What a page shows of figures outside the statutory text. */
export interface ShownPage {
  readonly figures: readonly ShownFigure[];
  readonly names: readonly ShownName[];
  /** Sentences with figures in them. */
  readonly sentences: readonly string[];
  /** What pictures say to those who do not see them. */
  readonly pictures: readonly string[];
  readonly description: string;
}

/** What holds a name and its figures together, and what several of these stand in. */
const LINES = new Set(['p', 'dd', 'tr', 'li', 'figcaption', 'summary', 'div']);
const HEADED = new Set(['tr', 'li', 'figcaption', 'div', 'figure', 'section']);
const VIEWS = new Set(['table', 'dl']);
/** The statutory text, its tables and forms. */
const STATUTORY = ['dataPart', 'dataTable', 'dataForm'];

/** Reads a built page. */
export function readPage(html: string): ShownPage {
  const root = fromHtml(html);
  const figures: ShownFigure[] = [];
  const names: ShownName[] = [];
  const sentences = new Set<Element>();
  const pictures: string[] = [];
  let description = '';
  const read = (node: RootContent, above: readonly Element[]): void => {
    if (node.type !== 'element') return;
    const { tagName, properties, children } = node;
    if (STATUTORY.some((mark) => properties[mark] !== undefined)) return;
    if (properties['name'] === 'description') description = String(properties['content']);
    if (tagName === 'svg' && properties['ariaLabel'] !== undefined)
      pictures.push(String(properties['ariaLabel']));
    const name = nameIn(node);
    if (name !== undefined) names.push(name);
    const id = properties['dataFigure'];
    if (tagName === 'data' && typeof id === 'string') {
      const sentence = above.findLast((one) => one.tagName === 'p' || one.tagName === 'dd');
      if (sentence !== undefined) sentences.add(sentence);
      const view = above.findLast((one) => VIEWS.has(one.tagName)) ?? root;
      const value = String(properties['value'] ?? '');
      figures.push({ id, value, text: textOf(node), name: nameBefore(node, above), view });
    }
    for (const child of children) read(child, [...above, node]);
  };
  for (const child of root.children) read(child, []);
  return { figures, names, sentences: [...sentences].map(textOf), pictures, description };
}

function textOf(node: Element): string {
  return toString(node).replaceAll(/\s+/g, '');
}

function nameIn(node: Element): ShownName | undefined {
  const of = node.properties['dataNameOf'];
  return typeof of === 'string' ? { of, text: textOf(node) } : undefined;
}

/** The last name before a figure in its line, otherwise the first of what the line stands in. */
function nameBefore(figure: Element, above: readonly Element[]): ShownName | undefined {
  for (const line of above.toReversed()) {
    if (!LINES.has(line.tagName) && !HEADED.has(line.tagName)) continue;
    const before = namesBefore(figure, line);
    if (before.length > 0) return HEADED.has(line.tagName) ? before[0] : before.at(-1);
    const head = line.tagName === 'tr' ? columnName(figure, line, above) : undefined;
    if (head !== undefined) return head;
  }
  return undefined;
}

/** The name at the head of the column that a figure stands in. */
function columnName(figure: Element, row: Element, above: readonly Element[]): ShownName | undefined {
  const cells = ({ children }: Element): readonly Element[] =>
    children.filter((one) => one.type === 'element');
  const cell = above[above.indexOf(row) + 1];
  const table = above.findLast((one) => one.tagName === 'table');
  const [heads] = table === undefined ? [] : cells(table).filter(({ tagName }) => tagName === 'thead');
  const [first] = heads === undefined ? [] : cells(heads);
  if (cell === undefined || first === undefined || cell === figure) return undefined;
  const head = cells(first)[cells(row).indexOf(cell)];
  return head && nameIn(head);
}

function namesBefore(figure: Element, line: Element): readonly ShownName[] {
  const names: ShownName[] = [];
  const walk = (node: RootContent): boolean => {
    if (node === figure) return true;
    if (node.type !== 'element') return false;
    const name = nameIn(node);
    if (name !== undefined) names.push(name);
    return node.children.some(walk);
  };
  walk(line);
  return names;
}
