import { join } from 'node:path';
import type { SiteSettings } from '../accounts/schema/site.ts';
import type { Booklet } from '../compile/booklet.ts';
import { pdfFiles } from '../compile/published-files.ts';
import type { BookletDocument } from '../document/booklet-document.ts';
import type { SiteUnit } from '../compile/site-unit.ts';
import { factsOf, mergeUnits, summarizeUnits, type UnitSummary } from '../summary/unit-summary.ts';
import { bookletFolder, printPageOf } from './booklet-folder.ts';
import type { MadeUnit } from './cache/unit-cache.ts';
import { fillFileHashes } from './file-hashes.ts';
import { fillFileSizes } from './file-sizes.ts';
import { writePages } from './html.ts';
import type { PageRenderer } from './pages/page-renderer.ts';
import type { Printer } from './printer.ts';
import type { StageTimes } from './report/stage-times.ts';
import { recordOf, type BookletRecord } from './published/booklet-record.ts';

/** With what and into what the outputs of units are made. */
export interface UnitWorkshop {
  readonly pages: PageRenderer;
  readonly settings: SiteSettings;
  /** Makes the PDFs; undefined if there are to be none. */
  readonly printer: Printer | undefined;
  /** Absolute path of the site that is being built. */
  readonly siteRoot: string;
  /** Counts what is done for the unit. */
  readonly times: StageTimes;
  /** Told what of the unit is being made. */
  readonly onProgress: (text: string) => void;
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
 * Writes all outputs of a unit's booklets: a function of these, of the settings and of what stays beside them, and of no
 * other unit. Each booklet is typeset once for all that is made of it.
 */
export async function buildUnit(
  unit: SiteUnit,
  workshop: UnitWorkshop,
  beside: KeptOfUnit = NOTHING_BESIDE,
): Promise<MadeUnit> {
  const { times, siteRoot } = workshop;
  // A booklet lets go of its document when nobody holds it; the year after asks for it, too.
  const all = [...unit.booklets, ...unit.editions];
  const documents = new Set<BookletDocument>();
  try {
    for (const booklet of all)
      documents.add(await timesOf(booklet, times).time('pages', () => booklet.render()));
    const pages = await writeUnitPages(unit, workshop, beside);
    const records = await writeUnitData(unit, workshop);
    for (const booklet of all) {
      await fillFileHashes(printPageOf(booklet, siteRoot));
      await print(booklet, workshop);
      await fillFileSizes(join(bookletFolder(booklet, siteRoot), 'index.html'));
    }
    return { facts: factsOf(unit), records, pages };
  } finally {
    documents.clear();
  }
}

async function print(booklet: Booklet, { printer, times, onProgress }: UnitWorkshop): Promise<void> {
  if (printer === undefined) return;
  onProgress(`${booklet.unit.name}：PDF ${booklet.year}`);
  const own = timesOf(booklet, times);
  own.add('browser', await own.time('pdf', () => printer.printBooklet(booklet)));
}

/** The times of a booklet among those of its unit; an edition counts to its year. */
function timesOf({ year }: Pick<Booklet, 'year'>, times: StageTimes): StageTimes {
  return times.part(String(year));
}

async function writeUnitPages(
  unit: SiteUnit,
  { pages, settings, printer, siteRoot, times, onProgress }: UnitWorkshop,
  { summary, lastYears }: KeptOfUnit,
): Promise<number> {
  const pdf = printer !== undefined;
  const units = mergeUnits(summary ? [summary] : [], summarizeUnits([unit], pdf));
  const handover = { site: { settings, units: [unit], diagnostics: [] }, units, lastYears, pdf };
  const lap = times.laps('pages');
  let count = 0;
  await writePages(pages, handover, 'of booklets', siteRoot, (path) => {
    lap(times.part(path.split('/')[1] ?? ''));
    onProgress(`${unit.unit.name}：网页 ${++count}`);
  });
  return count;
}

async function writeUnitData(
  unit: SiteUnit,
  { settings, printer, siteRoot, times, onProgress }: UnitWorkshop,
): Promise<readonly BookletRecord[]> {
  const pdf = printer !== undefined;
  const made = { pdf, data: true, partPdfs: settings.partPdfs };
  // Loaded only now: the library that writes workbooks takes a while, and a build may stop before.
  const lap = times.laps('data');
  const { writeData } = await import('./data/write-data.ts');
  const records: BookletRecord[] = [];
  for (const booklet of unit.booklets) {
    onProgress(`${unit.unit.name}：数据 ${booklet.year}`);
    const files = await writeData(booklet, bookletFolder(booklet, siteRoot), settings);
    const pdfs = pdfFiles(made, booklet.render().parts).map(({ title, path, mediaType }) => ({
      title,
      path,
      mediaType,
    }));
    records.push(recordOf(booklet, [...pdfs, ...files], pdf, settings.licence));
    lap(timesOf(booklet, times));
  }
  // Of what was corrected since, nothing over all booklets takes anything.
  for (const edition of unit.editions) {
    await writeData(edition, bookletFolder(edition, siteRoot), settings);
    lap(timesOf(edition, times));
  }
  return records;
}
