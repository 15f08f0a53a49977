import type { Licence } from '../../accounts/schema/imprint.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { FILES } from '../../compile/published-files.ts';
import { summarizeBooklet, type BookletSummary } from '../../summary/booklet-summary.ts';
import type { UnitSummary } from '../../summary/unit-summary.ts';
import type { CatalogEntry, ListedFile } from '../data/catalog.ts';
import type { Volume } from '../search/build-index.ts';
import { bookletSections, type Section } from '../search/sections.ts';

/**
 * All that pages, lists and indexes over many booklets take from one. The output keeps it with the booklet's pages, so
 * that what is told of a booklet is what its pages say, whatever became of its sources.
 */
export interface BookletRecord extends CatalogEntry {
  readonly summary: BookletSummary;
  readonly files: readonly ListedFile[];
  /** Its texts for the search. */
  readonly sections: readonly Section[];
}

/** The record of a booklet whose files are known. */
export function recordOf(
  booklet: Booklet,
  files: readonly ListedFile[],
  pdf: boolean,
  licence?: Licence,
): BookletRecord {
  return {
    // As plain values: what is worked out when it is asked for would hold the booklet.
    summary: { ...summarizeBooklet(booklet, pdf) },
    files,
    ...(licence && { licence }),
    sections: bookletSections(booklet),
  };
}

/** How many files of booklets are PDFs, those of parts too, and how many are data. */
export function countFiles(records: readonly BookletRecord[]): {
  readonly pdfs: number;
  readonly data: number;
} {
  const files = records.flatMap((record) => record.files);
  const pdfs = files.filter(({ mediaType }) => mediaType === FILES.pdf.mediaType).length;
  return { pdfs, data: files.length - pdfs };
}

/** A booklet as the search index takes it. */
export function volumeOf({ summary: { slug, name, year }, sections }: BookletRecord): Volume {
  return { slug, name, year, sections };
}

/** Records in the order of their units. */
export function inOrderOf(
  units: readonly UnitSummary[],
  records: readonly BookletRecord[],
): readonly BookletRecord[] {
  const keyOf = ({ slug, year }: Pick<BookletSummary, 'slug' | 'year'>): string => `${slug}/${year}`;
  const known = new Map(records.map((record) => [keyOf(record.summary), record]));
  return units.flatMap(({ booklets }) => booklets.flatMap((booklet) => known.get(keyOf(booklet)) ?? []));
}
