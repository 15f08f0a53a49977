import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { drawChart, drawPrintedChart } from '../../src/charts/draw-chart.ts';

/** How wide Noto Sans SC sets digits and points at most, in letters of Han, in a picture whose letters are 13 units. */
const DIGIT = 0.555;
const LETTER = 13;

const amount = (printed: string) =>
  ({ id: printed, label: '', unit: '万元', printed, value: printed }) as const;

function chartOf(series: readonly string[], printed: string): Chart {
  const row = { name: { nameOf: 'x', text: '支出' }, values: series.map(() => amount(printed)) };
  return { key: 'x', title: '图', message: [], series, rows: [row] };
}

/** How far the words at the ends of bars reach over the right edge of a picture, in its units. */
function overEdge(picture: string): readonly number[] {
  const width = Number(/viewBox="0 0 (\d+) /u.exec(picture)?.[1]);
  const texts = [...picture.matchAll(/<text transform="translate\(([\d.]+) [^>]*>([^<]*)</gu)];
  return texts.map(([, x, text = '']) => {
    const digits = text.match(/[\d. ]/gu)?.length ?? 0;
    return Number(x) + LETTER * ([...text].length - digits + DIGIT * digits) - width;
  });
}

it.each([
  ['one amount', ['决算数'], '1145841.81'],
  ['two amounts with their names', ['年初预算数', '决算数'], '1145841.81'],
])('%s of ten digits stays within the picture, on the screen and in print', (_, series, printed) => {
  for (const draw of [drawChart, drawPrintedChart]) {
    const picture = draw(chartOf(series, printed));
    const over = picture === undefined ? [] : overEdge(toHtml(picture));
    expect(over).toHaveLength(series.length);
    expect(Math.max(...over)).toBeLessThanOrEqual(0);
  }
});
