import type { Booklet } from '../../compile/booklet.ts';
import type { Site } from '../../compile/compile-site.ts';
import { OutputChanged, type OutputFolder } from '../../workspace/output-folder.ts';
import { mustHoldDrafts } from './draft-site.ts';
import { keepPages } from './kept-pages.ts';
import { NOTHING_PUBLISHED, readRecords, type Published } from './records-folder.ts';
import { unchangedYears } from './unchanged-years.ts';

/** What a partial build takes over from the output that it replaces. */
export interface Kept extends Published {
  /** Of the booklets of the input that are not built, those that are kept and still have the figures of their pages. */
  readonly lastYears: readonly Booklet[];
  /**
   * Takes their pages and files over.
   *
   * @param onBooklet told how many booklets were taken over, after each
   */
  copyPages(onBooklet: (count: number) => void): Promise<void>;
}

export const NOTHING_KEPT: Kept = {
  ...NOTHING_PUBLISHED,
  lastYears: [],
  copyPages: () => Promise.resolve(),
};

/**
 * Finds what of the old output stays when a part of it is built anew.
 *
 * @param site the booklets that are built
 * @param unselected the other booklets of the same units
 * @throws Refusal if the old output does not know its booklets, or is published and the new ones are drafts
 */
export async function openKept(
  output: OutputFolder,
  site: Site,
  unselected: readonly Booklet[],
): Promise<Kept> {
  const { old } = output;
  if (old === undefined) return NOTHING_KEPT;
  return unlessReplaced(output, old, async () => {
    if (
      site.units.some(({ booklets }) => booklets.some(({ publication }) => publication.draft !== undefined))
    )
      mustHoldDrafts(old);
    const published = withoutBooklets(await readRecords(old), site);
    const summaries = published.records.map(({ summary }) => summary);
    return {
      ...published,
      lastYears: await unchangedYears(unselected, published.records, old),
      copyPages: (onBooklet) =>
        unlessReplaced(output, old, () => keepPages(summaries, old, output.path, onBooklet)),
    };
  });
}

/** What an output shows but for the booklets of a site. */
function withoutBooklets({ units, records }: Published, site: Site): Published {
  const built = new Set(
    site.units.flatMap(({ slug, booklets }) => booklets.map(({ year }) => `${slug}/${year}`)),
  );
  const isKept = ({ slug, year }: { readonly slug: string; readonly year: number }): boolean =>
    !built.has(`${slug}/${year}`);
  return {
    units: units.map((unit) => ({ ...unit, booklets: unit.booklets.filter(isKept) })),
    records: records.filter(({ summary }) => isKept(summary)),
  };
}

/** What fails since another build has replaced the old output at that moment is no fault of the disk. */
async function unlessReplaced<T>(output: OutputFolder, old: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw output.isUnchanged() ? error : new OutputChanged(old);
  }
}
