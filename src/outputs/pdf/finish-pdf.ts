import { AFRelationship, PDFName } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { renumberElementIds } from './element-ids.ts';
import { fontLicences } from './font-licences.ts';
import { markArtifacts } from './page-content.ts';
import { fontNames, restoreCharacters } from './readable-text.ts';
import { completeStructure } from './structure.ts';
import { addXmpMetadata } from './xmp-metadata.ts';

/** What a reader's program shows about the document. */
export interface DocumentDetails {
  readonly title: string;
  /** The publishing unit, entered as the author. */
  readonly unitName: string;
  /** BCP 47, e.g. `zh-CN`. */
  readonly lang: string;
  /** Date of creation and change; fixed, so that the same input makes the same bytes. */
  readonly date?: Date;
}

/** Stands for “no date given”: a real one would differ with every build. */
const FIXED_DATE = new Date('2000-01-01T00:00:00Z');

const PRODUCER = 'mingbai';

/** The attached file with the licences of fonts. */
const LICENCES = 'font-licenses.txt';

/**
 * Turns what Chrome printed into the document to publish: readable text, complete tags, title,
 * author, language, fixed dates, the licences of the fonts that are in it; compactly saved. Bookmarks and destinations stay as they are.
 *
 * @param linkTexts the text of the page's links by their `href`, the ids in it decoded
 */
export async function finishPdf(
  document: PDFDocument,
  { title, unitName, lang, date = FIXED_DATE }: DocumentDetails,
  linkTexts: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  restoreCharacters(document);
  renumberElementIds(document);
  markArtifacts(document);
  completeStructure(document, linkTexts);
  addXmpMetadata(document, title, unitName, lang);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(unitName);
  document.setLanguage(lang);
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  document.setCreationDate(date);
  document.setModificationDate(date);
  await document.attach(new TextEncoder().encode(fontLicences(fontNames(document))), LICENCES, {
    mimeType: 'text/plain',
    description: '嵌入字体的许可 Licences of the embedded fonts',
    creationDate: date,
    modificationDate: date,
    afRelationship: AFRelationship.Supplement,
  });
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  return document.save({ useObjectStreams: true });
}
