import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One weight of one of the booklet's families. */
export interface FontFile {
  /** The CSS name: Song for text, Hei and Kai for headings, the others for characters that none of them has. */
  readonly family:
    | 'Mingbai Song'
    | 'Mingbai Hei'
    | 'Mingbai Kai'
    | 'Mingbai Rare'
    | 'Mingbai Rarer'
    | 'Mingbai Rarest'
    | 'Mingbai Symbols';
  readonly weight: number;
  /** The name that the PDF shows, and by which the font is found where it is installed. */
  readonly postScriptName: string;
  /** Absolute path of the file in its npm package: TTF, or WOFF2, which only a page can load. */
  readonly path: string;
  /** Which characters a part of a font holds, as CSS writes it: `U+20000-203ff, U+20500`. */
  readonly unicodeRange?: string;
}

const SERIF = '@expo-google-fonts/noto-serif-sc';
const SANS = '@expo-google-fonts/noto-sans-sc';
const SERIF_JP = '@expo-google-fonts/noto-serif-jp';
const SERIF_HK = '@expo-google-fonts/noto-serif-hk';
const HANA_MIN = 'hanamin';
const WENKAI = '@fontsource/lxgw-wenkai';
const SYMBOLS = '@expo-google-fonts/noto-sans-symbols-2';
const { resolve } = createRequire(import.meta.url);

/**
 * The fonts that are one file: Noto Serif SC as Song, Noto Sans SC as Hei, LXGW WenKai as Kai, each with all its
 * characters. What they lack, rare characters of names and signs such as ☑, comes from the others, of one weight; a booklet
 * without such characters holds nothing of them.
 */
const WHOLE: readonly FontFile[] = [
  {
    family: 'Mingbai Song',
    weight: 400,
    postScriptName: 'NotoSerifSC-Regular',
    path: resolve(`${SERIF}/400Regular/NotoSerifSC_400Regular.ttf`),
  },
  {
    family: 'Mingbai Song',
    weight: 700,
    postScriptName: 'NotoSerifSC-Bold',
    path: resolve(`${SERIF}/700Bold/NotoSerifSC_700Bold.ttf`),
  },
  {
    family: 'Mingbai Hei',
    weight: 400,
    postScriptName: 'NotoSansSC-Regular',
    path: resolve(`${SANS}/400Regular/NotoSansSC_400Regular.ttf`),
  },
  {
    family: 'Mingbai Hei',
    weight: 500,
    postScriptName: 'NotoSansSC-Medium',
    path: resolve(`${SANS}/500Medium/NotoSansSC_500Medium.ttf`),
  },
  {
    family: 'Mingbai Kai',
    weight: 400,
    postScriptName: 'LXGWWenKai-Regular',
    // The file of the weight that its package calls 500 is the font that calls itself regular.
    path: resolve(`${WENKAI}/files/lxgw-wenkai-latin-500-normal.woff2`),
  },
  {
    family: 'Mingbai Rare',
    weight: 400,
    postScriptName: 'NotoSerifJP-Regular',
    path: resolve(`${SERIF_JP}/400Regular/NotoSerifJP_400Regular.ttf`),
  },
  {
    family: 'Mingbai Rarer',
    weight: 400,
    postScriptName: 'NotoSerifHK-Regular',
    path: resolve(`${SERIF_HK}/400Regular/NotoSerifHK_400Regular.ttf`),
  },
  {
    family: 'Mingbai Symbols',
    weight: 400,
    postScriptName: 'NotoSansSymbols2-Regular',
    path: resolve(`${SYMBOLS}/400Regular/NotoSansSymbols2_400Regular.ttf`),
  },
];

/** Whether a font is in a form that no system but only a page can load. */
export function isPacked({ path }: Pick<FontFile, 'path'>): boolean {
  return path.endsWith('.woff2');
}

/** Every font of the PDF. */
export const fontFiles: readonly FontFile[] = [...WHOLE, ...hanaMin()];

/**
 * HanaMin, of which a browser loads only the part with a character that is needed: the characters of Unicode's extensions
 * A to F, some eighty thousand, most of which occur in names only. Its parts are listed in the style sheet of its package.
 */
function hanaMin(): readonly FontFile[] {
  const sheet = resolve(`${HANA_MIN}/HanaMin.css`);
  const part =
    /url\((?<file>(?<name>HanaMin[AB])\.[\w-]+-Extension-[A-F][\w-]*\.woff2)\)[^}]*unicode-range: (?<range>[^;]+);/g;
  return [...readFileSync(sheet, 'utf8').matchAll(part)].map(({ groups = {} }) => ({
    family: 'Mingbai Rarest',
    weight: 400,
    postScriptName: groups['name'] ?? '',
    path: join(dirname(sheet), groups['file'] ?? ''),
    unicodeRange: groups['range'] ?? '',
  }));
}

/**
 * The @font-face rules, injected when printing; web pages never load them.
 *
 * @param installed whether the browser was started with these very files as its system fonts (see
 * font-configuration.ts). Then they are taken from there, four times faster (0.1 s against 0.45 s a
 * booklet); elsewhere an installed font of this name may be another version, so only the files serve.
 */
export function fontFaceCss(installed: boolean): string {
  return fontFiles
    .map(({ family, weight, postScriptName, path, unicodeRange }) => {
      const url = `url("${pathToFileURL(path).href}")`;
      if (unicodeRange !== undefined) {
        return `@font-face { font-family: "${family}"; src: ${url} format("woff2"); unicode-range: ${unicodeRange}; }`;
      }
      const file = `${url} format("${isPacked({ path }) ? 'woff2' : 'truetype'}")`;
      const source = installed && !isPacked({ path }) ? `local("${postScriptName}"), ${file}` : file;
      return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: ${source}; }`;
    })
    .join('\n');
}
