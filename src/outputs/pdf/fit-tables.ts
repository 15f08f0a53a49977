import type { Page } from './browser.ts';

/** A table or form that is meant to be seen on one page, and the room that its page leaves, in millimetres. */
interface Sheet {
  readonly selector: string;
  readonly width: number;
  readonly height: number;
}

/** A4 less the margins of styles/print/page.css. */
const SHEETS: readonly Sheet[] = [
  { selector: '.form, .sheet:not([data-orientation="landscape"])', width: 174, height: 247 },
  { selector: '.sheet[data-orientation="landscape"]', width: 257, height: 164 },
];

/** Sizes to try, as parts of the stylesheet's own; the smallest letters that result are those of a footnote. */
const SCALES = [1.12, 1.08, 1.04, 1, 0.96, 0.92, 0.88, 0.85, 0.82];

/** Lines of the screen and of paper differ by hairs. */
const SPARE_MM = 2;

/**
 * Sets the size of each table and form so that it fills one page: larger where there is room, smaller where a few rows
 * would go over. What needs more than a page at any size keeps the stylesheet's size and goes on overleaf.
 *
 * Sets the custom property `--fit` on each of them.
 */
export async function fitTables(page: Page): Promise<void> {
  const viewport = page.viewport();
  await page.emulateMediaType('print');
  for (const sheet of SHEETS) {
    await page.setViewport({ width: Math.floor(pixels(sheet.width)), height: 1000 });
    await page.$$eval(sheet.selector, fitAll, SCALES, pixels(sheet.height - SPARE_MM));
  }
  await page.emulateMediaType();
  await page.setViewport(viewport);
}

/** Runs in the page. Each size is tried on all of them at once: laying out a booklet takes its time. */
function fitAll(sheets: readonly Element[], scales: readonly number[], height: number): void {
  const open = new Set(sheets.filter((sheet) => sheet instanceof HTMLElement));
  for (const scale of scales) {
    for (const sheet of open) sheet.style.setProperty('--fit', String(scale));
    const fitting = [...open].filter((sheet) => sheet.getBoundingClientRect().height <= height);
    for (const sheet of fitting) open.delete(sheet);
  }
  for (const sheet of open) sheet.style.removeProperty('--fit');
}

function pixels(millimetres: number): number {
  return (millimetres / 25.4) * 96;
}
