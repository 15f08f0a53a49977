/** What a reader's program, a catalogue and an archive are told about the document. */
export interface DocumentDetails {
  readonly title: string;
  /** The publishing unit, entered as the author. */
  readonly unitName: string;
  /** BCP 47, e.g. `zh-CN`. */
  readonly lang: string;
  /** In a sentence what it is. */
  readonly subject?: string;
  readonly keywords?: readonly string[];
  /** Names this document among all of the site, e.g. `demo-bureau-2023-1`: body, year, edition. */
  readonly identifier?: string;
  /** When it was first published, and when corrected last: a day (`2024-09-05`) or a moment (`2024-09-05T12:00:00Z`). */
  readonly created?: string | undefined;
  readonly modified?: string | undefined;
  /** The program with its version. */
  readonly producer: string;
}

/** A date of XMP as PDF writes it: `2024-09-05` → `D:20240905`, `2024-09-05T12:00:00Z` → `D:20240905120000Z`. */
export function pdfDate(date: string): string {
  return `D:${date.replaceAll(/[-:T]/gu, '')}`;
}
