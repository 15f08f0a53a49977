import { differentNames } from '../../compile/given-names.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { mergeUnits } from '../../summary/unit-summary.ts';
import { intoOutput } from '../build-site.ts';
import { finishSite } from '../finish-site.ts';
import { withPrinter } from '../printer.ts';
import { keepPages } from '../published/kept-pages.ts';
import { NOTHING_PUBLISHED, readRecords, type Published } from '../published/records-folder.ts';
import { mustFit, readPart, type PlacedPart } from './part.ts';

/** A site that was made of parts. */
export interface Merged {
  readonly booklets: number;
  readonly units: number;
  /** What differs between units of several parts. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a site of its parts: their booklets as they are, and what stands over all of them. The same bytes as the site that
 * is built at once.
 *
 * @param folders absolute paths, in any order
 * @throws Refusal if they are not all parts of one site
 */
export async function mergeParts(
  folders: readonly string[],
  out: string,
  onProgress: (text: string) => void,
): Promise<Merged> {
  const parts = mustFit(await Promise.all(folders.map(readPart)));
  const diagnostics = differentNames(parts.flatMap(({ names }) => names));
  const { settings, searchWords, pdf } = parts[0];
  return intoOutput({ out, pdf, onProgress }, undefined, async (_, tools) => {
    const { siteRoot } = tools;
    const published = await Promise.all(parts.map(recordsOf));
    const records = published.flatMap((one) => one.records);
    let done = 0;
    for (const [at, { folder }] of parts.entries()) {
      const booklets = published[at]?.records.map(({ summary }) => summary) ?? [];
      await keepPages(booklets, folder, siteRoot, () => onProgress(`合并 ${++done}/${records.length}`));
    }
    const units = mergeUnits(
      [],
      published.flatMap((one) => one.units),
    );
    await withPrinter(tools, settings, (printer) =>
      finishSite({ settings, searchWords, siteRoot }, units, records, { ...tools, printer }),
    );
    return { booklets: records.length, units: units.length, diagnostics };
  });
}

/** A part may have no booklets, and then has no records. */
async function recordsOf({ folder, booklets }: PlacedPart): Promise<Published> {
  return booklets === 0 ? NOTHING_PUBLISHED : readRecords(folder);
}
