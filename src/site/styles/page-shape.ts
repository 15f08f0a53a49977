import type { LyingMargins, PageLayout, UprightMargins } from '../../pack/page-layout-schema.ts';

/** A4, in millimetres. */
const SHORT = 210;
const LONG = 297;

/** A page's size and margins as CSS says them, and the room between the margins, in millimetres. */
export interface PageShape {
  /** Rules of the page, and where both sides of a sheet differ, of right and of left pages. */
  readonly rules: string;
  readonly sides?: readonly [right: string, left: string];
  readonly width: number;
  readonly height: number;
  /** Whether the page lies on its side. */
  readonly lying: boolean;
}

/** The shape of an upright page: where both sides are printed, the inner margin is to the left of right pages only. */
export function uprightShape(
  { top, bottom, inner, outer }: UprightMargins,
  { bothSides }: Pick<PageLayout, 'bothSides'>,
): PageShape {
  const room = { width: SHORT - inner - outer, height: LONG - top - bottom, lying: false };
  const margins = (left: number, right: number): string =>
    `margin:${top}mm ${right}mm ${bottom}mm ${left}mm;`;
  const rules = `size:A4;${margins(inner, outer)}`;
  return bothSides
    ? { rules, sides: [margins(inner, outer), margins(outer, inner)], ...room }
    : { rules, ...room };
}

/** The shape of a page that lies on its side. */
export function lyingShape({ top, bottom, left, right }: LyingMargins): PageShape {
  return {
    rules: `size:A4 landscape;margin:${top}mm ${right}mm ${bottom}mm ${left}mm;`,
    width: LONG - left - right,
    height: SHORT - top - bottom,
    lying: true,
  };
}
