import { writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Booklet } from '../compile/booklet.ts';
import type { Site } from '../compile/compile-site.ts';
import { FILES } from '../compile/published-files.ts';
import { mergeUnits, summarizeUnits } from '../summary/unit-summary.ts';
import { openOutput, type OutputFolder } from '../workspace/output-folder.ts';
import { catalog } from './data/catalog.ts';
import { fillFileHashes } from './file-hashes.ts';
import { fillFileSizes } from './file-sizes.ts';
import { buildPages } from './html.ts';
import { bookletAttachments } from './pdf/booklet-attachments.ts';
import { bookletDetails } from './pdf/booklet-details.ts';
import { fontLicences } from './pdf/font-licences.ts';
import type { PrintJob } from './pdf/print-booklet.ts';
import { inOrderOf, recordOf, volumeOf, type BookletRecord } from './published/booklet-record.ts';
import { NOTHING_KEPT, openKept } from './published/kept.ts';
import { writeRecords } from './published/records-folder.ts';
import { withOtherNames } from './search/other-names.ts';
import { writeSearch } from './search/write-search.ts';

/** What to build and where. */
export interface BuildOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly pdf: boolean;
  /**
   * Of a partial build: the booklets of the same units that are not to be built. All booklets of the old output that are
   * not built stay in the new one as they are. Without it, the site is all that the new output holds.
   */
  readonly unselected?: readonly Booklet[] | undefined;
  /** Told what is being done. */
  readonly onProgress: (text: string) => void;
}

/** What was written. */
export interface BuildResult {
  readonly pages: number;
  /** Files of open data. */
  readonly data: number;
  readonly pdfs: number;
  /** Booklets that were taken over from the old output. */
  readonly kept: number;
}

/** What tells a program to stop: somebody's hand, a supervisor, a terminal that is closed. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes every output of a site that has no errors. The old output stays until everything new is there; when
 * anything fails, or the program is told to stop, it stays for good.
 */
export async function buildSite(site: Site, options: BuildOptions): Promise<BuildResult> {
  const output = openOutput(options.out);
  const stop = (signal: (typeof STOPS)[number]): void => {
    output.discard();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of STOPS) process.once(signal, stop);
  try {
    const result = await writeSite(site, output, options);
    output.commit(options.unselected !== undefined);
    return result;
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    for (const signal of STOPS) process.off(signal, stop);
  }
}

async function writeSite(site: Site, output: OutputFolder, options: BuildOptions): Promise<BuildResult> {
  const { pdf, unselected, onProgress } = options;
  const kept = unselected === undefined ? NOTHING_KEPT : await openKept(output, site, unselected);
  const units = mergeUnits(kept.units, summarizeUnits(site.units, pdf));
  let pages = 0;
  await buildPages({ site, units, lastYears: kept.lastYears, pdf }, output.path, (count) => {
    pages = count;
    onProgress(`网页 ${count}`);
  });
  await kept.copyPages((count) => onProgress(`保留 ${count}/${kept.records.length}`));
  const made = await writeAllData(site, output.path, options);
  for (const booklet of bookletsOf(site)) await fillFileHashes(printPageOf(booklet, output.path));
  const records = inOrderOf(units, [...kept.records, ...made]);
  await writeFile(join(output.path, 'catalog.json'), catalog(records));
  // Also without new PDF files, since kept pages lead to it. Hosts do not say how a text is encoded; its first mark does.
  await writeFile(join(output.path, 'licenses.txt'), `\uFEFF${fontLicences()}`);
  onProgress('搜索索引');
  const volumes = withOtherNames(records.map(volumeOf), units);
  await writeSearch(volumes, site.searchWords, output.path);
  await writeRecords({ units, records }, output.path);
  if (pdf) await printAll(site, output.path, onProgress);
  const booklets = bookletsOf(site);
  for (const booklet of booklets) await fillFileSizes(join(folderOf(booklet, output.path), 'index.html'));
  const data = made.reduce((sum, { files }) => sum + files.length, 0);
  return { pages, data: data + 1, pdfs: pdf ? booklets.length : 0, kept: kept.records.length };
}

/** The open data of each booklet, and what is to be remembered of it. */
async function writeAllData(
  site: Site,
  siteRoot: string,
  { pdf, onProgress }: BuildOptions,
): Promise<readonly BookletRecord[]> {
  // Loaded only now: the library that writes workbooks takes a while, and a build may stop before.
  const { writeData } = await import('./data/write-data.ts');
  const { licence } = site.settings;
  const booklets = bookletsOf(site);
  const records: BookletRecord[] = [];
  for (const [index, booklet] of booklets.entries()) {
    onProgress(`数据 ${index + 1}/${booklets.length}`);
    const files = await writeData(booklet, folderOf(booklet, siteRoot), licence);
    records.push(recordOf(booklet, files, pdf, licence));
  }
  return records;
}

/** What takes a browser to make: a PDF and a picture for links of each booklet. */
async function printAll(site: Site, siteRoot: string, onProgress: (text: string) => void): Promise<void> {
  // Loaded only now: a build without PDF needs neither browser nor fonts.
  const { BrowserSession } = await import('./pdf/browser-session.ts');
  const { printBooklet } = await import('./pdf/print-booklet.ts');
  const { drawShareImage } = await import('./pdf/share-image.ts');
  const booklets = bookletsOf(site);
  const session = new BrowserSession();
  // A page names its picture by its full address: a site that does not say where it stands has none.
  const shareFolder = async (folder: string, name: string): Promise<void> => {
    if (site.settings.address === undefined) return;
    const page = join(folder, 'index.html');
    const image = await session.run(`${name}的分享图`, (browser) => drawShareImage(browser, siteRoot, page));
    await writeFile(join(folder, 'share.png'), image);
  };
  try {
    await shareFolder(siteRoot, '首页');
    for (const [index, booklet] of booklets.entries()) {
      const name = `${booklet.unit.name} ${booklet.year} 年度`;
      onProgress(`PDF ${index + 1}/${booklets.length}：${name}`);
      const folder = folderOf(booklet, siteRoot);
      const job = await printJob(booklet, siteRoot);
      const pdf = await session.run(`${name}的 PDF`, (browser) => printBooklet(browser, job));
      await writeFile(join(folder, FILES.pdf.path), pdf);
      await shareFolder(folder, name);
    }
  } finally {
    await session.close();
  }
}

function bookletsOf({ units }: Site): readonly Booklet[] {
  return units.flatMap((unit) => unit.booklets);
}

async function printJob(booklet: Booklet, siteRoot: string): Promise<PrintJob> {
  return {
    siteRoot,
    htmlFile: printPageOf(booklet, siteRoot),
    ...bookletDetails(booklet, process.env['SOURCE_DATE_EPOCH']),
    files: await bookletAttachments(booklet, folderOf(booklet, siteRoot)),
  };
}

function printPageOf(booklet: Booklet, siteRoot: string): string {
  return join(folderOf(booklet, siteRoot), 'print', 'index.html');
}

function folderOf({ slug, year }: Booklet, siteRoot: string): string {
  return join(siteRoot, slug, String(year));
}
