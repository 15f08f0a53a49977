import { ParseSpeeds, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFRef } from '@cantoo/pdf-lib';
import type { FontTerms } from '../../accounts/fonts/own-fonts.ts';
import { addOutputIntent, addPageLabels, pageNumbers } from './archive-marks.ts';
import { attachFiles, type AttachedFile } from './attached-file.ts';
import { nameBookmarks, tagBookmarks, type Heading } from './bookmarks.ts';
import { drawnBoxes } from './content/drawn-boxes.ts';
import { markLines } from './content/marked-lines.ts';
import { readContents, writeContents, type PageContent } from './content/page-content.ts';
import { restoreCharacters } from './content/readable-text.ts';
import { pdfDate, type DocumentDetails } from './document-details.ts';
import { saveWithIdentifier } from './file-identifier.ts';
import { fontLicences } from './font-licences.ts';
import { fontNames } from './font-names.ts';
import { describeLinks, leadToTags } from './links.ts';
import { hashOf, recordOf } from './manifest/document-state.ts';
import { MANIFEST, MANIFEST_FORMAT, type Manifest } from './manifest/manifest.ts';
import { completeTags } from './tags/complete-tags.ts';
import { takePart } from './part/take-part.ts';
import { takeTags } from './tags/printed-tags.ts';
import { readTags } from './tags/read-tags.ts';
import { isContent, isTag, type Tag } from './tags/tag.ts';
import { writeTags } from './tags/write-tags.ts';
import { addWatermark, type Outline } from './watermark.ts';
import { addXmpMetadata } from './xmp-metadata.ts';

/** What the finished PDF takes from the page that it was printed from. */
export interface PageTexts {
  /** The text of the page's links by their `href`, the ids in it decoded. */
  readonly links: ReadonlyMap<string, string>;
  /** Its headings, in their order. */
  readonly headings: readonly Heading[];
  /** All that it says. */
  readonly pieces: Manifest['text'];
  /** What is drawn across every page of a draft. */
  readonly outline?: Outline | undefined;
  /** The body's own fonts that it may show. */
  readonly fonts?: readonly FontTerms[] | undefined;
}

/** What Chrome printed, read once. */
export interface Print {
  readonly document: PDFDocument;
  readonly tags: Tag;
  /** What each page is drawn by. */
  readonly contents: readonly PageContent[];
}

/** Reads what Chrome printed. */
export async function readPrint(bytes: Uint8Array): Promise<Print> {
  const taken = takeTags(bytes);
  const document = await PDFDocument.load(taken?.rest ?? bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  return { document, tags: taken?.tags ?? readTags(document), contents: readContents(document) };
}

/** Which part a document is to hold alone. */
export interface OnlyPart {
  /** Counted from the last, which is 1. */
  readonly fromEnd: number;
}

/** The attached file with the licences of fonts. */
const LICENCES = 'font-licenses.txt';

/**
 * Turns what Chrome printed into the document to publish, after PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): readable
 * text, true tags, bookmarks, names of pages, colours, what the document is, the data that it shows, the licences of its fonts, and
 * what it must hold.
 *
 * @param files that are attached
 * @param only the part that it is to be of; all of the booklet if it is not given
 * @returns the bytes of the file, which are the same for the same input
 */
export async function finishPdf(
  print: Print,
  details: DocumentDetails,
  { links, headings, pieces, outline, fonts = [] }: PageTexts,
  files: readonly AttachedFile[],
  only?: OnlyPart,
): Promise<Uint8Array> {
  const { document } = print;
  const named = nameBookmarks(document, headings);
  const numbers = pageNumbers(document);
  const { tags, contents } = only === undefined ? print : partOf(print, only);
  const licences = fontLicences(fontNames(document), fonts);
  const { drawn, places, written } = finishContent({ document, tags, contents }, { outline, fonts });
  describeLinks(document, links);
  leadToTags(document, tagBookmarks(named, places));
  addPageLabels(document, numbers);
  addOutputIntent(document);
  const attached: readonly AttachedFile[] = [
    ...files,
    {
      name: LICENCES,
      bytes: new TextEncoder().encode(licences),
      mediaType: 'text/plain',
      title: '嵌入字体的许可 Licences of the embedded fonts',
      relation: 'Supplement',
    },
  ];
  addXmpMetadata(document, details, [...attached.map(({ name }) => name), MANIFEST]);
  enterDetails(document, details);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  await attachFiles(document, attached);
  await attachFiles(document, [manifestOf(document, drawn, details, pieces, attached)]);
  await written;
  return saveWithIdentifier(document);
}

/** What is left of a print when all but a part is taken out of its document. */
function partOf({ document, tags, contents }: Print, { fromEnd }: OnlyPart): Omit<Print, 'document'> {
  const part = takePart(document, tags, fromEnd);
  const kept = new Set(document.getPages().map(({ ref }) => ref));
  return { tags: part, contents: contents.filter(({ page }) => kept.has(page.ref)) };
}

/** What the file must hold, for whoever reads it back. */
function manifestOf(
  document: PDFDocument,
  drawn: readonly PageContent[],
  { producer }: DocumentDetails,
  text: Manifest['text'],
  files: readonly AttachedFile[],
): AttachedFile {
  const { pages, description, objects } = recordOf(document, drawn);
  const hashes = files.map(({ name, bytes }) => [name, hashOf(bytes)] as const);
  const manifest: Manifest = {
    ...{ format: MANIFEST_FORMAT, producer, text, pages, description, objects },
    files: Object.fromEntries(hashes),
  };
  return {
    name: MANIFEST,
    bytes: new TextEncoder().encode(JSON.stringify(manifest)),
    mediaType: 'application/json',
    title: '全文和各部分的清单，供 mingbai verify 核对',
    relation: 'Supplement',
  };
}

function ownNames(fonts: readonly FontTerms[]): readonly string[] {
  return fonts.flatMap(({ postScriptNames }) => postScriptNames);
}

/** What is drawn now, which tag stands in the place of one of Chrome's, and when the pages are packed. */
interface Finished {
  readonly drawn: readonly PageContent[];
  readonly places: ReadonlyMap<number, PDFRef>;
  readonly written: Promise<void>;
}

/** Makes the text readable and the tags true. */
function finishContent(
  { document, tags: printed, contents: read }: Print,
  { outline, fonts = [] }: Pick<PageTexts, 'outline' | 'fonts'>,
): Finished {
  const contents = restoreCharacters(document, read, ownNames(fonts));
  const boxes = new Map(contents.map(({ page, lines }) => [page.ref, drawnBoxes(lines)] as const));
  const tags = completeTags(printed, ({ page, mcid }) => boxes.get(page)?.get(mcid));
  const types = typesByPage(tags);
  const marked = contents.map((content) => withMarks(content, types));
  const drawn = outline === undefined ? marked : addWatermark(document, marked, outline);
  const written = writeContents(drawn);
  return { drawn, places: writeTags(document, tags), written };
}

function withMarks(
  content: PageContent,
  types: ReadonlyMap<PDFRef, ReadonlyMap<number, string>>,
): PageContent {
  return {
    ...content,
    lines: markLines(content.lines, types.get(content.page.ref) ?? new Map<number, string>()),
  };
}

/** The type of the tag that each content belongs to. */
function typesByPage(top: Tag): ReadonlyMap<PDFRef, ReadonlyMap<number, string>> {
  const types = new Map<PDFRef, Map<number, string>>();
  const visit = (tag: Tag): void => {
    for (const kid of tag.kids) {
      if (isTag(kid)) visit(kid);
      else if (isContent(kid)) {
        const onPage = types.get(kid.page) ?? new Map<number, string>();
        types.set(kid.page, onPage.set(kid.mcid, tag.type));
      }
    }
  };
  visit(top);
  return types;
}

/** What programs show of a document. Nothing is said of when it was made unless that is known. */
function enterDetails(document: PDFDocument, details: DocumentDetails): void {
  const { title, unitName, lang, subject, keywords = [], created, modified, producer } = details;
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(lang);
  const entries: Readonly<Record<string, PDFHexString | PDFString | undefined>> = {
    Author: PDFHexString.fromText(unitName),
    Subject: subject === undefined ? undefined : PDFHexString.fromText(subject),
    Keywords: keywords.length === 0 ? undefined : PDFHexString.fromText(keywords.join('；')),
    Creator: PDFHexString.fromText(producer),
    Producer: PDFHexString.fromText(producer),
    CreationDate: created === undefined ? undefined : PDFString.of(pdfDate(created)),
    ModDate: modified === undefined ? undefined : PDFString.of(pdfDate(modified)),
  };
  const information = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  for (const [name, value] of Object.entries(entries)) {
    if (value === undefined) information.delete(PDFName.of(name));
    else information.set(PDFName.of(name), value);
  }
}
