import type { PageLayout } from '../../pack/page-layout-schema.ts';
import { cssString } from './css-string.ts';
import { fontOf } from './typefaces.ts';

const SIDEWAYS = 'writing-mode:vertical-rl;text-orientation:sideways;vertical-align:middle;';

/** Where the number of an outer side stands on right and on left pages, upright and lying, and how it lies there. */
const OUTER = {
  upright: [
    ['bottom-right', 'vertical-align:bottom;text-align:right;'],
    ['bottom-left', 'vertical-align:bottom;text-align:left;'],
  ],
  // A sheet that lies on its side is bound at its upper edge: its foot is to the left, and the number stands upright in the book.
  lying: [
    ['left-bottom', `${SIDEWAYS}text-align:right;`],
    ['left-top', `${SIDEWAYS}text-align:left;`],
  ],
} as const;

/**
 * The rules of the page number for all upright pages of a name, or for all pages.
 *
 * @param page what the rules are of: `@page`, or `@page page-3` of a lying page
 */
export function numberRules(page: string, { number }: PageLayout, lying: boolean): string {
  const { form, size, side, indent, foot } = number;
  const font = `content:${contentOf(form)};font:${fontOf(number.typeface)};font-size:${size}pt;line-height:1;`;
  const up = `padding-bottom:${foot}mm;`;
  if (side === '居中') {
    return lying ? '' : `${page}{@bottom-center{${font}${up}vertical-align:bottom}}`;
  }
  const away = `${size * indent}pt`;
  const [right, left] = lying ? OUTER.lying : OUTER.upright;
  if (!lying) {
    return [
      `${page}:right{@${right[0]}{${font}${up}padding-right:${away};${right[1]}}}`,
      `${page}:left{@${left[0]}{${font}${up}padding-left:${away};${left[1]}}}`,
    ].join('');
  }
  const none = '@bottom-right{content:none}@bottom-left{content:none}';
  return [
    `${page}:right{${none}@${right[0]}{${font}padding-left:${foot}mm;padding-bottom:${away};${right[1]}}}`,
    `${page}:left{${none}@${left[0]}{${font}padding-left:${foot}mm;padding-top:${away};${left[1]}}}`,
  ].join('');
}

/** `第 {页} 页` as the content of a margin box. */
function contentOf(form: string): string {
  return form
    .split(/(\{页\}|\{总页\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '{页}') return 'counter(page)';
      return piece === '{总页}' ? 'counter(pages)' : cssString(piece);
    })
    .join(' ');
}
