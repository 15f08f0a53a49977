import type { Element } from 'hast';
import { describeChart, seriesName, shownRows, type Chart } from './chart.ts';
import { draw, INKS } from './draw.ts';

/** How bars are drawn for where they are seen; all in units of the picture, in which letters are of one size. */
export interface BarSizes {
  /** Of the picture, if not the usual one. */
  readonly width?: number;
  /** How thick a bar is. */
  readonly bar: number;
  /** Room above the bars of a row for its label. */
  readonly label: number;
}

export const ON_SCREEN: BarSizes = { bar: 14, label: 30 };

/**
 * Half as wide as the text of a sheet of A4, some 73 mm, a unit is 0.71 pt, and letters have nine points: what is printed beside
 * them has no smaller ones. Rows stand closer, so that the charts take no more room than they would on a screen.
 */
export const ON_PAPER: BarSizes = { width: 290, bar: 12, label: 26 };

const GAP = 3;
const FONT = 13;
/** The least room beside the longest bar for what it says: an amount, or a name and an amount. */
const VALUE = { single: 66, named: 122 };
/** Between a bar and what it says, and to the edge of the picture. */
const AROUND = 8;
/** About how wide digits and points are, in letters of Han. */
const NARROW = 0.56;

/**
 * A chart's rows as horizontal bars, each with its name above and its amount at its end: no label can meet another,
 * and none needs a legend. Undefined where nothing is to be shown.
 */
export function drawBars(chart: Chart, { width, bar, label }: BarSizes): Element | undefined {
  const rows = shownRows(chart);
  if (rows.length === 0) return undefined;
  const bars = chart.series.length * (bar + GAP) - GAP;
  const option = {
    grid: {
      left: 0,
      right: roomForValues(chart),
      top: label / 2,
      bottom: 0,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', show: false, max: 'dataMax' },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name.text),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: rowLabels(bars),
    },
    series: chart.series.map((_, index) => ({
      type: 'bar',
      barWidth: bar,
      barGap: `${(GAP / bar) * 100}%`,
      itemStyle: { color: index === chart.series.length - 1 ? INKS.main : INKS.second },
      label: valueLabels(chart, index),
      data: rows.map(({ values }) => Number(values[index]?.value)),
    })),
  };
  const height = label / 2 + rows.length * (bars + label);
  return draw({ option, height, ...(width && { width }), description: describeChart(chart) });
}

function rowLabels(bars: number): object {
  return {
    inside: true,
    interval: 0,
    margin: 0,
    align: 'left',
    verticalAlign: 'bottom',
    padding: [0, 0, bars / 2 + 5, 0],
    fontSize: FONT,
    color: INKS.text,
  };
}

/** Wider than usual for amounts of many digits: what is outside of the picture is cut off. */
function roomForValues(chart: Chart): number {
  const texts = chart.series.flatMap((_, index) => valueTexts(chart, index));
  const widths = texts.map((text) => {
    const narrow = text.match(/[\x20-\x7e]/gu)?.length ?? 0;
    return FONT * ([...text].length - narrow + NARROW * narrow);
  });
  return Math.max(
    chart.series.length > 1 ? VALUE.named : VALUE.single,
    ...widths.map((width) => width + AROUND),
  );
}

function valueTexts(chart: Chart, index: number): readonly string[] {
  return shownRows(chart).map(({ values }) =>
    `${seriesName(chart, index)} ${values[index]?.printed ?? ''}`.trim(),
  );
}

function valueLabels(chart: Chart, index: number): object {
  const texts = valueTexts(chart, index);
  return {
    show: true,
    position: 'right',
    fontSize: FONT,
    color: INKS.text,
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => texts[dataIndex] ?? '',
  };
}
