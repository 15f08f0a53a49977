import type { PDFRef } from '@cantoo/pdf-lib';
import { around, type Box, type Drawn } from '../content/drawn-boxes.ts';
import { inSections } from './sections.ts';
import { contentOf, isContent, isTag, type Content, type Kid, type Tag } from './tag.ts';

/** What is drawn of a piece of content; undefined where nothing is. */
export type DrawnOf = (content: Content) => Drawn | undefined;

/** Marks that are types of tags themselves; the others only say how a tag's surroundings are to be put together. */
const TYPES = new Set(['Part', 'Sect', 'TOC', 'TOCI', 'P', 'L', 'Lbl']);

/** What only surrounds other elements, and means nothing itself. */
const MEANINGLESS = new Set(['NonStruct', 'Div']);

/** Tags that say something by being there, even without content. */
const MAY_BE_EMPTY = new Set(['Document', 'TH', 'TD', 'TR']);

/**
 * Makes true tags (ISO 32000-1, 14.8.4) of those that Chrome writes: parts and sections by their headings, the list of contents,
 * tables with their caption, head and body, bodies of list items, and nothing that has no meaning. Rules and shades that
 * Chrome counts to an element are left out. Pictures, and tables on one page, say where they are.
 */
export function completeTags(document: Tag, drawnOf: DrawnOf): Tag {
  const [completed] = complete(document, drawnOf);
  if (completed === undefined || !isTag(completed)) throw new Error('The PDF has no content.');
  return completed;
}

function complete(tag: Tag, drawnOf: DrawnOf): readonly Kid[] {
  const type = tag.mark !== undefined && TYPES.has(tag.mark) ? tag.mark : tag.type;
  const own = tag.mark === 'THead' ? firstPrint(tag) : tag;
  const kids = own.kids.flatMap((kid): readonly Kid[] => {
    if (isTag(kid)) return complete(kid, drawnOf);
    if (type === 'Figure' || !isContent(kid) || drawnOf(kid)?.text === true) return [kid];
    return [];
  });
  if (kids.length === 0 && !MAY_BE_EMPTY.has(type)) return [];
  if (tag.mark === 'Sheet') return withCaptionInside(kids, drawnOf, tag);
  if (MEANINGLESS.has(type)) return kids;
  return [placed(arranged({ ...tag, type, kids }), drawnOf, tag)];
}

/** A row of a table's head as it is printed first: overleaf it is printed once more, for the eye alone. */
function firstPrint(row: Tag): Tag {
  const [first] = contentOf(row);
  const onFirstPage = (tag: Tag): Tag => ({
    ...tag,
    kids: tag.kids
      .filter((kid) => isTag(kid) || kid.page === first?.page)
      .map((kid) => (isTag(kid) ? onFirstPage(kid) : kid)),
  });
  return onFirstPage(row);
}

/** Puts the kids of a tag into the tags that belong between. */
function arranged(tag: Tag): Tag {
  switch (tag.type) {
    case 'Part':
    case 'Sect':
      return { ...tag, kids: inSections(tag.kids) };
    case 'Table':
      return { ...tag, kids: inGroupsOfRows(tag.kids) };
    case 'L':
      return { ...tag, kids: inItems(tag.kids) };
    case 'LI':
      return { ...tag, kids: wrapped(tag.kids, ['Lbl', 'LBody'], 'LBody') };
    case 'TOCI':
      return { ...tag, kids: wrapped(tag.kids, ['TOC', 'Reference'], 'Reference') };
    default:
      return tag;
  }
}

/** A caption stands within its table (14.8.4.3.4). */
function withCaptionInside(kids: readonly Kid[], drawnOf: DrawnOf, sheet: Tag): readonly Kid[] {
  const caption = kids.find((kid) => isTag(kid) && kid.type === 'Caption');
  const table = kids.find((kid) => isTag(kid) && kid.type === 'Table');
  if (caption === undefined || table === undefined || !isTag(table)) return kids;
  const whole = placed({ ...table, kids: [caption, ...table.kids] }, drawnOf, sheet);
  return kids.filter((kid) => kid !== caption).map((kid) => (kid === table ? whole : kid));
}

/** In a list of names and what they stand for, each name and what follows it is an item. */
function inItems(kids: readonly Kid[]): readonly Kid[] {
  const items: Kid[][] = [];
  for (const kid of kids) {
    if (!isTag(kid) || kid.type === 'LI') return kids;
    if (kid.type === 'Lbl' || items.length === 0) items.push([]);
    items.at(-1)?.push(kid);
  }
  return items.map((item): Tag => ({ type: 'LI', kids: wrapped(item, ['Lbl', 'LBody'], 'LBody') }));
}

/** Rows of a table's head, body and foot in tags of their own. */
function inGroupsOfRows(kids: readonly Kid[]): readonly Kid[] {
  const groups: { type: string; kids: Kid[] }[] = [];
  const others: Kid[] = [];
  for (const kid of kids) {
    if (!isTag(kid) || kid.type !== 'TR') others.push(kid);
    else {
      const type = kid.mark === 'THead' || kid.mark === 'TFoot' ? kid.mark : 'TBody';
      const last = groups.at(-1);
      if (last?.type === type) last.kids.push(kid);
      else groups.push({ type, kids: [kid] });
    }
  }
  return [...others, ...groups];
}

/** Whatever is none of some types, in one tag of its own, where the first of it stands. */
function wrapped(kids: readonly Kid[], types: readonly string[], type: string): readonly Kid[] {
  const isOther = (kid: Kid): boolean => !isTag(kid) || !types.includes(kid.type);
  const first = kids.findIndex(isOther);
  if (first === -1) return kids;
  const wrapper: Tag = { type, kids: kids.filter(isOther) };
  return [...kids.slice(0, first), wrapper, ...kids.slice(first + 1).filter((kid) => !isOther(kid))];
}

/**
 * A picture or table with the place where it is drawn, if that is one page.
 *
 * @param drawn the tag with all that is drawn of it, also what is no content of it
 */
function placed(tag: Tag, drawnOf: DrawnOf, drawn: Tag): Tag {
  if (tag.type !== 'Figure' && tag.type !== 'Table') return tag;
  const boxes: (Box | undefined)[] = [];
  const pages = new Set<PDFRef>();
  for (const content of contentOf(drawn)) {
    pages.add(content.page);
    boxes.push(drawnOf(content)?.box);
  }
  return { ...tag, box: pages.size === 1 ? around(boxes) : undefined };
}
