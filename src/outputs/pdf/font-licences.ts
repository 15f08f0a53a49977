import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontTerms } from '../../accounts/fonts/own-fonts.ts';

const ADOBE_SERIF = ['(c) 2017-2024 Adobe (http://www.adobe.com/).'] as const;

/** The program's own fonts. All under the SIL Open Font License 1.1; HanaMin at choice under a shorter licence of its own. */
export const FONT_LICENCES: readonly FontTerms[] = [
  {
    name: 'Noto Serif SC',
    postScriptNames: ['NotoSerifSC-Regular', 'NotoSerifSC-Bold'],
    notice: ADOBE_SERIF,
  },
  {
    name: 'Noto Sans SC',
    postScriptNames: ['NotoSansSC-Regular', 'NotoSansSC-Medium'],
    notice: ["(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'."],
  },
  {
    name: 'LXGW WenKai (霞鹜文楷)',
    postScriptNames: ['LXGWWenKai-Regular'],
    notice: [
      'Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai)',
      'Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)',
    ],
  },
  { name: 'Noto Serif JP', postScriptNames: ['NotoSerifJP-Regular'], notice: ADOBE_SERIF },
  { name: 'Noto Serif HK', postScriptNames: ['NotoSerifHK-Regular'], notice: ADOBE_SERIF },
  {
    name: 'Noto Sans Symbols 2',
    postScriptNames: ['NotoSansSymbols2-Regular'],
    notice: ['Copyright 2022 The Noto Project Authors (https://github.com/notofonts/symbols)'],
  },
  {
    name: 'HanaMinA, HanaMinB (花園明朝)',
    postScriptNames: ['HanaMinA', 'HanaMinB'],
    notice: [
      'Created by GlyphWiki. (http://glyphwiki.org/)',
      'Copyright GlyphWiki Project, with Reserved Font Name "Hanazono Font", "HanaMinA", "HanaMinB",',
      '"花園フォント", "花園明朝A", and "花園明朝B".',
      'Also under the Hanazono Font License: unlimited permission is granted to use, copy, and distribute',
      'this font, with or without modification, either commercially or noncommercially, without warranty.',
    ],
  },
];

const RULE = '-'.repeat(60);

/**
 * The notices of fonts, and the licence that all of them have, as a text that goes with what embeds them.
 *
 * @param embedded the PostScript names of the fonts; without it, all that PDF files of this program can hold
 * @param own fonts of the body's, whose terms stand apart, as their files state them
 */
export function fontLicences(embedded?: readonly string[], own: readonly FontTerms[] = []): string {
  const isEmbedded = ({ postScriptNames }: FontTerms): boolean =>
    embedded === undefined || postScriptNames.some((name) => embedded.includes(name));
  const fonts = FONT_LICENCES.filter(isEmbedded);
  return [
    embedded === undefined
      ? '本站的 PDF 嵌入下列字体中用到的那些字（子集）；网页用读者自己的字体。\nThe PDF files of this site embed subsets of these fonts; its pages use the reader’s own.'
      : '本 PDF 嵌入下列字体中用到的那些字（子集）。\nThis PDF file embeds subsets of these fonts.',
    ...fonts.map(noticeOf),
    'These fonts are licensed under the SIL Open Font License, Version 1.1, which is copied below and is\nalso available with a FAQ at https://openfontlicense.org',
    openFontLicence(),
    ...ownTerms(own.filter(isEmbedded)),
  ].join(`\n\n`);
}

function noticeOf({ name, postScriptNames, notice }: FontTerms): string {
  return [name, `(${postScriptNames.join(', ')})`, ...notice].join('\n');
}

function ownTerms(fonts: readonly FontTerms[]): readonly string[] {
  if (fonts.length === 0) return [];
  const head =
    '下列字体由发布单位提供，不在上面的许可之内；版权和许可照字体文件里写的列出。\nThese fonts were provided by the publisher, and are not covered by the licence above. Their files state:';
  return [`${RULE}\n${head}`, `${fonts.map(noticeOf).join('\n\n')}\n`];
}

/** The text of the licence, as the package of one of the fonts has it. */
function openFontLicence(): string {
  const { resolve } = createRequire(import.meta.url);
  const text = readFileSync(resolve('@expo-google-fonts/noto-sans-sc/LICENSE_FONT'), 'utf8');
  const body = text.slice(text.indexOf('SIL OPEN FONT LICENSE Version 1.1'));
  return `${RULE}\n${body.trimEnd()}\n`;
}
