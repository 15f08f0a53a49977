import { HeadingLevel, Paragraph, type FileChild } from 'docx';
import type { Element, ElementContent } from 'hast';
import type { DocumentPart } from '../../document/booklet-document.ts';
import { numberedTitle, type TableView } from '../../document/table-view.ts';
import { blocksOf } from './blocks.ts';
import type { Lists } from './lists.ts';
import { SHAPE, type PageRun } from './pages.ts';
import { viewTable } from './view-table.ts';

/** What the text of a part refers to. */
export interface PartContext {
  /** The view of which an element of the text is the HTML; undefined for one that is no statutory table and no form. */
  viewOf(element: Element): TableView | undefined;
  readonly lists: Lists;
}

/** Finds the views of a booklet's statutory tables and forms by the marks that their HTML carries. */
export function viewFinder(tables: readonly TableView[], forms: readonly TableView[]): PartContext['viewOf'] {
  const byKey = (views: readonly TableView[]) => new Map(views.map((view) => [view.key, view]));
  const [tableOf, formOf] = [byKey(tables), byKey(forms)];
  return ({ properties }) =>
    tableOf.get(String(properties['dataTable'])) ?? formOf.get(String(properties['dataForm']));
}

/** A part as pages of Word: its text, and each of its statutory tables and forms on pages of its own. */
export function partPages(part: DocumentPart, context: PartContext): readonly PageRun[] {
  const { title, hidden, content } = part;
  const runs: PageRun[] = [];
  let text: FileChild[] = hidden ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, text: title })];
  let nodes: ElementContent[] = [];
  const finish = (): void => {
    const children = [...text, ...blocksOf(nodes, context.lists)];
    if (children.length > 0) runs.push({ shape: SHAPE.text, head: title, children });
    [text, nodes] = [[], []];
  };
  for (const node of content) {
    const view = node.type === 'element' ? context.viewOf(node) : undefined;
    if (view === undefined) {
      nodes.push(node);
      continue;
    }
    finish();
    runs.push(viewPages(view, title));
  }
  finish();
  return runs;
}

function viewPages(view: TableView, partTitle: string): PageRun {
  const shape = view.orientation === 'landscape' ? SHAPE.landscape : SHAPE.portrait;
  const head = view.kind === 'form' ? partTitle : numberedTitle(view);
  return { shape, head, children: viewTable(view, shape) };
}
