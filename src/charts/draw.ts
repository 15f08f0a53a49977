import type { Element } from 'hast';
import { init, type EChartsCoreOption } from 'echarts/dist/echarts.esm.min';
import { s } from 'hastscript';

/** Width of a picture in its own units: that of a phone's text, so that its letters are nowhere too small. */
const PICTURE_WIDTH = 360;

/**
 * What is drawn with an ink. ECharts is given these colours, which nobody sees; the page's stylesheet colours the
 * classes, so that a picture follows the theme and needs no style of its own.
 */
export const INKS = {
  main: '#010101',
  second: '#020202',
  text: '#030303',
  rule: '#040404',
  tint: '#050505',
} as const;

const CLASSES = new Map<unknown, string>(Object.entries(INKS).map(([name, ink]) => [ink, `ink-${name}`]));

/** A node of the picture as ECharts' own renderer builds it, before it becomes text. */
interface PictureNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly children?: readonly PictureNode[];
  readonly text?: string;
}

interface SvgPainter {
  renderToVNode(options: { animation: boolean; useViewBox: boolean }): PictureNode;
}

/** Attributes that carry the picture; the rest serves scripts, or is said by the page's stylesheet. */
const KEPT = [
  'd',
  'x',
  'y',
  'transform',
  'text-anchor',
  'dominant-baseline',
  'stroke-width',
  'stroke-dasharray',
];

/** What a picture shows, and what it says to those who do not see it. */
export interface Drawing {
  readonly option: EChartsCoreOption;
  /** In pixels of a screen on which the picture is shown in its own size. */
  readonly height: number;
  readonly width?: number;
  readonly description: string;
}

/**
 * Draws a picture as SVG without styles, scripts and ids, so that it stands under any safety policy and beside any
 * other picture. The same drawing gives the same picture.
 */
export function draw({ option, width = PICTURE_WIDTH, height, description }: Drawing): Element {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, silent: true, ...option });
    const painter = chart.getZr().painter as unknown as SvgPainter;
    const { children = [] } = painter.renderToVNode({ animation: false, useViewBox: true });
    return s(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, role: 'img', ariaLabel: description },
      children.flatMap(drawnElements),
    );
  } finally {
    chart.dispose();
  }
}

/** Leaves out what shows nothing, and groups that hold nothing together. */
function drawnElements(node: PictureNode): readonly Element[] {
  const { tag, attrs, children = [], text } = node;
  if (tag === 'g') return children.flatMap(drawnElements);
  const filled = CLASSES.get(attrs['fill']);
  const stroked = CLASSES.get(attrs['stroke']);
  if (filled === undefined && stroked === undefined) return [];
  const className = [...(filled ? [filled] : []), ...(stroked ? [`${stroked}-line`] : [])];
  const kept = Object.fromEntries(
    KEPT.flatMap((name) => (name in attrs ? [[name, String(attrs[name])]] : [])),
  );
  return [s(tag, { ...kept, ...fontOf(attrs['style']), className }, text ?? '')];
}

/** Size and weight of the letters as attributes; the family is the page's. */
function fontOf(style: unknown): Readonly<Record<string, string>> {
  const declared = typeof style === 'string' ? style : '';
  const value = (name: string): string | undefined => new RegExp(`${name}:([^;]+)`).exec(declared)?.[1];
  const size = value('font-size')?.replace(/px$/, '');
  const weight = value('font-weight');
  return { ...(size && { 'font-size': size }), ...(weight && { 'font-weight': weight }) };
}
