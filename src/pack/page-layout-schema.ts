import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields, type Field } from '../accounts/schema/fields.ts';
import { TYPEFACES } from '../accounts/schema/typefaces.ts';

/** A measure with at most two decimals. */
function measure(most: number) {
  return z
    .string()
    .regex(/^(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?$/, `应为 0 至 ${most} 的数，最多两位小数`)
    .transform(Number)
    .refine((value) => value <= most, `应不大于 ${most}`);
}

const millimetres = measure(100);
const points = measure(72);
const size = measure(72).refine((value) => value >= 9, '应不小于 9 磅（小五），再小印出来就不好认了');
const count = z
  .string()
  .regex(/^[1-9]\d?$/, '应为 1 至 99 的整数')
  .transform(Number);
const yes = z.enum(['是', '否']).transform((word) => word === '是');
const printed = z.enum(['印', '不印']).transform((word) => word === '印');

const typeface = z.enum(TYPEFACES);

/** Margins of an upright page, in millimetres: the inner one is where sheets are bound. */
const upright = fields({
  top: ['上', millimetres, '天头'],
  bottom: ['下', millimetres, '地脚'],
  inner: ['订口', millimetres, '装订的一边；单面印的在左'],
  outer: ['切口', millimetres, '装订的对边'],
});
export type UprightMargins = z.output<typeof upright>;

/** Margins of a page that lies on its side, as it is read, in millimetres. */
const lying = fields({
  top: ['上', millimetres],
  bottom: ['下', millimetres],
  left: ['左', millimetres],
  right: ['右', millimetres],
});
export type LyingMargins = z.output<typeof lying>;

const LETTERS = {
  typeface: ['字体', typeface],
  size: ['字号', size, '磅：小五 9，小四 12，四号 14，三号 16，二号 22'],
} as const satisfies Record<string, Field>;

/** A kind of headings; what is not said of its lines is as in the text. */
const heading = fields({
  ...LETTERS,
  leading: ['行距', points.optional(), '磅；不写的与正文相同'],
  before: ['段前', points.default(0), '磅'],
  after: ['段后', points.default(0), '磅'],
});
export type HeadingStyle = z.output<typeof heading>;

/** How the page number is written: `{页}` stands for it, `{总页}` for how many there are. */
const numberForm = text.refine((form) => form.includes('{页}'), '应有 {页}，代表页码');

/**
 * `layouts/<name>.yaml`: sizes, margins and typefaces of the print. Pages are A4; lengths are in millimetres, sizes of
 * letters and lines in points.
 */
export const pageLayoutSchema = fields({
  about: ['说明', text, '这种版式照什么'],
  bothSides: ['双面', yes, '是：订口在单页的左边、双页的右边'],
  text: ['文字页', upright, '正文各页的边距，毫米'],
  overview: ['目录页', upright, '目录和一图看懂的边距'],
  upright: ['纵表页', upright, '纵向的表和自评表的边距'],
  uprightTight: ['纵表页紧排', upright, '多几行就放不下的表的边距'],
  wide: ['横表页', lying, '横向的表的边距；横着看的上下左右'],
  wideTight: ['横表页紧排', lying, '多几行就放不下的横表的边距'],
  body: [
    '正文',
    fields({
      ...LETTERS,
      leading: ['行距', points.optional(), '磅；写了“每页行数”的不写'],
      lines: ['每页行数', count.optional(), '一页文字印几行'],
      signs: ['每行字数', count.optional(), '一行印几个汉字，字距随之缩放；不写的照字号'],
    }).refine(({ leading, lines }) => (leading === undefined) !== (lines === undefined), {
      message: '“行距”和“每页行数”应写一项，只写一项',
    }),
  ],
  title: ['书名', heading],
  part: ['部分标题', heading],
  first: ['一级标题', heading, '一、二、三、'],
  second: ['二级标题', heading, '（一）（二）（三）'],
  table: ['表题', heading, '决算表和自评表的标题'],
  number: [
    '页码',
    fields({
      form: ['写法', numberForm, '{页} 代表页码，{总页} 代表总页数'],
      ...LETTERS,
      side: ['位置', z.enum(['居中', '外侧']), '外侧：单页居右，双页居左'],
      indent: ['空字', measure(9).default(0), '外侧的离边几个字'],
      foot: ['距页底', millimetres, '页码离纸的下边多远，毫米'],
    }),
  ],
  head: ['页眉', printed, '印的，左边是书名，右边是本页的内容'],
});
export type PageLayout = z.output<typeof pageLayoutSchema>;
