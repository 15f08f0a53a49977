import type { Element, ElementContent } from 'hast';
import type { DocumentPart } from '../document/booklet-document.ts';
import type { TableView } from '../document/table-view.ts';
import { cssString } from './css-string.ts';

/** Size and margins of pages that hold a form or a table, as styles/print/page.css has them for those without a head. */
const PORTRAIT = 'size:A4;margin:28mm 18mm 22mm;';
const LANDSCAPE = 'size:A4 landscape;margin:26mm 20mm 20mm;';

/** The contents list and the charts are meant to be seen at once, where they can be. */
const OVERVIEW = 'margin:28mm 28.8mm 22mm;';

/** Pages of a kind: which elements stand on them, what their head says beside the booklet's title, and their shape. */
interface PageKind {
  readonly selector: string;
  readonly head: string;
  readonly shape?: string;
}

/** What of a booklet has pages of its own. */
interface PrintedParts {
  readonly parts: readonly Pick<DocumentPart, 'key' | 'title' | 'content'>[];
  readonly tables: readonly Pick<TableView, 'key' | 'title' | 'number' | 'orientation'>[];
}

/**
 * A stylesheet that gives every part, table and form of a printed booklet pages of its own, whose head says what is on
 * them: so that a table that goes on for pages tells its name on each of them.
 */
export function pageStyles({ parts, tables }: PrintedParts): string {
  const formPart = parts.find(({ content }) => content.some(hasForm));
  const kinds: readonly PageKind[] = [
    { selector: '.contents', head: '目录', shape: OVERVIEW },
    { selector: '.at-a-glance', head: '一图看懂', shape: OVERVIEW },
    ...parts.map(({ key, title }) => ({ selector: attribute('part', key), head: title })),
    ...(formPart ? [{ selector: '.form', head: formPart.title, shape: PORTRAIT }] : []),
    ...tables.map(({ key, title, number, orientation }) => ({
      selector: attribute('table', key),
      head: number === undefined ? title : `${number} ${title}`,
      shape: orientation === 'landscape' ? LANDSCAPE : PORTRAIT,
    })),
  ];
  return kinds.map(pageRules).join('\n');
}

function pageRules({ selector, head, shape = '' }: PageKind, index: number): string {
  const name = `page-${index + 1}`;
  return `.print ${selector}{page:${name}}@page ${name}{${shape}@top-right{content:${cssString(head)}}}`;
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
