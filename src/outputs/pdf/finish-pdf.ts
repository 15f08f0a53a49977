import { PDFName } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';

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

/**
 * Enters title, author, language and dates, shows the title in the window, and saves compactly.
 * Tags, bookmarks and destinations of the printed document stay as they are.
 */
export async function finishPdf(
  document: PDFDocument,
  { title, unitName, lang, date = FIXED_DATE }: DocumentDetails,
): Promise<Uint8Array> {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(unitName);
  document.setLanguage(lang);
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  document.setCreationDate(date);
  document.setModificationDate(date);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  return document.save({ useObjectStreams: true });
}
