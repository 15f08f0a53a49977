import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';

let ready: Promise<void> | undefined;

/** Loads the library that draws SVG, once in a process. */
export function startDrawing(): Promise<void> {
  return (ready ??= load());
}

async function load(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
}

/** A PNG of an SVG file; the library must have been started. */
export function paintSvg(svg: string, fonts: readonly Uint8Array[], zoom: number): Uint8Array {
  return withSvg(svg, fonts, { fitTo: { mode: 'zoom', value: zoom } }, (picture) => {
    const image = picture.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  });
}

/** The paths that an SVG file is drawn by, those of its letters too, absolute; the library must have been started. */
export function pathsOfSvg(svg: string, fonts: readonly Uint8Array[]): readonly string[] {
  return withSvg(svg, fonts, {}, (picture) =>
    [...picture.toString().matchAll(/ d="([^"]*)"/gu)].map(([, path = '']) => path),
  );
}

/** The library's memory is its own, which no collector of garbage sees. */
function withSvg<T>(
  svg: string,
  fonts: readonly Uint8Array[],
  options: ResvgRenderOptions,
  work: (picture: InstanceType<typeof Resvg>) => T,
): T {
  const font = {
    fontBuffers: [...fonts],
    defaultFontFamily: 'Noto Sans SC',
    sansSerifFamily: 'Noto Sans SC',
  };
  const picture = new Resvg(svg, { ...options, font });
  try {
    return work(picture);
  } finally {
    picture.free();
  }
}
