import { readFile } from 'node:fs/promises';
import { charactersOf } from '../pdf/font-characters.ts';
import { fontFiles, type FontFile } from '../pdf/fonts.ts';
import { paintSvg, startDrawing } from './svg-drawing.ts';

/** Sharp on the screens of today, and in print as wide as half a page. */
const ZOOM = 2;

/** Draws pictures of charts, always to the same bytes: with the fonts of the PDF, and none of the machine's. */
export interface ChartPainter {
  /** A PNG of the whole of an SVG file. */
  paint(svg: string): Promise<Uint8Array>;
}

/** Reads what drawing needs, some twenty megabytes of fonts. */
export async function chartPainter(): Promise<ChartPainter> {
  await startDrawing();
  const letters = fontFiles.filter(({ family }) => family === 'Mingbai Hei');
  const [known, fonts] = await Promise.all([charactersIn(letters), readAll(letters)]);
  // The library reads no compressed fonts, such as the parts of the rarest one.
  const others = fontFiles.filter((font) => !letters.includes(font) && font.path.endsWith('.ttf'));
  let rare: Promise<readonly Uint8Array[]> | undefined;
  return {
    async paint(svg) {
      const isKnown = [...new Set(svg)].every((character) => known.has(character.codePointAt(0) ?? 0));
      return paintSvg(svg, isKnown ? fonts : [...fonts, ...(await (rare ??= readAll(others)))], ZOOM);
    },
  };
}

async function charactersIn(fonts: readonly FontFile[]): Promise<ReadonlySet<number>> {
  const [first = [], ...others] = await Promise.all(fonts.map(charactersOf));
  const sets = others.map((characters) => new Set(characters));
  return new Set(['\n'.charCodeAt(0), ...first.filter((code) => sets.every((one) => one.has(code)))]);
}

function readAll(fonts: readonly FontFile[]): Promise<readonly Uint8Array[]> {
  return Promise.all(fonts.map(({ path }) => readFile(path)));
}
