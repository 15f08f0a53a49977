import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { brokenLines } from './broken-lines.ts';
import { fullTitle, type Chart } from './chart.ts';
import { drawChart } from './draw-chart.ts';

/** As the light theme of the pages: a file has no stylesheet, and programs that open it know no custom properties. */
const INKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ink-main': { fill: '#1b4f80' },
  'ink-second': { fill: '#77889c' },
  'ink-text': { fill: '#1d1b18' },
  'ink-tint': { fill: '#dbe1e6' },
  'ink-rule': { fill: '#8b8477' },
  'ink-main-line': { fill: 'none', stroke: '#1b4f80' },
  'ink-rule-line': { fill: 'none', stroke: '#8b8477' },
};
const PAPER = '#fbfaf7';
const FONTS = "'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif";
const MARGIN = 16;
/** Letters are about as wide as they are high. */
const TITLE = { size: 15, line: 22, letters: 23 };
const SOURCE = { size: 11, line: 16, letters: 31 };

/**
 * A chart's picture as a file of its own: with its title above and where it is from below it, in colours and fonts that it
 * names itself. Undefined where the chart has nothing to show.
 *
 * @param source `示例市政务服务局2023年度部门决算公开说明`
 */
export function chartSvg(chart: Chart, source: string): string | undefined {
  const picture = drawChart(chart);
  if (picture === undefined) return undefined;
  const [, , width = 0, height = 0] = String(picture.properties['viewBox']).split(' ').map(Number);
  const title = brokenLines(`${fullTitle(chart)}（万元）`, TITLE.letters);
  const foot = brokenLines(`来源：${source}`, SOURCE.letters);
  const top = MARGIN + title.length * TITLE.line;
  const whole = top + height + foot.length * SOURCE.line + 2 * MARGIN;
  const full = width + 2 * MARGIN;
  const svg = s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${full} ${whole}`,
      width: full,
      height: whole,
      'font-family': FONTS,
      role: 'img',
      ariaLabel: String(picture.properties['ariaLabel']),
    },
    [
      s('rect', { width: full, height: whole, fill: PAPER }),
      ...title.map((text, index) =>
        line(text, MARGIN + (index + 1) * TITLE.line - 6, TITLE.size, INKS['ink-text'], 'bold'),
      ),
      s('g', { transform: `translate(${MARGIN} ${top})` }, picture.children.map(coloured)),
      ...foot.map((text, index) =>
        line(text, top + height + MARGIN + (index + 1) * SOURCE.line - 4, SOURCE.size, { fill: '#5d574d' }),
      ),
    ],
  );
  // HTML lets `]]>` stand in a text, XML does not.
  const xml = toHtml(svg, { space: 'svg', closeEmptyElements: true }).replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

function line(
  text: string,
  y: number,
  size: number,
  ink: Readonly<Record<string, string>> = {},
  weight = 'normal',
): Element {
  return s('text', { x: MARGIN, y, 'font-size': size, 'font-weight': weight, ...ink }, text);
}

/** An element with the colours of its classes as attributes. */
function coloured(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const { className, ...rest } = node.properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const inks = Object.assign({}, ...classes.map((name) => INKS[name])) as Readonly<Record<string, string>>;
  return { ...node, properties: { ...rest, ...inks }, children: node.children.map(coloured) };
}
