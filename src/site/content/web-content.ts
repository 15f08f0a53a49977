import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { DocumentPart } from '../../document/booklet-document.ts';
import type { Glossary } from '../../pack/schema.ts';
import { linkTerms, markDefinitions } from './glossary-links.ts';
import { cellFigure, linkedFigure, thinOutStops, type NumberLinks } from './number-links.ts';
import { prepareTables } from './web-tables.ts';
import { keepUnits } from './whole-amounts.ts';
import { breakAtWords } from './word-breaks.ts';

/** On a part's own page the part's title is the page's title: all headings move up one level. */
const HEADINGS: Readonly<Record<string, string>> = { h3: 'h2', h4: 'h3' };

/** What the booklet's text refers to. */
export interface References extends NumberLinks {
  /** The page that explains terms: empty if that is the part's own, undefined if there is none. */
  readonly glossary: string | undefined;
  /** Names that no link may cut. */
  readonly names: readonly string[];
  /** What forms are about, by their names. */
  readonly projects: ReadonlyMap<string, string>;
}

/**
 * A part as its web page shows it: figures lead to where they come from, terms to their definitions, tables have names,
 * and what is not disclosed says so to those who cannot see the dash.
 */
export function webContent(
  part: DocumentPart,
  glossary: Glossary,
  references: References,
): readonly ElementContent[] {
  const root: Root = { type: 'root', children: structuredClone([...part.content]) };
  if (references.glossary === '') markDefinitions(root, glossary);
  if (references.glossary !== undefined) linkTerms(root, glossary, references.names, references.glossary);
  visit(root, 'element', (node, index, parent) => {
    node.tagName = HEADINGS[node.tagName] ?? node.tagName;
    const id = node.properties['dataFigure'];
    if (typeof id !== 'string' || index === undefined || parent === undefined) return undefined;
    if (node.tagName === 'data') parent.children[index] = linkedFigure(node, id, references);
    else node.children = cellFigure(node, id, references);
    return SKIP;
  });
  prepareTables(root, references.projects);
  breakAtWords(root);
  thinOutStops(root);
  return keepUnits(root.children as ElementContent[]);
}
