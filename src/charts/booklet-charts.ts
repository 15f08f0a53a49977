import type { BookletSource } from '../document/booklet-source.ts';
import { remembered } from '../source/remembered.ts';
import { shownRows, type Chart } from './chart.ts';
import { budgetChart, threePublicChart } from './budget-charts.ts';
import { expenditureByClass, expenditureByKind } from './expenditure-charts.ts';
import { FigureWords } from './figure-words.ts';
import { flowChart } from './flow-chart.ts';
import { revenueChart } from './revenue-chart.ts';
import { lastYearChart } from './last-year-chart.ts';

const CHARTS = [
  flowChart,
  revenueChart,
  expenditureByClass,
  expenditureByKind,
  lastYearChart,
  budgetChart,
  threePublicChart,
] as const;

/** The charts of a booklet that have something to show, in the order in which a citizen asks. */
export const bookletCharts = remembered((source: BookletSource): readonly Chart[] => {
  const words = new FigureWords(source);
  return CHARTS.map((chart) => chart(words)).filter((chart) => shownRows(chart).length > 0);
});
