import type { Element } from 'hast';
import { isDisclosed } from './chart.ts';
import { draw, INKS } from './draw.ts';
import type { YearSeries } from './years.ts';

const HEIGHT = 168;
const FONT = 13;
/** A line needs two points. */
const FEWEST = 2;

/**
 * A figure through the years as a line that begins at zero, each year with its amount. A year that is not disclosed
 * breaks the line. Undefined where there is no line to draw.
 */
export function drawYears(series: YearSeries): Element | undefined {
  const { values } = series;
  const known = values.filter(({ value }) => isDisclosed(value));
  if (known.length < FEWEST) return undefined;
  const option = {
    grid: { left: 12, right: 12, top: 30, bottom: 24 },
    xAxis: {
      type: 'category',
      data: values.map(({ year }) => `${year}年`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INKS.rule } },
      axisLabel: { fontSize: FONT, color: INKS.text, hideOverlap: true },
    },
    yAxis: { type: 'value', show: false, max: 'dataMax' },
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { width: 2.5, color: INKS.main },
        itemStyle: { color: INKS.main },
        label: {
          show: true,
          position: 'top',
          distance: 8,
          fontSize: FONT,
          color: INKS.text,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
            values[dataIndex]?.value.printed ?? '',
        },
        labelLayout: { hideOverlap: true },
        data: values.map(({ value }) => (isDisclosed(value) ? Number(value.value) : null)),
      },
    ],
  };
  return draw({ option, height: HEIGHT, description: describeYears(series) });
}

function describeYears({ label, values }: YearSeries): string {
  const amounts = values
    .filter(({ value }) => isDisclosed(value))
    .map(({ year, value: { printed, unit } }) => `${year}年${printed}${unit}`);
  return `${label}：${amounts.join('，')}。`;
}
