import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CALL_LIMIT, isBrowserFailure, type Browser, type HTTPRequest, type Page } from './browser.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { usesFontConfiguration } from './font-configuration.ts';
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

/**
 * Opens the page with the booklet's fonts and running head, ready to print, for a piece of work, and closes it.
 *
 * Everything comes from the output folder; whatever else the page asks for is refused, so a booklet
 * never depends on the network. Throws when a file is missing that the page asks for.
 */
export async function withPrintPage<T>(
  browser: Browser,
  source: PrintSource,
  title: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  let done: T;
  try {
    await openPage(page, source, title);
    done = await work(page);
  } catch (error) {
    // A browser that does not answer does not close its page either.
    if (!isBrowserFailure(error)) await page.close();
    throw error;
  }
  await page.close();
  return done;
}

async function openPage(page: Page, source: PrintSource, title: string): Promise<void> {
  const url = pathToFileURL(source.htmlFile ?? join(source.siteRoot, 'print.html')).href;
  const refused: string[] = [];
  page.setDefaultTimeout(CALL_LIMIT);
  await page.setBypassCSP(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    answer(request, source, url, refused).catch((error: unknown) => refused.push(String(error)));
  });
  await page.goto(url, { waitUntil: 'load' });
  if (refused.length > 0) throw new Error(`打印页引用了输出文件夹里没有的文件：${refused.join('、')}`);
  await dress(page, title);
  await loadOwnFonts(page, source.fonts ?? []);
}

async function answer(
  request: HTTPRequest,
  { html, siteRoot, fonts = [] }: PrintSource,
  pageUrl: string,
  refused: string[],
): Promise<void> {
  const url = request.url();
  if (url === pageUrl && html !== undefined) {
    return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  }
  const known = url === pageUrl || fontUrls.has(url) || urlsOf(fonts).has(url);
  if (known || url.startsWith('data:')) return request.continue();
  const path = url.startsWith('file:') ? pathInSite(fileURLToPath(url), siteRoot) : undefined;
  if (path !== undefined && existsSync(path)) {
    return request.continue({ url: pathToFileURL(path).href });
  }
  refused.push(url);
  return request.abort();
}

/**
 * Adds what only the print needs: the fonts, the title for the running head, and what Chrome needs
 * to tag the page well. Takes away links into the site, which lead nowhere from a PDF.
 */
async function dress(page: Page, title: string): Promise<void> {
  await page.addStyleTag({ content: fontFaceCss(usesFontConfiguration) });
  await page.evaluate((text) => {
    const head = document.body.dataset['runningHead'] ?? text;
    document.documentElement.style.setProperty('--running-head', JSON.stringify(head));
    // Tagged as a figure, a table would need a description in place of its cells.
    for (const figure of document.querySelectorAll('figure:has(table)')) {
      figure.setAttribute('role', 'group');
    }
    // A cell without any text is missing from the tags, and its row is a column short.
    for (const cell of document.querySelectorAll('td:empty, th:empty')) {
      cell.textContent = '\u00A0';
    }
    for (const link of document.querySelectorAll('a[href]')) {
      if (!/^(?:#|https?:|mailto:)/u.test(link.getAttribute('href') ?? '')) {
        link.removeAttribute('href');
      }
    }
  }, title);
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
