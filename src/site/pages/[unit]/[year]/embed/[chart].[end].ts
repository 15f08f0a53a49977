import type { APIRoute, GetStaticPaths } from 'astro';
import { CHART_FILES, chartPaths, type EmbeddedChart } from '../../../../answers/embedded-charts.ts';

export const getStaticPaths = (() =>
  chartPaths().flatMap(({ params, props }) =>
    Object.keys(CHART_FILES).map((end) => ({ params: { ...params, end }, props })),
  )) satisfies GetStaticPaths;

/** A chart's picture, and its numbers. */
export const GET: APIRoute<{ [key in keyof EmbeddedChart]: EmbeddedChart[key] }> = ({ params, props }) => {
  const { make, mediaType } = CHART_FILES[params['end'] as keyof typeof CHART_FILES];
  return new Response(make(props), { headers: { 'content-type': mediaType } });
};
