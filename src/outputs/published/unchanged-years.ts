import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Booklet } from '../../compile/booklet.ts';
import { FILES } from '../../compile/published-files.ts';
import { figuresFile } from '../data/figures-file.ts';
import type { BookletRecord } from './booklet-record.ts';

/**
 * Those of some booklets whose published pages have the same figures as their sources have now. Only to these may the
 * booklet of the year after lead: what it says of last year must stand there.
 *
 * @param kept records of the booklets whose pages stay as they are
 * @param published folder of the output with these pages
 */
export async function unchangedYears(
  booklets: readonly Booklet[],
  kept: readonly BookletRecord[],
  published: string,
): Promise<readonly Booklet[]> {
  const unchanged: Booklet[] = [];
  for (const booklet of booklets) {
    const { slug, year, isPrintable } = booklet;
    const isKept = kept.some(({ summary }) => summary.slug === slug && summary.year === year);
    if (!isKept || !isPrintable) continue;
    const text = await readFile(join(published, slug, String(year), FILES.figures.path), 'utf8');
    if (essence(text) === essence(figuresFile(booklet))) unchanged.push(booklet);
  }
  return unchanged;
}

/** The figures of a figures.json and how they were made; on which line they were entered is no matter. */
function essence(text: string): string {
  const { figures } = JSON.parse(text) as {
    readonly figures: readonly { readonly id: string; readonly value: string; readonly origin: object }[];
  };
  return JSON.stringify(
    figures.map(({ id, value, origin }) => [id, value, 'kind' in origin ? origin.kind : '']),
  );
}
