import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Booklet } from '../../compile/booklet.ts';
import type { DocumentPart } from '../../document/booklet-document.ts';
import { projectNames } from '../../document/project-names.ts';
import type { TableCell, TableView } from '../../document/table-view.ts';

/** A stretch of a booklet that has an address of its own. */
export interface Section {
  /** Page within the booklet; empty for its front page. */
  readonly page: string;
  /** Id of an element of the page; empty for the page itself. */
  readonly anchor: string;
  /** Its title, then its text, a line for each paragraph or table row, with tabs between cells. */
  readonly lines: readonly string[];
}

/** What can be found in a booklet, in its order: its title, its sections, forms and tables. */
export function bookletSections(booklet: Booklet): readonly Section[] {
  const { title, parts, tables, forms } = booklet.render();
  const projects = projectNames(booklet.source);
  const named = forms.map((view) => ({ ...view, title: formTitle(view, projects) }));
  const sheets = new Map([
    ...tables.map((view) => [`table-${view.key}`, view] as const),
    ...named.map((view) => [`form-${view.key}`, view] as const),
  ]);
  return [{ page: '', anchor: '', lines: [title] }, ...parts.flatMap((part) => partSections(part, sheets))];
}

function formTitle(view: TableView, projects: ReadonlyMap<string, string>): string {
  const project = projects.get(view.key);
  return project === undefined ? view.title : `${view.title}：${project}`;
}

function partSections(
  { key, title, content }: DocumentPart,
  sheets: ReadonlyMap<string, TableView>,
): readonly Section[] {
  let current = { page: key, anchor: '', lines: [title] };
  const sections = [current];
  for (const node of content) {
    if (node.type !== 'element') continue;
    const { id, dataTable, dataForm } = node.properties;
    const anchor = typeof dataTable === 'string' ? `table-${dataTable}` : `form-${String(dataForm)}`;
    const sheet = sheets.get(anchor);
    if (sheet !== undefined) sections.push({ page: key, anchor, lines: sheetLines(sheet) });
    else if (typeof id === 'string')
      sections.push((current = { page: key, anchor: id, lines: [toString(node)] }));
    else current.lines.push(...proseLines(node));
  }
  return sections;
}

/** A list is as many lines as it has entries. */
function proseLines(node: ElementContent): readonly string[] {
  if (node.type === 'element' && ['ul', 'ol'].includes(node.tagName))
    return node.children.flatMap((child) => (child.type === 'element' ? [toString(child)] : []));
  return [toString(node)];
}

function sheetLines({ title, head, body, note }: TableView): string[] {
  const rows = [...head, ...body].map((row) => row.filter(saysSomething).map(oneLine).join('\t'));
  return [title, ...rows, note ?? ''].filter((line) => line !== '');
}

/** Tables are full of zeros and line numbers, for which nobody searches. */
function saysSomething({ kind, text }: TableCell): boolean {
  return text !== '' && kind !== 'line' && kind !== 'dash' && !(kind === 'amount' && /^[0.]+$/.test(text));
}

function oneLine({ text }: TableCell): string {
  return text.replaceAll(/[\t\n]+/g, ' ');
}
