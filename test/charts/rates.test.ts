import { beforeAll, describe, expect, it } from 'vitest';
import { bookletCharts } from '../../src/charts/booklet-charts.ts';
import { sentenceText } from '../../src/charts/chart.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { compileSite } from '../../src/compile/compile-site.ts';
import { mainFigures } from '../../src/site/figures/main-figures.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles } from '../support/project.ts';

const FOLDER = 'content/units/changji-sme/2023';
let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles('changji-sme');
});

function compiled(input: readonly RawFile[]): Booklet {
  const booklet = compileSite(input).units[0]?.booklets.at(-1);
  if (booklet === undefined) throw new Error('no booklet');
  return booklet;
}

const withoutOverallForm = (input: readonly RawFile[]): readonly RawFile[] =>
  input.filter(({ path }) => path !== `${FOLDER}/performance/overall.yaml`);

const withoutBudget = (input: readonly RawFile[]): readonly RawFile[] =>
  edited(input, `${FOLDER}/accounts.yaml`, '  一般公共预算: 152.16', '  一般公共预算: 0.00');

/** The rate among the main figures, by its name. */
function rateOf(booklet: Booklet): readonly (readonly [name: string, printed: string])[] {
  return mainFigures(booklet)
    .filter(({ figure }) => figure.unit === '%')
    .map(({ figure }) => [figure.label, figure.printed]);
}

describe('the rate of a budget among the main figures', () => {
  it('is the execution rate: outturn by adjusted budget of the whole year', () => {
    expect(rateOf(compiled(files))).toEqual([['整体支出预算执行率', '100.00']]);
  });

  it('is the completion of the initial budget, under that name, where no form tells the adjusted one', () => {
    expect(rateOf(compiled(withoutOverallForm(files)))).toEqual([['本年财政拨款支出完成年初预算', '192.26']]);
  });

  it('is absent where there was no budget', () => {
    expect(rateOf(compiled(withoutBudget(withoutOverallForm(files))))).toEqual([]);
  });
});

describe('the chart of budget and outturn', () => {
  const chartOf = (input: readonly RawFile[]) =>
    bookletCharts(compiled(input).source).find(({ key }) => key === 'budget');

  it('sets what was spent in the year beside the budget, as the text does', () => {
    const chart = chartOf(files);
    expect(chart?.rows[0]?.values.map(({ id, printed }) => [id, printed])).toEqual([
      ['年初预算.一般公共预算', '152.16'],
      ['支出.一般公共预算.合计', '292.54'],
    ]);
    expect(sentenceText(chart?.message ?? [])).toBe(
      '财政拨款支出年初预算数152.16万元，本年财政拨款支出292.54万元，完成年初预算192.26%。',
    );
  });

  it('says no rate where there was no budget', () => {
    expect(sentenceText(chartOf(withoutBudget(files))?.message ?? [])).toBe(
      '财政拨款支出年初预算数0.00万元，本年财政拨款支出292.54万元。',
    );
  });
});

describe('shares of a whole', () => {
  const kindsOf = (input: readonly RawFile[]): string =>
    sentenceText(
      bookletCharts(compiled(input).source).find(({ key }) => key === 'expenditure-kinds')?.message ?? [],
    );

  it('name every kind that is not zero, so that they make a hundred', () => {
    expect(kindsOf(files)).toBe(
      '本年支出合计513.95万元。每100元中，基本支出（人员工资和日常运转）29.41元、项目支出（专门任务）70.59元。',
    );
  });

  it('say so where rounding makes them another sum', async () => {
    expect(kindsOf(await realFiles('demo-bureau'))).toMatch(/（四舍五入，相加为99\.99元）。$/);
  });

  it('of many parts are said of the largest, and no hundred is spoken of', async () => {
    const charts = bookletCharts(compiled(await realFiles('demo-bureau')).source);
    const message = charts.find(({ key }) => key === 'expenditure-classes')?.message ?? [];
    expect(sentenceText(message)).toBe(
      '本年支出合计6060.85万元。分在10个方面，最多的一般公共服务支出占63.94%，城乡社区支出占10.81%。',
    );
  });
});
