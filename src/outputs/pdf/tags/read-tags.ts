import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import type { Box } from '../content/drawn-boxes.ts';
import { nameOf, textOf } from '../names.ts';
import { markOf } from './element-marks.ts';
import type { Cell, Kid, Tag } from './tag.ts';

/** The tags of a PDF as Chrome or `writeTags` writes them, from the document down. Throws where there are none. */
export function readTags(document: PDFDocument): Tag {
  const root = document.catalog.lookup(nameOf('StructTreeRoot'), PDFDict);
  const [top] = kidsOf(root);
  const element = document.context.lookup(top);
  if (!(element instanceof PDFDict)) throw new Error('The PDF has no tags.');
  return readTag(element, document.context, top);
}

function readTag(element: PDFDict, context: PDFContext, place: PDFObject | undefined): Tag {
  const page = element.get(nameOf('Pg'));
  const lang = element.lookupMaybe(nameOf('Lang'), PDFString)?.asString();
  const mark = lang === undefined ? undefined : markOf(lang);
  return {
    type: nameIn(element, 'S') ?? 'NonStruct',
    mark,
    kids: kidsOf(element).flatMap((kid) => readKid(kid, page, context)),
    alt: element.get(nameOf('Alt')),
    id: element.lookupMaybe(nameOf('ID'), PDFString)?.asString(),
    cell: readCell(element),
    box: readBox(element),
    origin: place instanceof PDFRef ? place.objectNumber : undefined,
    // A language that was a mark is none of the document's.
    lang: mark === undefined ? lang : undefined,
  };
}

function readKid(kid: PDFObject, ownPage: PDFObject | undefined, context: PDFContext): readonly Kid[] {
  if (kid instanceof PDFNumber)
    return ownPage instanceof PDFRef ? [{ page: ownPage, mcid: kid.asNumber() }] : [];
  const element = context.lookup(kid);
  if (!(element instanceof PDFDict)) return [];
  if (element.has(nameOf('S'))) return [readTag(element, context, kid)];
  const page = element.get(nameOf('Pg')) ?? ownPage;
  if (!(page instanceof PDFRef)) return [];
  const object = element.get(nameOf('Obj'));
  if (object instanceof PDFRef) return [{ page, object }];
  const mcid = element.lookupMaybe(nameOf('MCID'), PDFNumber)?.asNumber();
  return mcid === undefined ? [] : [{ page, mcid }];
}

function kidsOf(element: PDFDict): readonly PDFObject[] {
  const kids = element.lookup(nameOf('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const only = element.get(nameOf('K'));
  return only === undefined ? [] : [only];
}

/** What a tag says of itself: Chrome writes a dictionary for each attribute, we one. */
function attributesOf(element: PDFDict): readonly PDFDict[] {
  const attributes = element.lookup(nameOf('A'));
  const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  return list.filter((one) => one instanceof PDFDict);
}

function readCell(element: PDFDict): Cell | undefined {
  const type = nameIn(element, 'S');
  if (type !== 'TH' && type !== 'TD') return undefined;
  const attributes = attributesOf(element);
  const numberOf = (name: string): number =>
    attributes
      .map((one) => one.lookupMaybe(nameOf(name), PDFNumber))
      .find(Boolean)
      ?.asNumber() ?? 1;
  const heads = attributes.flatMap((one) => one.lookupMaybe(nameOf('Headers'), PDFArray)?.asArray() ?? []);
  return {
    scope: attributes.map((one) => nameIn(one, 'Scope')).find(Boolean),
    rowSpan: numberOf('RowSpan'),
    colSpan: numberOf('ColSpan'),
    headers: heads.flatMap((head) => (head instanceof PDFString ? [head.asString()] : [])),
  };
}

function readBox(element: PDFDict): Box | undefined {
  const boxes = attributesOf(element).map((one) => one.lookupMaybe(nameOf('BBox'), PDFArray));
  const numbers = boxes
    .find(Boolean)
    ?.asArray()
    .map((one) => (one instanceof PDFNumber ? one.asNumber() : NaN));
  if (numbers?.length !== 4) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers;
  return [left, bottom, right, top];
}

function nameIn(dictionary: PDFDict, key: string): string | undefined {
  const name = dictionary.lookupMaybe(nameOf(key), PDFName);
  return name && textOf(name);
}
