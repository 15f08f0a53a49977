import type { Element } from 'hast';
import { isDisclosed } from './chart.ts';
import { draw, INKS } from './draw.ts';
import type { YearSeries, YearValue } from './years.ts';

/** Small pictures: several lines stand beside each other, each with its own scale. */
const WIDTH = 280;
const HEIGHT = 132;
/** Room below for the years, and for what is said of one that is not disclosed. */
const YEARS = 28;
const UNDISCLOSED = 18;
const FONT = 13;
/** A line needs two points. */
const FEWEST = 2;

function yearLabel({ year, value, unknown }: YearValue): string {
  return isDisclosed(value) ? `${year}年` : `${year}年\n${unknown}`;
}

/**
 * A figure through the years as a line over a ground that begins at zero, each year with its amount. A year that is not
 * disclosed breaks the line and says so. Undefined where there is no line to draw.
 */
export function drawYears(series: YearSeries): Element | undefined {
  const { values } = series;
  const known = values.filter(({ value }) => isDisclosed(value));
  if (known.length < FEWEST) return undefined;
  const below = YEARS + (known.length < values.length ? UNDISCLOSED : 0);
  const option = {
    grid: { left: 0, right: 0, top: 28, bottom: below, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: values.map(yearLabel),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INKS.rule } },
      axisLabel: { fontSize: FONT, lineHeight: UNDISCLOSED, color: INKS.text, hideOverlap: true },
    },
    yAxis: { type: 'value', show: false, max: 'dataMax' },
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { width: 2.5, color: INKS.main },
        itemStyle: { color: INKS.main },
        areaStyle: { color: INKS.tint, opacity: 1 },
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
  return draw({ option, width: WIDTH, height: HEIGHT + below, description: describeYears(series) });
}

function describeYears({ label, values }: YearSeries): string {
  const amounts = values
    .filter(({ value }) => isDisclosed(value))
    .map(({ year, value: { printed, unit } }) => `${year}年${printed}${unit}`);
  return `${label}：${amounts.join('，')}。`;
}
