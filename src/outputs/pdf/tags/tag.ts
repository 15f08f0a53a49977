import type { PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Box } from '../content/drawn-boxes.ts';

/** A piece of a page's content that a tag holds. */
export interface Content {
  readonly page: PDFRef;
  /** Its number on the page. */
  readonly mcid: number;
}

/** A link on a page that a tag holds. */
export interface Annotation {
  readonly page: PDFRef;
  readonly object: PDFRef;
}

/** A tag of the PDF (a structure element, ISO 32000-1, 14.7.2). */
export interface Tag {
  /** Its type after ISO 32000-1, 14.8.4, such as `P` or `TD`. */
  readonly type: string;
  /** What the element of the page was marked as (`element-marks.ts`). */
  readonly mark?: string | undefined;
  readonly kids: readonly Kid[];
  /** What is said in place of a picture. */
  readonly alt?: PDFObject | undefined;
  /** By which cells name it as their head. */
  readonly id?: string | undefined;
  /** Of a cell: its scope, spans and heads. */
  readonly cell?: Cell | undefined;
  /** Of a picture or table on one page: where it is. */
  readonly box?: Box | undefined;
  readonly lang?: string | undefined;
  /** The number of its object in the PDF that it was read from: what led there can lead to what takes its place. */
  readonly origin?: number | undefined;
}

/** What a cell of a table is (ISO 32000-1, 14.8.5.7). */
export interface Cell {
  readonly scope?: string | undefined;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Ids of its heads. */
  readonly headers: readonly string[];
}

export type Kid = Tag | Content | Annotation;

/** Whether a kid is a tag. */
export function isTag(kid: Kid): kid is Tag {
  return 'kids' in kid;
}

/** Whether a kid is content of a page. */
export function isContent(kid: Kid): kid is Content {
  return 'mcid' in kid;
}

/** The content that a tag and all within it hold, in the order of reading. */
export function* contentOf(tag: Tag): Generator<Content> {
  for (const kid of tag.kids) {
    if (isTag(kid)) yield* contentOf(kid);
    else if (isContent(kid)) yield kid;
  }
}
