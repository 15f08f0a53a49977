import { bookletCharts } from '../../charts/booklet-charts.ts';
import { chartCsv } from '../../charts/chart-csv.ts';
import { chartSvg } from '../../charts/chart-file.ts';
import type { Chart } from '../../charts/chart.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { booklets } from '../model.ts';

/** Where a booklet's charts stand by themselves, from its front page. */
export const EMBED = 'embed';

/** A chart of a booklet by itself. */
export interface EmbeddedChart {
  readonly booklet: Booklet;
  readonly chart: Chart;
}

/** Addresses and props of the pages of which every chart has one. */
export function chartPaths() {
  return booklets().flatMap(({ unit, booklet }) =>
    bookletCharts(booklet.source).map((chart) => ({
      params: { unit: unit.slug, year: String(booklet.year), chart: chart.key },
      props: { booklet, chart } satisfies EmbeddedChart,
    })),
  );
}

/** The files of a chart by the ends of their names. */
export const CHART_FILES = {
  svg: {
    mediaType: 'image/svg+xml',
    label: '图（SVG）',
    make: ({ booklet, chart }: EmbeddedChart) => chartSvg(chart, booklet.render().title) ?? '',
  },
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    label: '数据（CSV）',
    make: ({ chart }: EmbeddedChart) => chartCsv(chart),
  },
} as const;

/** The path of a chart's file, from its booklet's front page. */
export function chartFile({ key }: Chart, end: keyof typeof CHART_FILES): string {
  return `${EMBED}/${key}.${end}`;
}
