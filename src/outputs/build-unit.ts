import { join } from 'node:path';
import type { SiteSettings } from '../accounts/schema/site.ts';
import type { Booklet } from '../compile/booklet.ts';
import type { SiteUnit } from '../compile/site-unit.ts';
import { mergeUnits, summarizeUnits, type UnitSummary } from '../summary/unit-summary.ts';
import { writePages } from './html.ts';
import type { PageRenderer } from './pages/page-renderer.ts';
import { recordOf, type BookletRecord } from './published/booklet-record.ts';

/** With what and into what the pages and data of units are made. */
export interface UnitWorkshop {
  readonly pages: PageRenderer;
  readonly settings: SiteSettings;
  /** Whether each booklet will have its PDF. */
  readonly pdf: boolean;
  /** Absolute path of the site that is being built. */
  readonly siteRoot: string;
  /** Told after each page. */
  readonly onPage: () => void;
}

/** What of a unit stays as it is beside the booklets that are made. */
export interface KeptOfUnit {
  /** The unit with summaries of these booklets; undefined where none stays. */
  readonly summary: UnitSummary | undefined;
  /** Those that say what their pages say: the year after leads to their figures. */
  readonly lastYears: readonly Booklet[];
}

const NOTHING_BESIDE: KeptOfUnit = { summary: undefined, lastYears: [] };

/**
 * Writes the pages and the open data of a unit's booklets: a function of these, of the settings and of what stays beside
 * them, and of no other unit. Each booklet is typeset once for all that is made of it.
 *
 * @returns what pages over many booklets need of each
 */
export async function buildUnit(
  unit: SiteUnit,
  { pages, settings, pdf, siteRoot, onPage }: UnitWorkshop,
  { summary, lastYears }: KeptOfUnit = NOTHING_BESIDE,
): Promise<readonly BookletRecord[]> {
  // Loaded only now: the library that writes workbooks takes a while, and a build may stop before.
  const { writeData } = await import('./data/write-data.ts');
  const { licence } = settings;
  // A booklet lets go of its document when nobody holds it; the year after asks for it, too.
  const documents = unit.booklets.map((booklet) => booklet.render());
  try {
    const units = mergeUnits(summary ? [summary] : [], summarizeUnits([unit], pdf));
    const handover = { site: { settings, units: [unit], diagnostics: [] }, units, lastYears, pdf };
    await writePages(pages, handover, 'of booklets', siteRoot, onPage);
    const records: BookletRecord[] = [];
    for (const booklet of unit.booklets) {
      const files = await writeData(booklet, bookletFolder(booklet, siteRoot), licence);
      records.push(recordOf(booklet, files, pdf, licence));
    }
    return records;
  } finally {
    documents.length = 0;
  }
}

/** The folder of a booklet's front page. */
export function bookletFolder({ slug, year }: Pick<Booklet, 'slug' | 'year'>, siteRoot: string): string {
  return join(siteRoot, slug, String(year));
}
