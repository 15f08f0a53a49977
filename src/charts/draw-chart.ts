import type { Element } from 'hast';
import { remembered } from '../source/remembered.ts';
import type { Chart } from './chart.ts';
import { drawBars, ON_PAPER, ON_SCREEN } from './draw-bars.ts';
import { drawFlow } from './draw-flow.ts';

/** A chart's picture, as its kind is drawn; undefined where nothing is to be shown. */
export const drawChart = remembered((chart: Chart): Element | undefined =>
  chart.flow === undefined ? drawBars(chart, ON_SCREEN) : drawFlow(chart),
);

/** The same for the booklet's print, in which it stands in half the width of the text. */
export const drawPrintedChart = remembered((chart: Chart): Element | undefined =>
  chart.flow === undefined ? drawBars(chart, ON_PAPER) : drawFlow(chart),
);
