import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { contentOf, isTag, type Content, type Tag } from '../tags/tag.ts';
import { glyphWidths } from './glyph-widths.ts';
import { taggedContent } from './marked-lines.ts';
import { fontsOf, type PageContent } from './page-content.ts';

/** A number as Chrome draws it: a font with its size, a place, and digit by digit. */
const NUMBER =
  /^\/(?<font>\w+) (?<size>\S+) Tf\n1 0 0 -1 (?<x>\S+) (?<y>\S+) Tm\n(?<glyphs><[0-9A-F]{4}> Tj\n(?:\S+ 0 Td <[0-9A-F]{4}> Tj\n)*)ET$/mu;

/** Parts of the size by which digits may stand closer or wider than they are wide. */
const HAIR = 0.005;

/** A number that a page draws, and where. */
interface Drawn {
  readonly page: PDFRef;
  /** The lines from the one that chooses the font to the one that ends the text. */
  readonly start: number;
  readonly end: number;
  readonly font: string;
  readonly dictionary: PDFDict;
  readonly size: number;
  readonly x: number;
  readonly y: string;
  readonly glyphs: readonly string[];
  /** From each digit to the next. */
  readonly steps: readonly number[];
}

/** The digits of a font: their glyphs and widths, as parts of their size. */
type Digits = Map<string, { readonly glyph: string; readonly width: number }>;

/**
 * The content of pages with the page numbers of the contents list in place of others, which only kept the place. They are drawn by
 * the same glyphs up to the same end of their lines; nothing else moves, since a line of the list leaves the same room for
 * each number.
 *
 * @param tags of the document as Chrome writes them
 * @param kept what is drawn in place of the numbers, in their order
 * @returns undefined where it takes another print: a number has more digits than what kept its place, a digit is drawn nowhere in
 *   its font, or numbers are drawn in another way
 */
export function withPageNumbers(
  contents: readonly PageContent[],
  tags: Tag,
  kept: readonly string[],
  numbers: readonly number[],
): readonly PageContent[] | undefined {
  const byPage = new Map(contents.map((content) => [content.page.ref, content] as const));
  const drawn = numberPlaces(tags).map((place) => readDrawn(place, byPage.get(place.page)));
  const known = drawn.filter((one) => one !== undefined);
  const fonts = digitsOf(known, kept);
  if (known.length < drawn.length || drawn.length !== numbers.length || fonts === undefined) return undefined;
  const changed = new Map<PDFRef, string[]>();
  // From the last on: what stands before keeps its lines.
  for (const [index, one] of [...known.entries()].reverse()) {
    const text = redrawn(one, String(numbers[index]), fonts.get(one.dictionary) ?? new Map());
    if (text === undefined) return undefined;
    const lines = changed.get(one.page) ?? [...(byPage.get(one.page)?.lines ?? [])];
    lines.splice(one.start, one.end - one.start, ...text);
    changed.set(one.page, lines);
  }
  return contents.map(({ page, lines }) => ({ page, lines: changed.get(page.ref) ?? lines }));
}

/** Where the numbers stand: each is the last of what an entry of the contents list holds itself. */
function numberPlaces(tag: Tag): readonly Content[] {
  const within = tag.kids.flatMap((kid) => (isTag(kid) ? numberPlaces(kid) : []));
  if (tag.mark !== 'TOCI') return within;
  const own = tag.kids.filter((kid) => !(isTag(kid) && kid.mark === 'TOC'));
  return [...[...contentOf({ ...tag, kids: own })].slice(-1), ...within];
}

function readDrawn({ page, mcid }: Content, content: PageContent | undefined): Drawn | undefined {
  if (content === undefined) return undefined;
  const { lines } = content;
  const opened = lines.findIndex((line) => taggedContent(line) === mcid);
  const ends = lines.indexOf('ET', opened);
  if (opened === -1 || ends === -1 || lines[opened + 1] !== 'BT') return undefined;
  const [start, end] = [opened + 2, ends + 1];
  const {
    font = '',
    size,
    x,
    y = '',
    glyphs = '',
  } = NUMBER.exec(lines.slice(start, end).join('\n'))?.groups ?? {};
  const dictionary = fontsOf(content)(font);
  if (dictionary === undefined) return undefined;
  return {
    ...{ page, start, end, font, dictionary, size: Number(size), x: Number(x), y },
    glyphs: Array.from(glyphs.matchAll(/<(.{4})>/gu), ([, glyph = '']) => glyph),
    steps: Array.from(glyphs.matchAll(/^(\S+) 0 Td/gmu), ([, step]) => Number(step)),
  };
}

/** The digits of each font; undefined where some do not stand as far apart as they are wide. */
function digitsOf(
  drawn: readonly Drawn[],
  kept: readonly string[],
): ReadonlyMap<PDFDict, Digits> | undefined {
  const fonts = new Map<PDFDict, Digits>();
  const widths = new Map<PDFDict, ReadonlyMap<number, number>>();
  for (const [index, { dictionary, size, glyphs, steps }] of drawn.entries()) {
    const widthOf = widths.get(dictionary) ?? glyphWidths(dictionary);
    widths.set(dictionary, widthOf);
    const digits: Digits = fonts.get(dictionary) ?? new Map();
    fonts.set(dictionary, digits);
    if (kept[index]?.length !== glyphs.length) return undefined;
    for (const [place, glyph] of glyphs.entries()) {
      const width = widthOf.get(Number.parseInt(glyph, 16));
      const step = steps[place];
      if (width === undefined || (step !== undefined && Math.abs(step / size - width) > HAIR))
        return undefined;
      digits.set(kept[index].charAt(place), { glyph, width });
    }
  }
  return fonts;
}

/** The lines that draw a number up to where another ended. */
function redrawn(
  { font, size, x, y, glyphs, steps }: Drawn,
  number: string,
  digits: Digits,
): readonly string[] | undefined {
  const known = [...digits.values()];
  const widthOf = (glyph: string | undefined): number => known.find((one) => one.glyph === glyph)?.width ?? 0;
  const others = [...number].map((digit) => digits.get(digit)).filter((digit) => digit !== undefined);
  if (others.length < number.length || others.length > glyphs.length) return undefined;
  const end = steps.reduce((sum, step) => sum + step, x) + size * widthOf(glyphs.at(-1));
  const start = others.reduce((left, { width }) => left - size * width, end);
  return [
    `/${font} ${size} Tf`,
    `1 0 0 -1 ${rounded(start)} ${y} Tm`,
    ...others.map(({ glyph }, index) => {
      const before = others[index - 1];
      return `${before === undefined ? '' : `${rounded(size * before.width)} 0 Td `}<${glyph}> Tj`;
    }),
    'ET',
  ];
}

/** As many decimals as Chrome writes. */
function rounded(number: number): number {
  return Number(number.toFixed(5));
}
