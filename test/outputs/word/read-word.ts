import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of XML; its texts are elements without a name. */
interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  readonly text: string;
}

/** A cell of a table; one that goes on from the row above has no text of its own. */
export interface WordCell {
  readonly text: string;
  readonly columns: number;
  readonly continued: boolean;
}

export interface WordRow {
  /** Whether it stands again on top of each page. */
  readonly head: boolean;
  readonly cells: readonly WordCell[];
}

/** A paragraph or a table. */
export interface WordBlock {
  /** The paragraph's style; empty where it has none. */
  readonly style: string;
  readonly text: string;
  /** Of a table. */
  readonly rows?: readonly WordRow[];
}

/** A run of pages of one shape under one head. */
export interface WordSection {
  readonly landscape: boolean;
  readonly head: string;
  readonly foot: string;
  readonly blocks: readonly WordBlock[];
}

/** The XML files of a package by their paths. */
export function wordFiles(bytes: Uint8Array): ReadonlyMap<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xml|rels)$/.test(path));
  return new Map(files.map(([path, content]) => [path, strFromU8(content)]));
}

/** Reads the sections of a document of Word; throws where its XML is not well-formed. */
export function readWord(bytes: Uint8Array): readonly WordSection[] {
  const files = wordFiles(bytes);
  const file = (path: string): Node => parse(files.get(path) ?? '');
  const relations = new Map(
    all(file('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'] ?? '',
    ]),
  );
  const sections: WordSection[] = [];
  let blocks: WordBlock[] = [];
  const finish = (properties: Node): void => {
    const told = (kind: string): string => {
      const [reference] = all(properties, `w:${kind}Reference`);
      const path = relations.get(reference?.attributes['r:id']);
      return path === undefined ? '' : textOf(file(`word/${path.replace(/^\/?(?:word\/)?/, '')}`));
    };
    const landscape = all(properties, 'w:pgSz').some(
      ({ attributes }) => attributes['w:orient'] === 'landscape',
    );
    sections.push({ landscape, head: told('header'), foot: told('footer'), blocks });
    blocks = [];
  };
  for (const node of all(file('word/document.xml'), 'w:body')[0]?.children ?? []) {
    if (node.name === 'w:sectPr') finish(node);
    else blocks.push(blockOf(node));
    const [properties] = node.name === 'w:p' ? all(node, 'w:sectPr') : [];
    if (properties !== undefined) finish(properties);
  }
  return sections;
}

function blockOf(node: Node): WordBlock {
  if (node.name === 'w:tbl') return { style: '', text: textOf(node), rows: inside(node, 'w:tr').map(rowOf) };
  return { style: all(node, 'w:pStyle')[0]?.attributes['w:val'] ?? '', text: textOf(node) };
}

function rowOf(row: Node): WordRow {
  return {
    head: all(row, 'w:tblHeader').length > 0,
    cells: inside(row, 'w:tc').map((cell) => {
      const [merge] = all(cell, 'w:vMerge');
      return {
        text: textOf(cell),
        columns: Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1),
        continued: merge !== undefined && merge.attributes['w:val'] !== 'restart',
      };
    }),
  };
}

/** What a person reads: `w:t` alone, a tab and a break as a blank. */
function textOf(node: Node): string {
  if (node.name === 'w:t') return node.children.map(({ text }) => text).join('');
  if (node.name === 'w:tab' || node.name === 'w:br') return ' ';
  return node.children.map(textOf).join('');
}

function inside(node: Node, name: string): readonly Node[] {
  return node.children.filter((child) => child.name === name);
}

function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function parse(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push({ name: '', attributes: {}, children: [], text }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}
