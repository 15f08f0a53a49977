import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { bookletCharts } from '../../src/charts/booklet-charts.ts';
import { chartSvg } from '../../src/charts/chart-file.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';

/** The texts of an XML file. */
function textsOf(xml: string): string {
  let texts = '';
  const parser = new SaxesParser();
  parser.on('text', (text) => (texts += text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return texts;
}

it('a chart in a file of its own is XML that any program reads, whatever the name of its source', async () => {
  const source = compiled(await realFiles('demo-bureau')).units[0]?.booklets.at(-1)?.source;
  if (source === undefined) throw new Error('no booklet');
  const files = bookletCharts(source).flatMap((chart) => chartSvg(chart, '示例局]]><b>&amp;') ?? []);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) expect(textsOf(file)).toContain('来源：示例局]]><b>&amp;');
});
