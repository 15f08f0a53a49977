import type { PDFRef } from '@cantoo/pdf-lib';
import { contentOf, isContent, isTag, type Kid, type Tag } from '../tags/tag.ts';

const HEADING = /^H(?<level>[1-6])$/u;

/** The tags of a document that hold its parts, in their order: the charts before them are one, too. */
export function partsIn(document: Tag): readonly Tag[] {
  return document.kids.filter(isTag).flatMap((tag) => (tag.mark === 'Part' ? [tag] : partsIn(tag)));
}

/** The pages on which something of a tag stands. */
export function pagesOf(tag: Tag): ReadonlySet<PDFRef> {
  return new Set([...contentOf(tag)].map(({ page }) => page));
}

/**
 * The tags of a document that is a part of another: the part alone, its first heading of the first level, since nothing stands
 * above it any more (ISO 14289-1, 7.4.2), without what leads into other parts.
 *
 * @param isLost whether an annotation is none of the part's
 */
export function asDocument(document: Tag, part: Tag, isLost: (annotation: PDFRef) => boolean): Tag {
  const raise = (firstLevel(part) ?? 1) - 1;
  const own = (tag: Tag): Tag => ({ ...tag, type: raised(tag.type, raise), kids: tag.kids.flatMap(kept) });
  const kept = (kid: Kid): readonly Kid[] => {
    if (isTag(kid)) return [own(kid)];
    return isContent(kid) || !isLost(kid.object) ? [kid] : [];
  };
  return { ...document, kids: [own(part)] };
}

function firstLevel(tag: Tag): number | undefined {
  const level = HEADING.exec(tag.type)?.groups?.['level'];
  if (level !== undefined) return Number(level);
  for (const kid of tag.kids) {
    const inner = isTag(kid) ? firstLevel(kid) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function raised(type: string, by: number): string {
  const level = HEADING.exec(type)?.groups?.['level'];
  return level === undefined ? type : `H${Math.max(1, Number(level) - by)}`;
}
