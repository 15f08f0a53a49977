import { bookletCharts } from '../charts/booklet-charts.ts';
import { fullTitle, sentenceText, seriesName, type Chart } from '../charts/chart.ts';
import { isTypeset, type BookletPair, type TypesetBooklet } from './booklet-sides.ts';
import type { ChartChange } from './change.ts';

/** What the charts of a booklet say that they did not, or no longer say. */
export function chartChanges(pair: BookletPair): readonly ChartChange[] {
  const { body, year, before, after } = pair;
  if (!isTypeset(pair)) return [];
  const [old, now] = [chartsOf(before), chartsOf(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key) => {
    const [one, other] = [old.get(key), now.get(key)];
    const title = (other ?? one)?.title ?? key;
    const [was, is] = [one ? saidBy(one) : new Map(), other ? saidBy(other) : new Map()];
    return [...new Set<string>([...was.keys(), ...is.keys()])].flatMap((what) => {
      const sides = { before: was.get(what) ?? null, after: is.get(what) ?? null };
      return sides.before === sides.after ? [] : [{ body, year, key, title, what, ...sides }];
    });
  });
}

function chartsOf(side: TypesetBooklet | undefined): ReadonlyMap<string, Chart> {
  const charts = side === undefined ? [] : bookletCharts(side.booklet.source);
  return new Map(charts.map((chart) => [chart.key, chart]));
}

/** Everything that a chart says on a booklet's front page, by what it is. */
export function saidBy(chart: Chart): ReadonlyMap<string, string> {
  const meanings = (chart.meanings ?? []).map(({ name, text }) => [`${name.text}用途`, text] as const);
  return new Map([...saidInPrint(chart), ...meanings]);
}

/** What a chart says in print, and by itself. */
export function saidInPrint(chart: Chart): ReadonlyMap<string, string> {
  const said = new Map([
    ['标题', fullTitle(chart)],
    ['说明', sentenceText(chart.message)],
  ]);
  for (const { name, values } of chart.rows)
    values.forEach(({ value, printed }, index) =>
      said.set(`${name.text}${seriesName(chart, index)}`, value === '' ? '未公开' : printed),
    );
  return said;
}
