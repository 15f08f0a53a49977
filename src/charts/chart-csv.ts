import { UNDISCLOSED } from '../accounts/disclosed.ts';
import { csvFile, inert } from '../document/csv.ts';
import { fullTitle, type Chart } from './chart.ts';

/**
 * The numbers of a chart as CSV, with the id by which each is cited: exact, in 万元, as figures.json has them; 未公开 where
 * the body has not disclosed one.
 */
export function chartCsv(chart: Chart): string {
  const head = [
    `${fullTitle(chart)}（万元）`,
    ...chart.series,
    ...chart.series.map((name) => `${name}的数字名称`),
  ];
  const rows = chart.rows.map(({ name, values }) => [
    name.text,
    ...values.map(({ value }) => (value === '' ? UNDISCLOSED : value)),
    ...values.map(({ id }) => id),
  ]);
  return csvFile(
    [head, ...rows].map((row) => row.map((text) => (/^-?[\d.]+$/.test(text) ? text : inert(text)))),
  );
}
