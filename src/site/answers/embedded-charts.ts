import { bookletCharts } from '../../charts/booklet-charts.ts';
import { chartCsv } from '../../charts/chart-csv.ts';
import { chartSvg } from '../../charts/chart-file.ts';
import { drawChart } from '../../charts/draw-chart.ts';
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
      params: { unit: unit.slug, year: booklet.folder, chart: chart.key },
      props: { booklet, chart } satisfies EmbeddedChart,
    })),
  );
}

/** The files of a chart that are made with the pages, by the ends of their names. */
export const CHART_FILES = {
  svg: {
    mediaType: 'image/svg+xml',
    make: ({ booklet, chart }: EmbeddedChart) => chartSvg(chart, booklet.render().title) ?? '',
  },
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    make: ({ chart }: EmbeddedChart) => chartCsv(chart),
  },
} as const;

/** A chart's picture as drawn when fonts are at hand (`outputs/pictures`). */
const PNG = 'png';

/** The files of a chart that readers are offered: of one with nothing to show, its numbers alone. */
export function offeredFiles(chart: Chart, pictures: boolean): readonly ChartFile[] {
  const file = (end: ChartEnd, label: string): ChartFile => ({ path: chartFile(chart, end), label });
  const drawn = drawChart(chart) !== undefined;
  return [
    ...(drawn && pictures ? [file(PNG, '图（PNG）')] : []),
    ...(drawn ? [file('svg', '图（SVG）')] : []),
    file('csv', '数据（CSV）'),
  ];
}

/** A file of a chart, from its booklet's front page. */
interface ChartFile {
  readonly path: string;
  readonly label: string;
}

type ChartEnd = keyof typeof CHART_FILES | typeof PNG;

/** The path of a chart's file, from its booklet's front page. */
export function chartFile({ key }: Chart, end: ChartEnd): string {
  return `${EMBED}/${key}.${end}`;
}
