import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { BookletDocument } from '../../document/booklet-document.ts';
import { remembered } from '../../source/remembered.ts';

/** Where a booklet prints a figure: in a row of a table, in a form, in a section of the text. */
export interface FigureUse {
  readonly part: string;
  /** Id of the element to go to. */
  readonly id: string;
  readonly text: string;
}

/** What stands above the element that is being read. */
interface Position {
  readonly part: string;
  heading?: Anchor;
  sheet?: Anchor;
  row?: Anchor;
}

interface Anchor {
  readonly id: string;
  readonly text: string;
}

/** The places where a booklet prints its figures, by figure id, each place once. */
export const figureUses = remembered(gatherUses);

function gatherUses({ parts }: BookletDocument): ReadonlyMap<string, readonly FigureUse[]> {
  const uses = new Map<string, Map<string, FigureUse>>();
  for (const { key, content } of parts) {
    const position: Position = { part: key };
    for (const { id, use } of content.flatMap((node) => usesIn(node, position))) {
      const known = uses.get(id) ?? new Map<string, FigureUse>();
      uses.set(id, known.set(`${use.part} ${use.id}`, use));
    }
  }
  return new Map([...uses].map(([id, places]) => [id, [...places.values()]]));
}

function usesIn(node: ElementContent, position: Position): readonly { id: string; use: FigureUse }[] {
  if (node.type !== 'element') return [];
  enter(node, position);
  const id = node.properties['dataFigure'];
  const use = typeof id === 'string' ? useAt(position) : undefined;
  const within = node.children.flatMap((child) => usesIn(child, position));
  if (node.tagName === 'figure') delete position.sheet;
  if (node.tagName === 'tr') delete position.row;
  return typeof id === 'string' && use !== undefined ? [{ id, use }, ...within] : within;
}

function enter(node: Element, position: Position): void {
  const { id } = node.properties;
  if (typeof id !== 'string') return;
  const anchor = { id, text: toString(node) };
  if (/^(table|form)-/.test(id)) position.sheet = anchor;
  else if (/^h\d$/.test(node.tagName)) position.heading = anchor;
  else if (node.properties['scope'] === 'row') position.row = anchor;
}

function useAt({ part, heading, sheet, row }: Position): FigureUse | undefined {
  if (sheet === undefined) return heading && { part, ...heading };
  const text = row === undefined ? sheet.text : `${sheet.text} ${row.text}`;
  return { part, id: row?.id ?? sheet.id, text };
}
