import { openBrowser, type Browser, type Page } from '../../../src/outputs/pdf/browser.ts';

/** What pages did that no page of ours does. */
export interface Mischief {
  /** Boxes that a script has opened. */
  readonly executed: readonly string[];
  /** Addresses elsewhere that were asked for or led to. */
  readonly foreign: readonly string[];
  /** What the safety policy kept from being loaded or run. */
  readonly refused: readonly string[];
}

/** How many figures and terms of a page are opened. */
const OPENED = 3;

/** A page is not reloaded more often than that. */
const RELOADS = 5;

/** A browser that opens pages as a reader does, and keeps count of what should not happen. */
export class Visits implements Mischief {
  readonly executed: string[] = [];
  readonly foreign: string[] = [];
  readonly refused: string[] = [];
  pages = 0;
  private readonly browser: Browser;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async open(): Promise<Visits> {
    return new Visits(await openBrowser());
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /**
   * Opens pages one after the other, and what can be opened on them.
   *
   * @param site address that all they load must begin with
   * @param guarded whether their safety policy holds
   */
  async see(site: string, paths: readonly string[], guarded: boolean): Promise<void> {
    const page = await this.browser.newPage();
    page.setDefaultTimeout(20_000);
    await page.setBypassCSP(!guarded);
    let at = '';
    page.on('dialog', (dialog) => {
      this.executed.push(at);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(site) && !url.startsWith('data:')) this.foreign.push(`${at}: ${url}`);
    });
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.refused.push(`${at}: ${message.text()}`);
    });
    for (const path of paths) {
      at = path;
      await settled(async () => {
        await page.goto(new URL(path, site).href);
        await openAll(page);
      });
      const url = page.url();
      if (!url.startsWith(site)) this.foreign.push(`${at} became ${url}`);
      this.pages += 1;
    }
    await page.close();
  }
}

/** A preview reloads a page that it has just served, when it finds out what the page's scripts need: then once more. */
async function settled(visit: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await visit();
      return;
    } catch (error) {
      const reloaded = error instanceof Error && /context was destroyed|ERR_ABORTED/.test(error.message);
      if (!reloaded || tries === RELOADS) throw error;
    }
  }
}

/** Waits for an answer of the search, opens what is folded, and the first figures and terms beside themselves. */
async function openAll(page: Page): Promise<void> {
  if (page.url().includes('?q='))
    await page.waitForFunction(() =>
      /[。！]$/.test(document.querySelector('.result-count')?.textContent ?? ''),
    );
  await page.evaluate(async (count) => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    for (const link of [...document.querySelectorAll<HTMLElement>('a.figure, a.defined')].slice(0, count)) {
      link.click();
      for (
        let tries = 0;
        tries < 50 && document.querySelector('.explanation:popover-open') === null;
        tries += 1
      )
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }, OPENED);
}
