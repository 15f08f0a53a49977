import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchWords } from '../accounts/schema/search-words.ts';
import type { FontTerms } from '../accounts/fonts/own-fonts.ts';
import type { SiteSettings } from '../accounts/schema/site.ts';
import type { UnitSummary } from '../summary/unit-summary.ts';
import type { PlacedUnits } from './cache/placed-units.ts';
import type { UnitCache } from './cache/unit-cache.ts';
import { writeChecksums } from './checksums.ts';
import { catalog } from './data/catalog.ts';
import { writePages } from './html.ts';
import type { PageRenderer } from './pages/page-renderer.ts';
import { fontLicences } from './pdf/font-licences.ts';
import type { Printer } from './printer.ts';
import { markDrafts } from './published/draft-site.ts';
import { inOrderOf, volumeOf, type BookletRecord } from './published/booklet-record.ts';
import { writeRecords } from './published/records-folder.ts';
import { UnitPages } from './published/unit-pages.ts';
import { withOtherNames } from './search/other-names.ts';
import { writeSearch } from './search/write-search.ts';

/** What a site says beside its booklets, and in what place. */
export interface SiteFrame {
  readonly settings: SiteSettings;
  /** What the public calls things, for the search. */
  readonly searchWords: SearchWords;
  /** What goes with the body's own fonts. */
  readonly fonts: readonly FontTerms[];
  /** Absolute path of the site, in which all booklets stand. */
  readonly siteRoot: string;
}

/** With what a site is finished. */
interface Tools {
  readonly pages: PageRenderer;
  /** Draws the first page's picture; undefined in a site without PDFs. */
  readonly printer: Printer | undefined;
  /** Whether the site may hold drafts. */
  readonly draft: boolean;
  /** Where pages of units are kept from one build to the next, if they are. */
  readonly cache?: UnitCache | undefined;
  /** Which units are known to stand in the site, or will. */
  readonly placed?: PlacedUnits | undefined;
  readonly onProgress: (text: string) => void;
}

/**
 * Writes what a site has over all its booklets: a function of their records and of the settings alone, so that booklets
 * that were made elsewhere or before count like others.
 *
 * @param units all units, with summaries of all booklets that stand in the site
 * @param made records of these booklets, in any order
 * @returns how many pages were written
 * @throws Refusal if a booklet is a draft and the site may hold none
 */
export async function finishSite(
  { settings, searchWords, fonts, siteRoot }: SiteFrame,
  units: readonly UnitSummary[],
  made: readonly BookletRecord[],
  tools: Tools,
): Promise<number> {
  const { printer, placed, onProgress } = tools;
  await markDrafts(units, tools.draft, siteRoot);
  const count = await writeOverPages({ settings, siteRoot }, units, tools);
  const records = inOrderOf(units, made);
  await writeFile(join(siteRoot, 'catalog.json'), catalog(records));
  // Also without new PDF files, since kept pages lead to it. Hosts do not say how a text is encoded; its first mark does.
  await writeFile(join(siteRoot, 'licenses.txt'), `\uFEFF${fontLicences(undefined, fonts)}`);
  onProgress('搜索索引');
  const volumes = withOtherNames(records.map(volumeOf), units);
  writeSearch(volumes, searchWords, siteRoot);
  writeRecords({ units, records }, siteRoot, placed?.taken);
  await printer?.drawHome();
  onProgress('文件清单');
  await writeChecksums(siteRoot, placed?.sums());
  return count;
}

/** Writes the pages over booklets, those of units as they are known; how many there are. */
async function writeOverPages(
  { settings, siteRoot }: Pick<SiteFrame, 'settings' | 'siteRoot'>,
  units: readonly UnitSummary[],
  { pages, printer, cache, onProgress }: Tools,
): Promise<number> {
  const pdf = printer !== undefined;
  const drafts = units.some(({ booklets }) => booklets.some(({ draft }) => draft !== undefined));
  const ofUnits = new UnitPages(cache, { settings, pdf, drafts });
  const known = await ofUnits.restore(units, siteRoot);
  const handover = { site: { settings, units: [], diagnostics: [] }, units, pdf };
  let count = known.size;
  await writePages(
    pages,
    handover,
    'over booklets',
    siteRoot,
    () => onProgress(`总页 ${++count}`),
    (path) => !known.has(path),
  );
  await ofUnits.keep(siteRoot);
  return count;
}
