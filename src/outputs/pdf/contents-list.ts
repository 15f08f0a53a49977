import type { Page } from './browser.ts';

/** The ids that the contents list links to, in its order. */
export function contentsTargets(page: Page): Promise<readonly string[]> {
  return page.$$eval('nav[data-contents] a[href^="#"]', (links) =>
    links.map((link) => decodeURIComponent((link.getAttribute('href') ?? '').slice(1))),
  );
}

/** Writes the page numbers behind the links of the contents list, one for each, in its order. */
export async function fillPageNumbers(page: Page, numbers: readonly number[]): Promise<void> {
  await page.$$eval(
    'nav[data-contents] [data-page-number]',
    (places, texts) => {
      for (const [index, place] of places.entries()) place.textContent = texts[index] ?? '';
    },
    numbers.map(String),
  );
}
