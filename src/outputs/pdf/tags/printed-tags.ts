import { PDFHexString, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { markOf } from './element-marks.ts';
import type { Cell, Kid, Tag } from './tag.ts';

/** What Chrome printed, taken apart. */
export interface TakenTags {
  readonly tags: Tag;
  /** The file without its tags: the library finds objects by going through a file, not by its table of places. */
  readonly rest: Uint8Array;
}

const START = '<</Type /StructElem\n';
const END = 'endobj\n';

/** A tag as Chrome writes it: its number, type, alternative, language, page, kids, attributes and id. */
const TAG =
  /(\d+) 0 obj\n<<\/Type \/StructElem\n\/S \/(\w+)(?:\n\/Alt (<[0-9A-F]*>|\([^()\\]*\)))?(?:\n\/Lang \(([\w-]+)\))?\n\/P \d+ 0 R(?:\n\/Pg (\d+) 0 R)?(?:\n\/K (\d+(?: 0 R)?|\[[^\]]*\]))?(?:\n\/A \[((?:[^[\]]|\[[^\]]*\])*)\])?(?:\n\/ID \((\w+)\))?>>\nendobj\n/uy;

/** A kid in a list: a tag, content of the tag's own page or of another, or a link. */
const KID =
  / ?(?:(\d+) 0 R|(\d+)|<<\/Type \/MCR\n\/Pg (\d+) 0 R\n\/MCID (\d+)>>|<<\/Type \/OBJR\n\/Obj (\d+) 0 R\n\/Pg (\d+) 0 R>>)/uy;

const ATTRIBUTE = /\/Scope \/(\w+)|\/(RowSpan|ColSpan) (\d+)|\/Headers \[([^\]]*)\]/gu;

/**
 * Takes the tags out of a file as Chrome writes it. They are nearly all of its objects, short and of few forms, and stand together, so
 * that they are read from the text in a fraction of the time that it takes to make objects of them and to read those.
 *
 * @returns undefined where tags are written in another form: the library then reads them with all else (`readTags`)
 */
export function takeTags(bytes: Uint8Array): TakenTags | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = file.indexOf(START);
  const last = file.lastIndexOf(START);
  if (first === -1) return undefined;
  // The line above has the number.
  const start = file.lastIndexOf('\n', first - 2) + 1;
  const end = file.indexOf(END, last) + END.length;
  const tags = readAll(file.toString('latin1', start, end));
  if (tags === undefined) return undefined;
  const rest = [file.subarray(0, start), ...withoutPlaces(file.subarray(end))];
  return { tags, rest: Buffer.concat(rest) };
}

/** The end of a file without its table of places, which has a line for each tag, too. */
function withoutPlaces(end: Buffer): readonly Buffer[] {
  const [places, trailer] = [end.lastIndexOf('\nxref\n'), end.lastIndexOf('\ntrailer\n')];
  return places === -1 || trailer < places ? [end] : [end.subarray(0, places), end.subarray(trailer)];
}

/** The last of some tags, which holds all others; undefined where anything is in another form. */
function readAll(text: string): Tag | undefined {
  const reader = new Reader();
  let top: Tag | undefined;
  for (let at = 0; at < text.length; at = TAG.lastIndex) {
    TAG.lastIndex = at;
    const match = TAG.exec(text);
    top = match === null ? undefined : reader.read(match);
    if (top === undefined) return undefined;
  }
  return top;
}

/** Reads tags, of which Chrome writes each after those that it holds. */
class Reader {
  private readonly known = new Map<string, Tag>();
  private readonly references = new Map<string, PDFRef>();

  read([, number = '', type = '', alt, lang, page, kids = '', attributes = '', id]: readonly (
    string | undefined
  )[]): Tag | undefined {
    const read = this.kids(kids, page);
    if (read === undefined) return undefined;
    const mark = lang === undefined ? undefined : markOf(lang);
    const tag: Tag = {
      type,
      mark,
      kids: read,
      alt: alt === undefined ? undefined : textObject(alt),
      id,
      cell: type === 'TH' || type === 'TD' ? cellOf(attributes) : undefined,
      box: undefined,
      origin: Number(number),
      // A language that was a mark is none of the document's.
      lang: mark === undefined ? lang : undefined,
    };
    this.known.set(number, tag);
    return tag;
  }

  /** The kids of a tag; undefined where one is of another form, or not there. */
  private kids(text: string, page: string | undefined): readonly Kid[] | undefined {
    const end = text.startsWith('[') ? text.length - 1 : text.length;
    const kids: Kid[] = [];
    for (let at = text.startsWith('[') ? 1 : 0; at < end; at = KID.lastIndex) {
      KID.lastIndex = at;
      const match = KID.exec(text);
      const kid = match === null ? undefined : this.kid(match, page);
      if (kid === undefined) return undefined;
      kids.push(kid);
    }
    return kids;
  }

  private kid(
    [, tag, own, page, elsewhere, object, objectPage]: readonly (string | undefined)[],
    ownPage: string | undefined,
  ): Kid | undefined {
    if (tag !== undefined) return this.known.get(tag);
    if (object !== undefined && objectPage !== undefined)
      return { page: this.reference(objectPage), object: this.reference(object) };
    const place = page ?? ownPage;
    return place === undefined ? undefined : { page: this.reference(place), mcid: Number(elsewhere ?? own) };
  }

  private reference(number: string): PDFRef {
    const known = this.references.get(number);
    if (known !== undefined) return known;
    const reference = PDFRef.of(Number(number));
    this.references.set(number, reference);
    return reference;
  }
}

function textObject(written: string): PDFHexString | PDFString {
  const text = written.slice(1, -1);
  return written.startsWith('<') ? PDFHexString.of(text) : PDFString.of(text);
}

function cellOf(attributes: string): Cell {
  let scope: string | undefined;
  const spans = { RowSpan: 1, ColSpan: 1 };
  let headers: readonly string[] = [];
  for (const [, stated, span, number, heads] of attributes.matchAll(ATTRIBUTE)) {
    if (stated !== undefined) scope = stated;
    else if (span === 'RowSpan' || span === 'ColSpan') spans[span] = Number(number);
    else if (heads !== undefined) headers = heads.slice(1, -1).split(') (');
  }
  return { scope, rowSpan: spans.RowSpan, colSpan: spans.ColSpan, headers };
}
