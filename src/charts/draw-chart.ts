import type { Element } from 'hast';
import { remembered } from '../source/remembered.ts';
import type { Chart } from './chart.ts';
import { drawBars } from './draw-bars.ts';
import { drawFlow } from './draw-flow.ts';

/** A chart's picture, as its kind is drawn; undefined where nothing is to be shown. */
export const drawChart = remembered((chart: Chart): Element | undefined =>
  chart.flow === undefined ? drawBars(chart) : drawFlow(chart),
);
