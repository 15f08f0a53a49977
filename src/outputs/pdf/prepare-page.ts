import { missingGlyphs } from '../../document/glyphs.ts';
import { readHeadings, type Heading } from './bookmarks.ts';
import type { Page } from './browser.ts';
import { contentsTargets, fillPageNumbers } from './contents-list.ts';
import { FIT_TABLES } from './fit-tables.ts';
import { readLinkTexts } from './links.ts';
import type { Manifest } from './manifest/manifest.ts';
import { NUMBER, readPieces } from './manifest/read-pieces.ts';
import { callOf, runSteps, type PageStep } from './page-program.ts';
import { dress } from './print-page.ts';
import { SET_LINES } from './set-lines.ts';
import { MARK_ELEMENTS } from './tags/element-marks.ts';
import { takeWatermark } from './watermark.ts';

/** What a page that is ready to print says. */
export interface PreparedPage {
  /** What it says across itself. */
  readonly draft: string | undefined;
  /** All text that is to be seen. */
  readonly text: string;
  /** The ids that the contents list links to, in its order. */
  readonly targets: readonly string[];
  /** The `href` of links, the ids in it decoded, with their texts. */
  readonly links: readonly (readonly [string, string])[];
  readonly headings: readonly Heading[];
  readonly pieces: Manifest['text'];
  /** The keys of all parts, in their order. */
  readonly parts: readonly string[];
  /** The pieces of the parts that were asked for, in the order of asking. */
  readonly partPieces: readonly Manifest['text'][];
}

/** What stands in place of page numbers until they are known: of three digits, so that each digit occurs in a list of four. */
function placeholder(index: number): string {
  return [0, 1, 2].map((place) => (3 * index + place) % 10).join('');
}

/** What stands in place of page numbers, for more entries than any contents list has. */
export const PLACEHOLDERS = Array.from({ length: 999 }, (_, index) => placeholder(index));

/**
 * Makes a page ready to print: its lines mended, its tables fitted, its elements marked, its contents list with numbers that only
 * keep the place; and reads all that it says.
 *
 * @param parts keys of those that are read by themselves
 * @param onStep told what a step took, in milliseconds
 */
export async function preparePage(
  page: Page,
  title: string,
  parts: readonly string[],
  onStep?: (step: string, took: number) => void,
): Promise<PreparedPage> {
  const asked = parts.map((key): PageStep => [
    partSelector(key),
    callOf(readPieces, partSelector(key), NUMBER),
  ]);
  const { results, took } = await runSteps(page, [
    ['dress', callOf(dress, title)],
    // Before anything is laid out: a language is inherited by all within, which would be laid out anew.
    ['mark', MARK_ELEMENTS],
    ['draft', callOf(takeWatermark)],
    ['fonts', 'document.body.offsetHeight, document.fonts.ready.then(() => undefined)'],
    ['numbers', callOf(fillPageNumbers, PLACEHOLDERS)],
    ['lines', SET_LINES],
    ['fit', FIT_TABLES],
    // Read while the page is laid out; what follows changes no text.
    ['text', 'document.body.innerText'],
    ['targets', callOf(contentsTargets)],
    ['links', callOf(readLinkTexts)],
    ['headings', callOf(readHeadings)],
    ['pieces', callOf(readPieces, 'body', NUMBER)],
    ['parts', callOf(partKeys)],
    ...asked,
  ]);
  for (const [step, time] of Object.entries(took)) onStep?.(step, time);
  const read = results as unknown as PreparedPage;
  refuseMissingCharacters(title + read.text);
  const partPieces = parts.map((key) => results[partSelector(key)] as Manifest['text']);
  return { ...read, partPieces };
}

/** Runs in the page. */
function partKeys(): readonly string[] {
  return [...document.querySelectorAll('[data-part]')].map((part) => part.getAttribute('data-part') ?? '');
}

function partSelector(key: string): string {
  return `[data-part=${JSON.stringify(key)}]`;
}

function refuseMissingCharacters(text: string): void {
  const missing = missingGlyphs(text);
  if (missing.length === 0) return;
  const list = missing.map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `“${character}”（U+${code}）`;
  });
  throw new Error(`PDF 的字库里没有这些字：${list.join('、')}。请改用通行的写法。`);
}
