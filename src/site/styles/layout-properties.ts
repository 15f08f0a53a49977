import type { HeadingStyle, PageLayout } from '../../pack/page-layout-schema.ts';
import type { PageShape } from './page-shape.ts';
import { familyOf } from './typefaces.ts';

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/**
 * What the print's stylesheets take from a layout, as custom properties of the page.
 *
 * @param text the shape of the pages of text
 */
export function layoutProperties(layout: PageLayout, text: PageShape): string {
  const { body, title, part, first, second, table } = layout;
  const leading = body.leading ?? linePitch(text.height, body.lines ?? 1);
  const { family } = familyOf(body.typeface);
  const headings = Object.entries({ title, part, first, second, table });
  return [
    `--text-font:${family}`,
    `--text-size:${body.size}pt`,
    `--leading:${leading}pt`,
    `--spacing:${spacing(body, text.width)}pt`,
    `--indent:${2 * (body.size + spacing(body, text.width))}pt`,
    ...headings.flatMap(([name, style]) => headingProperties(name, style, leading)),
  ].join(';');
}

function headingProperties(name: string, style: HeadingStyle, leading: number): readonly string[] {
  const { family, weight } = familyOf(style.typeface);
  return [
    `--${name}-font:${family}`,
    `--${name}-weight:${weight}`,
    `--${name}-size:${style.size}pt`,
    `--${name}-leading:${style.leading ?? leading}pt`,
    `--${name}-before:${style.before}pt`,
    `--${name}-after:${style.after}pt`,
  ];
}

/** So many lines fill the height, and no fewer fit: rounded down, or the last would not. */
function linePitch(height: number, lines: number): number {
  return Math.floor((100 * height * POINTS_PER_MILLIMETRE) / lines) / 100;
}

/** What is between characters, so that a line holds as many as the layout says. */
function spacing({ signs, size }: PageLayout['body'], width: number): number {
  if (signs === undefined) return 0;
  return Math.floor(1000 * ((width * POINTS_PER_MILLIMETRE) / signs - size)) / 1000;
}
