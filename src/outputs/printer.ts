import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteSettings } from '../accounts/schema/site.ts';
import type { Site } from '../compile/compile-site.ts';
import type { Booklet } from '../compile/booklet.ts';
import { FILES, partPath } from '../compile/published-files.ts';
import { bookletFolder, printPageOf } from './booklet-folder.ts';
import { bookletAttachments } from './pdf/booklet-attachments.ts';
import { bookletDetails } from './pdf/booklet-details.ts';
import type { BrowserSession } from './pdf/browser-session.ts';
import type { OwnFontFile } from './pdf/own-font-files.ts';
import type { PartJob, PrintJob } from './pdf/print-booklet.ts';
import type { ChartPainter } from './pictures/chart-png.ts';

/** By what a printer works. */
export type PrinterSettings = Pick<Site, 'settings' | 'fonts'>;

/**
 * Makes what takes a browser or fonts: PDFs, pictures of charts, and pictures for links to pages. The browser is started
 * when it is first needed.
 */
export class Printer {
  private readonly siteRoot: string;
  /** A page names its picture by its full address: a site that does not say where it stands has none. */
  private readonly pictures: boolean;
  private readonly settings: SiteSettings;
  private readonly fonts: PrinterSettings['fonts'];
  private fontFiles: readonly OwnFontFile[] | undefined;
  private session: BrowserSession | undefined;
  private painter: ChartPainter | undefined;

  /** @param siteRoot absolute path of a site, in which the pages and what they share are written */
  constructor(siteRoot: string, { settings, fonts }: PrinterSettings) {
    this.siteRoot = siteRoot;
    this.settings = settings;
    this.fonts = fonts;
    this.pictures = settings.address !== undefined;
  }

  /**
   * Prints a booklet from its page, and draws its charts and its picture.
   *
   * @returns seconds of processor time that the browser took
   */
  async printBooklet(booklet: Booklet): Promise<number> {
    const { printWithParts } = await import('./pdf/print-booklet.ts');
    const { writeOwnFonts } = await import('./pdf/own-font-files.ts');
    const name = `${booklet.unit.name} ${booklet.year} 年度`;
    const folder = bookletFolder(booklet, this.siteRoot);
    this.fontFiles ??= writeOwnFonts(this.fonts);
    const job = { ...(await printJob(booklet, this.siteRoot, this.settings)), fonts: this.fontFiles };
    const session = await this.open();
    const before = session.seconds;
    const parts = this.settings.partPdfs ? partJobs(booklet) : [];
    const pdf = await session.run(`${name}的 PDF`, (browser) => printWithParts(browser, job, parts));
    await writeFile(join(folder, FILES.pdf.path), pdf.whole);
    await writeParts(pdf.parts, folder);
    await this.drawCharts(folder);
    await this.drawPicture(folder, name);
    return session.seconds - before;
  }

  /** Draws the picture of the site's first page. */
  drawHome(): Promise<void> {
    return this.drawPicture(this.siteRoot, '首页');
  }

  async close(): Promise<void> {
    await this.session?.close();
  }

  private async drawCharts(folder: string): Promise<void> {
    const { chartPainter } = await import('./pictures/chart-png.ts');
    const { writePictures } = await import('./pictures/write-pictures.ts');
    await writePictures((this.painter ??= await chartPainter()), folder);
  }

  private async drawPicture(folder: string, name: string): Promise<void> {
    if (!this.pictures) return;
    const { drawShareImage } = await import('./pdf/share-image.ts');
    const page = join(folder, 'index.html');
    const session = await this.open();
    const image = await session.run(`${name}的分享图`, (browser) =>
      drawShareImage(browser, this.siteRoot, page),
    );
    await writeFile(join(folder, 'share.png'), image);
  }

  /** Loaded only now: a build without PDF needs neither browser nor fonts. */
  private async open(): Promise<BrowserSession> {
    const { BrowserSession } = await import('./pdf/browser-session.ts');
    return (this.session ??= new BrowserSession());
  }
}

async function writeParts(parts: ReadonlyMap<string, Uint8Array>, folder: string): Promise<void> {
  for (const [key, bytes] of parts) {
    const file = join(folder, partPath(key));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

/** What the PDFs of a booklet's parts say of themselves. */
function partJobs(booklet: Booklet): readonly PartJob[] {
  const details = bookletDetails(booklet, process.env['SOURCE_DATE_EPOCH']);
  return booklet.render().parts.map(({ key, title }) => ({
    ...details,
    key,
    title: `${details.title} ${title}`,
    subject: `${details.subject ?? details.title} ${title}`,
    identifier: `${details.identifier ?? ''}-${key}`,
  }));
}

/** Does a piece of work with a printer, if there are to be PDFs, and closes it. */
export async function withPrinter<T>(
  { siteRoot, pdf }: { readonly siteRoot: string; readonly pdf: boolean },
  settings: PrinterSettings,
  work: (printer: Printer | undefined) => Promise<T>,
): Promise<T> {
  const printer = pdf ? new Printer(siteRoot, settings) : undefined;
  try {
    return await work(printer);
  } finally {
    await printer?.close();
  }
}

async function printJob(booklet: Booklet, siteRoot: string, settings: SiteSettings): Promise<PrintJob> {
  return {
    siteRoot,
    htmlFile: printPageOf(booklet, siteRoot),
    ...bookletDetails(booklet, process.env['SOURCE_DATE_EPOCH']),
    files: await bookletAttachments(booklet, bookletFolder(booklet, siteRoot), settings),
  };
}
