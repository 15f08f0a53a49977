import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** One weight of one of the booklet's two families. */
export interface FontFile {
  /** The CSS name: Song for text, Hei for headings. */
  readonly family: 'Mingbai Song' | 'Mingbai Hei';
  readonly weight: number;
  /** The name that the PDF shows, and by which the font is found where it is installed. */
  readonly postScriptName: string;
  /** Absolute path of the TTF in its npm package. */
  readonly path: string;
}

const SERIF = '@expo-google-fonts/noto-serif-sc';
const SANS = '@expo-google-fonts/noto-sans-sc';
const { resolve } = createRequire(import.meta.url);

/** Every font of the PDF: Noto Serif SC as Song, Noto Sans SC as Hei, each with all its characters. */
export const fontFiles: readonly FontFile[] = [
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
];

/**
 * The @font-face rules, injected when printing; web pages never load them.
 *
 * @param installed whether the browser was started with these very files as its system fonts (see
 * font-configuration.ts). Then they are taken from there, four times faster (0.1 s against 0.45 s a
 * booklet); elsewhere an installed font of this name may be another version, so only the files serve.
 */
export function fontFaceCss(installed: boolean): string {
  return fontFiles
    .map(({ family, weight, postScriptName, path }) => {
      const file = `url("${pathToFileURL(path).href}") format("truetype")`;
      const source = installed ? `local("${postScriptName}"), ${file}` : file;
      return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: ${source}; }`;
    })
    .join('\n');
}
