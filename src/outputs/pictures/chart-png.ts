import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { charactersOf } from '../pdf/font-characters.ts';
import { fontFiles, type FontFile } from '../pdf/fonts.ts';

/** Sharp on the screens of today, and in print as wide as half a page. */
const ZOOM = 2;

/** Draws pictures of charts, always to the same bytes: with the fonts of the PDF, and none of the machine's. */
export interface ChartPainter {
  /** A PNG of the whole of an SVG file. */
  paint(svg: string): Promise<Uint8Array>;
}

/** Reads what drawing needs, some twenty megabytes of fonts. */
export async function chartPainter(): Promise<ChartPainter> {
  await (ready ??= start());
  const letters = fontFiles.filter(({ family }) => family === 'Mingbai Hei');
  const [known, fonts] = await Promise.all([charactersIn(letters), readAll(letters)]);
  // The library reads no compressed fonts, such as the parts of the rarest one.
  const others = fontFiles.filter((font) => !letters.includes(font) && font.path.endsWith('.ttf'));
  let rare: Promise<readonly Uint8Array[]> | undefined;
  return {
    async paint(svg) {
      const isKnown = [...new Set(svg)].every((character) => known.has(character.codePointAt(0) ?? 0));
      return draw(svg, isKnown ? fonts : [...fonts, ...(await (rare ??= readAll(others)))]);
    },
  };
}

let ready: Promise<void> | undefined;

async function start(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
}

async function charactersIn(fonts: readonly FontFile[]): Promise<ReadonlySet<number>> {
  const [first = [], ...others] = await Promise.all(fonts.map(charactersOf));
  const sets = others.map((characters) => new Set(characters));
  return new Set(['\n'.charCodeAt(0), ...first.filter((code) => sets.every((one) => one.has(code)))]);
}

function readAll(fonts: readonly FontFile[]): Promise<readonly Uint8Array[]> {
  return Promise.all(fonts.map(({ path }) => readFile(path)));
}

function draw(svg: string, fontBuffers: readonly Uint8Array[]): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: {
      fontBuffers: [...fontBuffers],
      defaultFontFamily: 'Noto Sans SC',
      sansSerifFamily: 'Noto Sans SC',
    },
  });
  const image = picture.render();
  // Its memory is the library's own, which no collector of garbage sees.
  try {
    return image.asPng();
  } finally {
    image.free();
    picture.free();
  }
}
