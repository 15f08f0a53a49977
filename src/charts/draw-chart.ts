import type { Element } from 'hast';
import type { Chart } from './chart.ts';
import { drawBars } from './draw-bars.ts';
import { drawFlow } from './draw-flow.ts';

/** A chart's picture, as its kind is drawn; undefined where nothing is to be shown. */
export function drawChart(chart: Chart): Element | undefined {
  return chart.flow === undefined ? drawBars(chart) : drawFlow(chart);
}
