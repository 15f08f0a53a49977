import { describe, expect, it } from 'vitest';
import { bookletCharts } from '../../../src/charts/booklet-charts.ts';
import { sentenceText } from '../../../src/charts/chart.ts';
import { threePublicKinds } from '../../../src/charts/three-public.ts';
import { assessmentOf } from '../../../src/site/answers/performance.ts';
import { compiled } from '../../support/compiled.ts';
import { goldenFiles, goldenNames } from '../../support/golden.ts';

/** Packs print other budgets, other forms of self-evaluation, or none. */
describe.each(goldenNames())('%s', (name) => {
  it('has its three public expenses, its projects and its flow of money', async () => {
    const { units } = compiled(await goldenFiles(name));
    const booklet = units.flatMap(({ booklets }) => booklets).find(({ year }) => year === 2023);
    if (booklet === undefined) throw new Error('no booklet');
    const kinds = threePublicKinds(booklet.source);
    expect(kinds.map((kind) => kind.figure.value)).not.toContain('');
    expect(
      kinds.map(({ budget }) => sentenceText(budget)).every((text) => /^(全年|年初)预算数|^$/.test(text)),
    ).toBe(true);
    const { evaluations } = booklet.source.year;
    const { projects, whole } = assessmentOf(booklet);
    expect(projects.length + whole.length).toBe(evaluations.length);
    expect(bookletCharts(booklet.source).map(({ key }) => key)).toContain('flow');
  });
});
