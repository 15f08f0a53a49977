import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, HTTPRequest, Page } from './browser.ts';
import { usesFontConfiguration } from './font-configuration.ts';
import { fontFaceCss, fontFiles } from './fonts.ts';

/** A built page to print: a file of the site, or its text. */
export interface PrintSource {
  /** Absolute path of the built page. */
  readonly htmlFile?: string;
  /** The page's text, instead of a file. */
  readonly html?: string;
  /** Absolute path of the output folder, to which addresses such as `/styles/print.css` refer. */
  readonly siteRoot: string;
}

const fontUrls = new Set(fontFiles.map(({ path }) => pathToFileURL(path).href));

/**
 * Opens the page with the booklet's fonts and running head, ready to print; the caller closes it.
 *
 * Everything comes from the output folder; whatever else the page asks for is refused, so a booklet
 * never depends on the network. Throws when a file is missing that the page asks for.
 */
export async function openPrintPage(
  browser: Browser,
  source: PrintSource,
  title: string,
): Promise<Page> {
  const page = await browser.newPage();
  try {
    const refused: string[] = [];
    const url = pathToFileURL(source.htmlFile ?? join(source.siteRoot, 'print.html')).href;
    await page.setBypassCSP(true);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void answer(request, source, url, refused);
    });
    await page.goto(url, { waitUntil: 'load' });
    if (refused.length > 0) throw new Error(`打印页引用了不存在的文件：${refused.join('、')}`);
    await dress(page, title);
    return page;
  } catch (error) {
    await page.close();
    throw error;
  }
}

async function answer(
  request: HTTPRequest,
  { html, siteRoot }: PrintSource,
  pageUrl: string,
  refused: string[],
): Promise<void> {
  const url = request.url();
  if (url === pageUrl && html !== undefined) {
    return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  }
  if (url === pageUrl || fontUrls.has(url) || url.startsWith('data:')) return request.continue();
  const path = url.startsWith('file:') ? pathInSite(fileURLToPath(url), siteRoot) : undefined;
  if (path === undefined || !existsSync(path)) {
    refused.push(url);
    return request.abort();
  }
  return request.continue({ url: pathToFileURL(path).href });
}

/** `/styles/print.css` is a file of the site root, and so is what already lies within it. */
function pathInSite(path: string, siteRoot: string): string {
  const inside = relative(siteRoot, path);
  return inside.startsWith('..') || isAbsolute(inside) ? join(siteRoot, path) : path;
}

/** Adds what only the print needs: the fonts, and the title for the running head. */
async function dress(page: Page, title: string): Promise<void> {
  await page.addStyleTag({ content: fontFaceCss(usesFontConfiguration) });
  await page.evaluate((text) => {
    document.documentElement.style.setProperty('--running-head', JSON.stringify(text));
  }, title);
}
