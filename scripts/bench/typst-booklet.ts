/** A booklet as a plain document for Typst: the same headings, paragraphs and tables, without layout, links or charts of ours. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { BookletDocument } from '../../src/document/booklet-document.ts';
import { numberedTitle, type TableCell, type TableView } from '../../src/document/table-view.ts';

type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly widths: readonly number[];
      readonly head: readonly TableCell[];
      readonly body: readonly TableCell[];
    };

/** Sets the blocks that stand beside it. Typst is asked for the typefaces of our layout. */
const TEMPLATE = `#let booklet = json("booklet.json")
#set document(title: booklet.title)
#set page(paper: "a4", margin: (x: 28.8mm, y: 30mm), numbering: "1")
#set text(font: ("Noto Serif SC", "Noto Sans Symbols 2"), size: 12pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 9pt)
#show heading: set text(font: "Noto Sans SC", weight: 500)
#show table: set text(size: 9pt)
#show table: set par(first-line-indent: 0pt, justify: false, leading: 4pt)
#let of(one) = table.cell(colspan: one.columns, rowspan: one.rows, align: if one.kind == "amount" { right } else { left }, one.text)
#title(booklet.title)
#outline(depth: 2)
#for block in booklet.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" { par(block.text) }
  else { table(columns: block.widths.map(width => width * 1fr), table.header(..block.head.map(of)), ..block.body.map(of)) }
}
`;

/**
 * Writes the booklet for Typst into a folder.
 *
 * @returns absolute path of the document to compile
 */
export function writeTypst({ title, parts, tables, forms }: BookletDocument, folder: string): string {
  const blocks: readonly Block[] = [
    ...parts.flatMap((part) => [
      { kind: 'heading', level: 1, text: part.title } as const,
      ...part.content.flatMap(blocksOf),
    ]),
    ...[...forms, ...tables].flatMap(tableBlocks),
  ];
  writeFileSync(join(folder, 'booklet.json'), JSON.stringify({ title: title.replaceAll('\n', ''), blocks }));
  const file = join(folder, 'booklet.typ');
  writeFileSync(file, TEMPLATE);
  return file;
}

function blocksOf(node: ElementContent): readonly Block[] {
  if (node.type !== 'element') return [];
  const level = /^h(?<level>[1-6])$/u.exec(node.tagName)?.groups?.['level'];
  if (level !== undefined)
    return [{ kind: 'heading', level: Math.max(2, Number(level) - 1), text: toString(node) }];
  const inner = node.children.filter((child): child is Element => child.type === 'element');
  const isHolder = inner.some(({ tagName }) =>
    ['p', 'li', 'table', 'tr', 'div', 'ul', 'ol'].includes(tagName),
  );
  if (isHolder) return inner.flatMap(blocksOf);
  const text = toString(node).trim();
  return text === '' ? [] : [{ kind: 'paragraph', text }];
}

function tableBlocks(view: TableView): readonly Block[] {
  const { widths, head, body, note } = view;
  return [
    { kind: 'heading', level: 2, text: numberedTitle(view) },
    { kind: 'table', widths, head: head.flat(), body: body.flat() },
    ...(note === undefined ? [] : [{ kind: 'paragraph', text: note } as const]),
  ];
}
