import { z } from 'zod';
import { fields } from './fields.ts';

/** The typefaces that a layout of the print can ask for. */
export const TYPEFACES = ['宋体', '小标宋', '黑体', '楷体', '仿宋'] as const;
export type Typeface = (typeof TYPEFACES)[number];

/** The name of a file in `content/fonts/`. */
function fontName(example: string) {
  return z
    .string()
    .regex(
      /^[^./\\][^/\\]*\.[tToO][tT][fF]$/u,
      `应为 content/fonts/ 里的文件名，以 .ttf 结尾，例如 ${example}；.ttc 是几种字体合成的一个文件，请用字体软件导出其中一种`,
    )
    .meta({ examples: [example] })
    .optional();
}

const HOW = '用 content/fonts/ 下的哪个文件印，例如 ';

/** Font files of the body's own, for the typefaces of the print. */
export const ownFontFields = fields({
  宋体: ['宋体', fontName('宋体.ttf'), `${HOW}宋体.ttf；书刊版式的正文，表`],
  小标宋: ['小标宋', fontName('小标宋.ttf'), `${HOW}小标宋.ttf；书名，公文版式的标题`],
  黑体: ['黑体', fontName('黑体.ttf'), `${HOW}黑体.ttf；标题，图表`],
  楷体: ['楷体', fontName('楷体.ttf'), `${HOW}楷体.ttf；公文版式的二级标题`],
  仿宋: ['仿宋', fontName('仿宋.ttf'), `${HOW}仿宋.ttf；公文版式的正文，不写的印宋体`],
});
