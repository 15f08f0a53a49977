import type { Element } from 'hast';
import { brokenLines } from './broken-lines.ts';
import { describeChart, shownRows, type Chart, type ChartRow } from './chart.ts';
import { draw, INKS } from './draw.ts';

/** Room for the two lines of a name and its amount: no label can meet the next. */
const GAP = 34;
/** What all flows together are high. */
const FLOW = 180;
const NODE = 6;
const FONT = 12;
/** A long name is broken, so that it stays on its side of the picture. */
const NAME_LENGTH = 14;
const WHOLE = 'whole';

/**
 * A flow from sources on the left through one whole to uses on the right, each as thick as its amount, with its name and
 * its amount upon it: it reads on the screen of a phone, and needs no legend. Undefined where nothing is to be shown.
 */
export function drawFlow(chart: Chart): Element | undefined {
  const rows = shownRows(chart);
  const isSource = ({ name }: ChartRow): boolean => chart.flow?.sources.includes(name.nameOf) === true;
  const [sources, uses] = [rows.filter(isSource), rows.filter((row) => !isSource(row))];
  if (sources.length === 0 || uses.length === 0) return undefined;
  const height = FLOW + Math.max(sources.length, uses.length) * GAP;
  const series = {
    type: 'sankey',
    ...{ left: 0, right: 0, top: GAP / 2, bottom: GAP / 2 },
    ...{ nodeWidth: NODE, nodeGap: GAP, layoutIterations: 0, draggable: false },
    itemStyle: { color: INKS.main },
    lineStyle: { color: INKS.tint, opacity: 1, curveness: 0.5 },
    data: [
      ...sources.map((row) => node(row, 'right')),
      { name: WHOLE, label: { show: false } },
      ...uses.map((row) => node(row, 'left')),
    ],
    links: [
      ...sources.map((row) => ({ source: row.name.nameOf, target: WHOLE, value: sizeOf(row) })),
      ...uses.map((row) => ({ source: WHOLE, target: row.name.nameOf, value: sizeOf(row) })),
    ],
  };
  return draw({ option: { series }, height, description: describeChart(chart) });
}

function sizeOf({ values }: ChartRow): number {
  return Number(values[0]?.value);
}

function node({ name, values }: ChartRow, side: 'left' | 'right'): object {
  const { text, nameOf } = name;
  const label = [...brokenLines(text, NAME_LENGTH), values[0]?.printed ?? ''].join('\n');
  return {
    name: nameOf,
    label: { position: side, fontSize: FONT, lineHeight: FONT + 3, color: INKS.text, formatter: () => label },
  };
}
