import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Booklet } from '../../compile/booklet.ts';
import type { DocumentPart } from '../../document/booklet-document.ts';
import { projectNames } from '../../document/project-names.ts';

/** A line of the table of contents, with the lines below it. */
export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
  readonly inner: readonly ContentsEntry[];
}

/** The sections of a part and the tables and forms in it, in the order of the text. */
export function contentsOf(part: DocumentPart, booklet: Booklet): readonly ContentsEntry[] {
  const projects = projectNames(booklet.source);
  const entries: (ContentsEntry & { readonly inner: ContentsEntry[] })[] = [];
  const root: Root = { type: 'root', children: [...part.content] };
  visit(root, 'element', (node) => {
    const id = node.properties['id'];
    if (typeof id !== 'string') return;
    if (node.tagName === 'h3') entries.push({ id, text: toString(node), inner: [] });
    const form = /^form-(.+)$/.exec(id)?.[1];
    if (form !== undefined)
      entries.at(-1)?.inner.push({ id, text: projects.get(form) ?? toString(node), inner: [] });
  });
  return entries;
}
