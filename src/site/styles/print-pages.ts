import type { Element, ElementContent } from 'hast';
import type { DocumentPart } from '../../document/booklet-document.ts';
import { numberedTitle, type TableView } from '../../document/table-view.ts';
import { cssString } from './css-string.ts';

/** Size and margins of pages that hold a form or a table, as styles/print/page.css has them for those without a head. */
const PORTRAIT = { rules: 'size:A4;margin:28mm 18mm 22mm;', width: 174 };
const LANDSCAPE = { rules: 'size:A4 landscape;margin:26mm 20mm 20mm;', width: 257 };
/** A part's text, for which styles/print/page.css says all. */
const TEXT = { rules: '', width: 152.4 };

/** The contents list and the charts are meant to be seen at once, where they can be. */
const OVERVIEW = { rules: 'margin:28mm 28.8mm 22mm;', width: 152.4 };

/** A sign of a head, and the part of a page's width that its right side has there, as styles/print/page.css has them. */
const SIGN = 3.175;
const RIGHT = 0.45;

/** Pages of a kind: which elements stand on them, what their head says beside the booklet's title, and their shape. */
interface PageKind {
  readonly selector: string;
  readonly head: string;
  readonly shape: Shape;
}

/** How pages of a kind differ from others, and the width between their margins in millimetres. */
interface Shape {
  readonly rules: string;
  readonly width: number;
}

/** What of a booklet has pages of its own. */
interface PrintedParts {
  /** What the head of each page says to its left. */
  readonly runningHead: string;
  readonly parts: readonly Pick<DocumentPart, 'key' | 'title' | 'content'>[];
  readonly tables: readonly Pick<TableView, 'key' | 'title' | 'number' | 'orientation'>[];
}

/**
 * A stylesheet that gives every part, table and form of a printed booklet pages of its own, whose head says what is on
 * them: so that a table that goes on for pages tells its name on each of them.
 */
export function pageStyles({ runningHead, parts, tables }: PrintedParts): string {
  const formPart = parts.find(({ content }) => content.some(hasForm));
  const kinds: readonly PageKind[] = [
    { selector: '.contents', head: '目录', shape: OVERVIEW },
    { selector: '.at-a-glance', head: '一图看懂', shape: OVERVIEW },
    ...parts.map(({ key, title }) => ({ selector: attribute('part', key), head: title, shape: TEXT })),
    ...(formPart ? [{ selector: '.form', head: formPart.title, shape: PORTRAIT }] : []),
    ...tables.map((table) => ({
      selector: attribute('table', table.key),
      head: numberedTitle(table),
      shape: table.orientation === 'landscape' ? LANDSCAPE : PORTRAIT,
    })),
  ];
  return kinds.map((kind, index) => pageRules(kind, index, runningHead)).join('\n');
}

function pageRules({ selector, head, shape }: PageKind, index: number, runningHead: string): string {
  const name = `page-${index + 1}`;
  const share = rightShare(head, runningHead, shape);
  const [left, right] =
    share === undefined ? ['', ''] : [`@top-left{width:${100 - share}%}`, `width:${share}%;`];
  return `.print ${selector}{page:${name}}@page ${name}{${shape.rules}${left}@top-right{${right}content:${cssString(head)}}}`;
}

/** The part of the head's width, in percent, for a long text to its right, if the one to its left leaves it so much. */
function rightShare(head: string, runningHead: string, { width }: Shape): number | undefined {
  const needed = lengthOf(head) + SIGN;
  const fits = lengthOf(head) <= width * RIGHT;
  if (fits || needed + lengthOf(runningHead) > width) return undefined;
  return Math.ceil((100 * needed) / width);
}

/** About how long a text of a head is, in millimetres: letters and digits take half of a Chinese sign's width. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u0020-\u024f]/u.test(sign) ? SIGN / 2 : SIGN), 0);
}

function attribute(name: 'part' | 'table', key: string): string {
  return `[data-${name}=${cssString(key)}]`;
}

function hasForm(node: ElementContent): boolean {
  return node.type === 'element' && isForm(node);
}

function isForm({ properties, children }: Element): boolean {
  return properties['dataForm'] !== undefined || children.some(hasForm);
}
