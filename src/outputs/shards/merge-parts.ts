import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { differentNames } from '../../compile/different-names.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { mergeUnits } from '../../summary/unit-summary.ts';
import { intoOutput, type OutputTools } from '../build-site.ts';
import { finishSite } from '../finish-site.ts';
import { withPrinter } from '../printer.ts';
import { foldersOfYear } from '../booklet-folder.ts';
import { keepPages } from '../published/kept-pages.ts';
import { NOTHING_PUBLISHED, readRecords, type Published } from '../published/records-folder.ts';
import { mustFit, readPart, type PlacedPart } from './part.ts';

/** A site that was made of parts. */
export interface Merged {
  readonly booklets: number;
  readonly units: number;
  /** How many pages it has over its booklets. */
  readonly pages: number;
  /** What differs between units of several parts. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes booklets from a part into a site; `keepPages` copies them. */
type Take = typeof keepPages;

/**
 * Makes a site of its parts: their booklets as they are, and what stands over all of them. The same bytes as the site that
 * is built at once.
 *
 * @param folders absolute paths, in any order
 * @param draft whether they may hold drafts
 * @throws Refusal if they are not all parts of one site
 */
export async function mergeParts(
  folders: readonly string[],
  out: string,
  draft: boolean,
  onProgress: (text: string) => void,
): Promise<Merged> {
  const parts = mustFit(await Promise.all(folders.map(readPart)));
  const { pdf } = parts[0];
  return intoOutput({ out, pdf, draft, onProgress }, undefined, (_, tools) =>
    mergeInto(tools, parts, keepPages),
  );
}

/** Makes a site of parts that nobody else needs any more, within an output that has been opened for it. */
export async function mergeOwnParts(folders: readonly string[], tools: OutputTools): Promise<Merged> {
  return mergeInto(tools, mustFit(await Promise.all(folders.map(readPart))), movePages);
}

async function mergeInto(tools: OutputTools, parts: ReturnType<typeof mustFit>, take: Take): Promise<Merged> {
  const { siteRoot, onProgress, count } = tools;
  const { settings, searchWords, fonts } = parts[0];
  const published = await Promise.all(parts.map(recordsOf));
  const records = published.flatMap((one) => one.records);
  let done = 0;
  for (const [at, { folder }] of parts.entries()) {
    const booklets = published[at]?.records.map(({ summary }) => summary) ?? [];
    await take(booklets, folder, siteRoot, () => onProgress(`合并 ${++done}/${records.length}`));
  }
  const units = mergeUnits(
    [],
    published.flatMap((one) => one.units),
  );
  const pages = await withPrinter(tools, { settings, fonts: [] }, (printer) =>
    count.times.time('over booklets', () =>
      finishSite({ settings, searchWords, fonts, siteRoot }, units, records, { ...tools, printer }),
    ),
  );
  const diagnostics = differentNames(parts.flatMap(({ names }) => names));
  return { booklets: records.length, units: units.length, pages, diagnostics };
}

/** A part may have no booklets, and then has no records. */
async function recordsOf({ folder, booklets }: PlacedPart): Promise<Published> {
  return booklets === 0 ? NOTHING_PUBLISHED : readRecords(folder);
}

const movePages: Take = async (booklets, from, to, onBooklet) => {
  for (const [index, { slug, year }] of booklets.entries()) {
    await mkdir(join(to, slug), { recursive: true });
    for (const folder of await foldersOfYear(slug, year, from))
      await rename(join(from, folder), join(to, folder));
    onBooklet(index + 1);
  }
};
