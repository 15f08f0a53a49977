import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CALL_LIMIT, isBrowserFailure, type Browser, type HTTPRequest, type Page } from './browser.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { usesFontConfiguration } from './font-configuration.ts';
import { FITTING_STYLES, SCREEN_WIDTH } from './fit-tables.ts';
import { fontFaceCss, fontFiles } from './fonts.ts';
import { familyOf, ownFontCss, type OwnFontFile } from './own-font-files.ts';
import { pathInSite } from './path-in-site.ts';

/** A built page to print: a file of the site, or its text. */
export type PrintSource = {
  /** Absolute path of the output folder, to which addresses such as `/styles/print.css` refer. */
  readonly siteRoot: string;
  /** Of the body's own, in place of the program's. */
  readonly fonts?: readonly OwnFontFile[];
} & (
  | {
      /** Absolute path of the built page. */
      readonly htmlFile: string;
      readonly html?: undefined;
    }
  | {
      /** The page's text; its relative addresses start at the output folder. */
      readonly html: string;
      readonly htmlFile?: undefined;
    }
);

const fontUrls = urlsOf(fontFiles);

function urlsOf(files: readonly { readonly path: string }[]): ReadonlySet<string> {
  return new Set(files.map(({ path }) => pathToFileURL(path).href));
}

/** As what a page is laid out. */
export type Medium = 'print' | 'screen';

/** Pages that are done with, by their browsers: one that has shown a booklet has read its fonts, and shows the next in half the time. */
const sparePages = new WeakMap<Browser, Page[]>();

/**
 * Opens the page with the booklet's fonts for a piece of work, and lets go of it.
 *
 * Everything comes from the output folder; whatever else the page asks for is refused, so a booklet
 * never depends on the network. Throws when a file is missing that the page asks for.
 */
export async function withPrintPage<T>(
  browser: Browser,
  source: PrintSource,
  medium: Medium,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const spare = medium === 'print' ? sparePages.get(browser)?.pop() : undefined;
  const page = spare ?? (await newPage(browser, medium));
  const requests = new Requests(source);
  page.on('request', requests.answer);
  let done: T;
  try {
    // Behind another page, one may wait for fonts without end.
    if (spare !== undefined) await page.bringToFront();
    await page.goto(requests.url, { waitUntil: 'load' });
    requests.refuseMissing();
    await loadOwnFonts(page, source.fonts ?? []);
    done = await work(page);
    // What is laid out later may ask for more.
    requests.refuseMissing();
  } catch (error) {
    // A browser that does not answer does not close its page either.
    if (!isBrowserFailure(error)) await page.close();
    throw error;
  }
  page.off('request', requests.answer);
  // What was changed for the screen, such as its size, would be found by the next.
  if (medium === 'screen') await page.close();
  else sparePages.set(browser, [...(sparePages.get(browser) ?? []), page]);
  return done;
}

async function newPage(browser: Browser, medium: Medium): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(CALL_LIMIT);
  await page.setBypassCSP(true);
  await page.setRequestInterception(true);
  await page.emulateMediaType(medium);
  if (medium === 'print') await page.setViewport({ width: SCREEN_WIDTH, height: 600 });
  // Known before the page is first laid out, so that it need not be laid out once more.
  const fonts = fontFaceCss(usesFontConfiguration);
  await page.evaluateOnNewDocument(addStyles, medium === 'print' ? fonts + FITTING_STYLES : fonts);
  return page;
}

/** Runs in the page. */
function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/** Answers what a page asks for, from the output folder. */
class Requests {
  readonly url: string;
  private readonly source: PrintSource;
  private readonly refused: string[] = [];

  constructor(source: PrintSource) {
    this.source = source;
    this.url = pathToFileURL(source.htmlFile ?? join(source.siteRoot, 'print.html')).href;
  }

  readonly answer = (request: HTTPRequest): void => {
    this.answered(request).catch((error: unknown) => this.refused.push(String(error)));
  };

  /** Throws when something was asked for that is not there. */
  refuseMissing(): void {
    if (this.refused.length > 0)
      throw new Error(`打印页引用了输出文件夹里没有的文件：${this.refused.join('、')}`);
  }

  private async answered(request: HTTPRequest): Promise<void> {
    const { html, siteRoot, fonts = [] } = this.source;
    const url = request.url();
    if (url === this.url && html !== undefined)
      return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
    const known = url === this.url || fontUrls.has(url) || urlsOf(fonts).has(url);
    if (known || url.startsWith('data:')) return request.continue();
    const path = url.startsWith('file:') ? pathInSite(fileURLToPath(url), siteRoot) : undefined;
    if (path !== undefined && existsSync(path)) return request.continue({ url: pathToFileURL(path).href });
    this.refused.push(url);
    return request.abort();
  }
}

/**
 * Runs in the page: adds what only the print needs, the title for the running head and what Chrome needs to tag the page well.
 * Takes away links into the site, which lead nowhere from a PDF.
 */
export function dress(title: string): void {
  const head = document.body.dataset['runningHead'] ?? title;
  document.documentElement.style.setProperty('--running-head', JSON.stringify(head));
  // Tagged as a figure, a table would need a description in place of its cells.
  for (const figure of document.querySelectorAll('figure:has(table)')) figure.setAttribute('role', 'group');
  // A cell without any text is missing from the tags, and its row is a column short.
  for (const cell of document.querySelectorAll('td:empty, th:empty')) cell.textContent = '\u00A0';
  for (const link of document.querySelectorAll('a[href]')) {
    if (!/^(?:#|https?:|mailto:)/u.test(link.getAttribute('href') ?? '')) link.removeAttribute('href');
  }
  document.documentElement.dataset['dressed'] = '';
}

/**
 * Loads the body's own fonts. One that the browser refuses would be left out without a word.
 *
 * @throws Refusal naming the files of those
 */
async function loadOwnFonts(page: Page, fonts: readonly OwnFontFile[]): Promise<void> {
  if (fonts.length === 0) return;
  await page.addStyleTag({ content: ownFontCss(fonts) });
  const refused = await page.evaluate(async () => {
    const own = [...document.fonts].filter(({ family }) => family.includes('Mingbai Own '));
    const loaded = await Promise.allSettled(own.map((face) => face.load()));
    return own.flatMap(({ family }, index) => (loaded[index]?.status === 'rejected' ? [family] : []));
  });
  const files = fonts.filter((font) => refused.some((family) => family.includes(familyOf(font))));
  if (files.length === 0) return;
  const names = files.map(({ source }) => source).join('、');
  throw new Refusal(
    `浏览器读不了字体文件 ${names}，可能已经损坏；请换一个文件，或从 content/site.yaml 的“字体”里删去`,
  );
}
