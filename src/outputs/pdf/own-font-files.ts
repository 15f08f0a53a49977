import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FontTerms, OwnFont } from '../../accounts/fonts/own-fonts.ts';
import type { Typeface } from '../../accounts/schema/typefaces.ts';
import { temporaryFolder } from '../../workspace/temporary-folder.ts';
import { fontFiles } from './fonts.ts';

/** A font of the body's own, as a page loads it. */
export interface OwnFontFile {
  readonly typeface: Typeface;
  /** Absolute path of the bytes that were checked. */
  readonly path: string;
  /** Of the file in the project, for messages. */
  readonly source: string;
  readonly terms: FontTerms;
}

/** The CSS names, which print.css puts before those of the program's fonts. */
const FAMILIES: Readonly<Record<Typeface, string>> = {
  宋体: 'Mingbai Own Song',
  小标宋: 'Mingbai Own Title',
  黑体: 'Mingbai Own Hei',
  楷体: 'Mingbai Own Kai',
  仿宋: 'Mingbai Own Fang',
};

/** The CSS name of a font. */
export function familyOf({ typeface }: OwnFontFile): string {
  return FAMILIES[typeface];
}

/** Writes fonts where a page can load them: into a folder that goes when the process ends. */
export function writeOwnFonts(fonts: readonly OwnFont[]): readonly OwnFontFile[] {
  if (fonts.length === 0) return [];
  const folder = temporaryFolder();
  return fonts.map(({ typeface, path: source, bytes, terms }, index) => {
    const path = join(folder, `${index}.font`);
    writeFileSync(path, bytes);
    return { typeface, path, source, terms };
  });
}

/**
 * The @font-face rules of the body's own fonts. Each serves for all weights, or the browser would make a bold one of it by
 * drawing its outlines; only bold Song, for heads within text, stays the program's.
 */
export function ownFontCss(fonts: readonly OwnFontFile[]): string {
  return fonts
    .flatMap(({ typeface, path }) => {
      const family = FAMILIES[typeface];
      if (typeface !== '宋体') return [face(family, '1 1000', path)];
      const bold = fontFiles.find((one) => one.family === 'Mingbai Song' && one.weight === 700);
      return [face(family, '1 599', path), ...(bold ? [face(family, '600 1000', bold.path)] : [])];
    })
    .join('\n');
}

function face(family: string, weights: string, path: string): string {
  return `@font-face { font-family: "${family}"; font-weight: ${weights}; src: url("${pathToFileURL(path).href}"); }`;
}
