import { writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Booklet } from '../compile/booklet.ts';
import type { Site } from '../compile/compile-site.ts';
import { openOutput } from '../workspace/output-folder.ts';
import { fillFileSizes } from './file-sizes.ts';
import { buildPages } from './html.ts';
import type { PrintJob } from './pdf/print-booklet.ts';
import { writeSearch } from './search/write-search.ts';

/** What to build and where. */
export interface BuildOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly pdf: boolean;
  /** Told what is being done. */
  readonly onProgress: (text: string) => void;
}

/** What was written. */
export interface BuildResult {
  readonly pages: number;
  /** Files of open data. */
  readonly data: number;
  readonly pdfs: number;
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
    let pages = 0;
    await buildPages(site, output.path, options.pdf, (count) => {
      pages = count;
      options.onProgress(`网页 ${count}`);
    });
    const booklets = site.units.flatMap((unit) => unit.booklets);
    // Loaded only now: the library that writes workbooks takes a while, and a build may stop before.
    const { writeData } = await import('./data/write-data.ts');
    const data = await writeData(booklets, output.path, options.onProgress);
    options.onProgress('搜索索引');
    await writeSearch(site.units, output.path);
    if (options.pdf) await printAll(site, output.path, options.onProgress);
    for (const booklet of booklets) await fillFileSizes(join(folderOf(booklet, output.path), 'index.html'));
    output.commit();
    return { pages, data, pdfs: options.pdf ? booklets.length : 0 };
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    for (const signal of STOPS) process.off(signal, stop);
  }
}

/** What takes a browser to make: a PDF and a picture for links of each booklet. */
async function printAll(
  { units, settings }: Site,
  siteRoot: string,
  onProgress: (text: string) => void,
): Promise<void> {
  // Loaded only now: a build without PDF needs neither browser nor fonts.
  const { BrowserSession } = await import('./pdf/browser-session.ts');
  const { printBooklet } = await import('./pdf/print-booklet.ts');
  const { drawShareImage } = await import('./pdf/share-image.ts');
  const booklets = units.flatMap((unit) => unit.booklets);
  const session = new BrowserSession();
  // A page names its picture by its full address: a site that does not say where it stands has none.
  const shareFolder = async (folder: string, name: string): Promise<void> => {
    if (settings.address === undefined) return;
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
      const job = printJob(booklet, siteRoot);
      const pdf = await session.run(`${name}的 PDF`, (browser) => printBooklet(browser, job));
      await writeFile(join(folder, 'booklet.pdf'), pdf);
      await shareFolder(folder, name);
    }
  } finally {
    await session.close();
  }
}

function printJob(booklet: Booklet, siteRoot: string): PrintJob {
  return {
    siteRoot,
    htmlFile: join(folderOf(booklet, siteRoot), 'print', 'index.html'),
    title: booklet.render().title,
    unitName: booklet.unit.name,
    lang: 'zh-CN',
  };
}

function folderOf({ slug, year }: Booklet, siteRoot: string): string {
  return join(siteRoot, slug, String(year));
}
