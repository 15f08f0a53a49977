import type { Element } from 'hast';
import { describeChart, seriesName, shownRows, type Chart } from './chart.ts';
import { draw, INKS } from './draw.ts';

const BAR = 14;
const GAP = 3;
/** Room above the bars of a row for its label. */
const LABEL = 30;
const FONT = 13;
/** Room beside the longest bar for what it says: an amount, or a name and an amount. */
const VALUE = { single: 66, named: 122 };

/**
 * A chart's rows as horizontal bars, each with its name above and its amount at its end: no label can meet another,
 * and none needs a legend. Undefined where nothing is to be shown.
 */
export function drawBars(chart: Chart): Element | undefined {
  const rows = shownRows(chart);
  if (rows.length === 0) return undefined;
  const bars = chart.series.length * (BAR + GAP) - GAP;
  const named = chart.series.length > 1;
  const option = {
    grid: {
      left: 0,
      right: named ? VALUE.named : VALUE.single,
      top: LABEL / 2,
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
      barWidth: BAR,
      barGap: `${(GAP / BAR) * 100}%`,
      itemStyle: { color: index === chart.series.length - 1 ? INKS.main : INKS.second },
      label: valueLabels(chart, index),
      data: rows.map(({ values }) => Number(values[index]?.value)),
    })),
  };
  const height = LABEL / 2 + rows.length * (bars + LABEL);
  return draw({ option, height, description: describeChart(chart) });
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

function valueLabels(chart: Chart, index: number): object {
  const texts = shownRows(chart).map(({ values }) =>
    `${seriesName(chart, index)} ${values[index]?.printed ?? ''}`.trim(),
  );
  return {
    show: true,
    position: 'right',
    fontSize: FONT,
    color: INKS.text,
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => texts[dataIndex] ?? '',
  };
}
