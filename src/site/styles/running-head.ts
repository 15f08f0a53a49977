import { cssString } from './css-string.ts';

/** A sign of a head, in millimetres (9 pt), and the part of a page's width that its right side has where nothing else is said. */
const SIGN = 3.175;
const RIGHT = 0.45;

/** One line over the page, at the same height on all: the booklet's title to the left, what is on the page to the right. */
export function runningHead(): string {
  const box =
    'height:7mm;margin-top:16mm;margin-bottom:auto;border-bottom:0.75pt solid #777;font:9pt/1 var(--song);';
  return [
    '@page{',
    `@top-left{content:var(--running-head);width:${100 * (1 - RIGHT)}%;${box}text-align:left}`,
    `@top-right{content:'';width:${100 * RIGHT}%;${box}text-align:right}`,
    '}',
  ].join('');
}

/**
 * What the head of pages says to its right, with as much of the width as that needs.
 *
 * @param left what it says to its left
 * @param width of the page's room, in millimetres
 */
export function sideTitle(right: string, left: string, width: number): string {
  const share = rightShare(right, left, width);
  const [leftWidth, rightWidth] =
    share === undefined ? ['', ''] : [`@top-left{width:${100 - share}%}`, `width:${share}%;`];
  return `${leftWidth}@top-right{${rightWidth}content:${cssString(right)}}`;
}

/** The part of the head's width, in percent, for a long text to its right, if the one to its left leaves it so much. */
function rightShare(right: string, left: string, width: number): number | undefined {
  const needed = lengthOf(right) + SIGN;
  const fits = lengthOf(right) <= width * RIGHT;
  if (fits || needed + lengthOf(left) > width) return undefined;
  return Math.ceil((100 * needed) / width);
}

/** About how long a text of a head is, in millimetres: letters and digits take half of a Chinese sign's width. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u0020-\u024f]/u.test(sign) ? SIGN / 2 : SIGN), 0);
}
