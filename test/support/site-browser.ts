import { openBrowser, type Browser, type Page } from '../../src/outputs/pdf/browser.ts';
import { serveSite } from './served-site.ts';
import type { ServedFolder } from './static-server.ts';

/** A page of the site in a browser, with what it asked for and what was refused. */
export interface Visit {
  readonly page: Page;
  /** Addresses of all files that were asked for. */
  readonly requests: readonly string[];
  /** What the safety policy or the host refused. */
  readonly refused: readonly string[];
}

/** How a visitor's browser is set up. */
export interface Visitor {
  readonly width?: number;
  readonly height?: number;
  /** False for a browser that runs no scripts. */
  readonly scripts?: boolean;
  /** Media features such as `prefers-color-scheme`. */
  readonly media?: Readonly<Record<string, string>>;
  /** Whether a test may put scripts and styles of its own into the page. */
  readonly probed?: boolean;
}

let running: Promise<Browser> | undefined;

/**
 * The browser of this process: test files that only look at pages share it, one after the other. It ends, and its folder
 * goes, when the process ends; each site is served from an address of its own, so that visits leave nothing to the next file.
 */
export function sharedBrowser(): Promise<Browser> {
  running ??= openBrowser();
  return running;
}

/** The repository's own site, served below a path as a static host may do, and a browser to visit it with. */
export class SiteBrowser {
  readonly site: ServedFolder;
  private readonly browser: Browser;

  private constructor(site: ServedFolder, browser: Browser) {
    this.site = site;
    this.browser = browser;
  }

  static async open(): Promise<SiteBrowser> {
    const [site, browser] = await Promise.all([serveSite('/公开/'), sharedBrowser()]);
    return new SiteBrowser(site, browser);
  }

  async close(): Promise<void> {
    await this.site.close();
  }

  /** Opens a page, given by its path from the site's root; the test closes it. */
  async visit(path: string, visitor: Visitor = {}): Promise<Visit> {
    const { width = 1280, height = 800, scripts = true, media = {}, probed = false } = visitor;
    const page = await this.browser.newPage();
    const requests: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('requestfailed', (request) => refused.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.setBypassCSP(probed);
    await page.setJavaScriptEnabled(scripts);
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures(Object.entries(media).map(([name, value]) => ({ name, value })));
    await page.goto(new URL(path, this.site.url).href);
    return { page, requests, refused };
  }

  /** Opens a page, looks at it, and closes it. */
  async look<Seen>(path: string, see: (page: Page) => Promise<Seen>, visitor: Visitor = {}): Promise<Seen> {
    const { page } = await this.visit(path, visitor);
    try {
      return await see(page);
    } finally {
      await page.close();
    }
  }
}
