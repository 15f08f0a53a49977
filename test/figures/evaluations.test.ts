import { describe, expect, it } from 'vitest';
import { Exact, formatExact } from '../../src/accounts/decimal.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { entryOf, inputsOf, type Figure } from '../../src/figures/figure.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { placeOfValue } from '../../src/source/yaml.ts';
import { compiled } from '../support/compiled.ts';
import { bookletOf, FIRST, inAnnex, LINKED, PACK, YEAR } from '../support/forms-in-annex.ts';
import { edited, textFile, textOf } from '../support/project.ts';

const SECOND = `${YEAR}performance/evaluation-2.yaml`;

const valueOf = ({ value, unit }: Figure): string =>
  value.state === 'known' ? `${formatExact(value.exact.toDecimalPlaces(2))} ${unit}` : value.state;

/** A figure as `label = value unit`. */
const figureOf = ({ figures }: Booklet, id: string): string => {
  const figure = figures.get(id);
  return `${figure.label} = ${valueOf(figure)}`;
};

/** The line that a figure was entered in. */
function lineOf({ figures }: Booklet, id: string): string {
  const entry = entryOf(figures.get(id));
  if (entry === undefined) return '';
  const { line } = placeOfValue(entry.document, entry.path);
  return entry.document.source.text.split('\n')[line - 1]?.trim() ?? '';
}

/** All figures that are listed below an id, without that id. */
function listed(booklet: Booklet, root: string): readonly string[] {
  const ids = booklet.figures.ids().filter((id) => id.startsWith(`${root}.`));
  return ids.map((id) => `${id.slice(root.length + 1)}: ${figureOf(booklet, id)}`);
}

const year = (files: readonly RawFile[]): Booklet => bookletOf(compiled(files));

describe('the figures of a self-evaluation form', () => {
  it('are its rows of money with their sums, its rate, its indicators, and the sums of their points', async () => {
    const booklet = year(await inAnnex());
    expect(listed(booklet, '绩效.evaluation-1')).toEqual([
      '资金.上级补助资金.年初预算数: “企业家培训”上级补助资金年初预算数 = 0 万元',
      '资金.上级补助资金.全年预算数: “企业家培训”上级补助资金全年预算数 = 20 万元',
      '资金.上级补助资金.全年执行数: “企业家培训”上级补助资金全年执行数 = 18 万元',
      '资金.本级资金.年初预算数: “企业家培训”本级资金年初预算数 = 30 万元',
      '资金.本级资金.全年预算数: “企业家培训”本级资金全年预算数 = 30 万元',
      '资金.本级资金.全年执行数: “企业家培训”本级资金全年执行数 = 27 万元',
      '资金.资金总额.年初预算数: “企业家培训”资金总额年初预算数 = 30 万元',
      '资金.资金总额.全年预算数: “企业家培训”资金总额全年预算数 = 50 万元',
      '资金.资金总额.全年执行数: “企业家培训”资金总额全年执行数 = 45 万元',
      '执行率: “企业家培训”执行率 = 90 %',
      '指标.1.分值: “培训学员”分值 = 50 分',
      '指标.1.得分: “培训学员”得分 = 49 分',
      '指标.1.指标值: “培训学员”指标值 = 100 指标值',
      '指标.1.完成值: “培训学员”完成值 = 98 指标值',
      '指标.2.分值: “结业率”分值 = 10 分',
      '指标.2.得分: “结业率”得分 = 10 分',
      '指标.2.指标值: “结业率”指标值 = 95 指标值',
      '指标.2.完成值: “结业率”完成值 = 96 指标值',
      '指标.3.分值: “签约订单额”分值 = 40 分',
      '指标.3.得分: “签约订单额”得分 = 12 分',
      '指标.3.指标值: “签约订单额”指标值 = 400 指标值',
      '指标.3.完成值: “签约订单额”完成值 = 120 指标值',
      '总分值: “企业家培训”总分值 = 100 分',
      '总分: “企业家培训”总分 = 71 分',
    ]);
  });

  it.each([
    ['指标.1.分值', '分值: 50'],
    ['指标.1.得分', '得分: 49.00'],
    ['指标.1.指标值', "指标值: '>=100名'"],
    ['指标.3.完成值', "完成值: '=120万元'"],
    ['资金.本级资金.全年执行数', '本级资金: { 年初预算数: 30.00, 全年预算数: 30.00, 全年执行数: 27.00 }'],
  ])('%s was entered where its value stands', async (id, line) => {
    expect(lineOf(year(await inAnnex()), `绩效.evaluation-1.${id}`)).toBe(line);
  });

  it('are in 万元, whatever the unit of the form', async () => {
    expect(figureOf(year(await inAnnex()), '绩效.evaluation-2.资金.本级资金.全年执行数')).toBe(
      '“融资对接会”本级资金全年执行数 = 5 万元',
    );
  });

  it('have no number for a target that is a word', async () => {
    const { figures } = year(edited(await inAnnex(), SECOND, "指标值: '=3场'", '指标值: 按期举办'));
    expect(figures.has('绩效.evaluation-2.指标.1.指标值')).toBe(false);
    expect(figures.has('绩效.evaluation-2.指标.1.完成值')).toBe(true);
  });

  it('are called by the name that the form itself quotes, with inner quotation marks', async () => {
    const files = edited(await inAnnex(), SECOND, '融资对接会\n', '“金桥”融资对接会\n');
    const named = edited(files, SECOND, '二级指标: 对接会场次', '二级指标: “金桥”场次');
    const booklet = year(named);
    expect(figureOf(booklet, '绩效.evaluation-2.总分')).toBe('“‘金桥’融资对接会”总分 = 100 分');
    expect(figureOf(booklet, '绩效.evaluation-2.指标.1.完成值')).toBe('“‘金桥’场次”完成值 = 3 指标值');
  });

  it('count the points for spending, whose weight the pack lays down', async () => {
    const booklet = year(await inAnnex());
    const project = '“中小企业公共服务平台国密改造、2023年等保测评费”';
    expect(figureOf(booklet, '绩效.project-1.执行得分')).toBe(`${project}执行得分 = 10 分`);
    expect(figureOf(booklet, '绩效.project-1.执行分值')).toBe(`${project}执行分值 = 10 分`);
    expect(lineOf(booklet, '绩效.project-1.执行得分')).toBe('执行得分: 10.00');
    const ids = (key: string): readonly string[] => inputsOf(booklet.figures.get(`绩效.project-1.${key}`));
    expect([ids('总分值')[0], ids('总分')[0]]).toEqual([
      '绩效.project-1.执行分值',
      '绩效.project-1.执行得分',
    ]);
    expect([ids('总分值').length, ids('总分').length]).toEqual([11, 11]);
  });

  it('have the weight of spending that their own kind lays down', async () => {
    const pack = `${PACK}pack.yaml`;
    const scored = edited(await inAnnex(), pack, '本级资金] }\n', '本级资金] }\n    执行得分: 是\n');
    const weighed = edited(scored, pack, '      必有一级指标', '      执行分值: 20\n      必有一级指标');
    const booklet = year(edited(weighed, FIRST, '年度总体目标:', '执行得分: 19\n年度总体目标:'));
    expect(figureOf(booklet, '绩效.evaluation-1.执行分值')).toBe('“企业家培训”执行分值 = 20 分');
    expect(lineOf(booklet, '绩效.evaluation-1.执行分值')).toBe('执行分值: 20');
    expect(figureOf(booklet, '绩效.evaluation-1.总分')).toBe('“企业家培训”总分 = 90 分');
    expect(booklet.figures.get('绩效.project-1.执行分值')).toMatchObject({ value: { exact: new Exact(10) } });
  });

  it('count the points of rows of money that have some', async () => {
    const booklet = year(await inAnnex());
    expect(figureOf(booklet, '绩效.overall.资金.中央安排.得分')).toBe('整体自评表中央安排得分 = 10 分');
    expect(lineOf(booklet, '绩效.overall.资金.中央安排.得分')).toBe('得分: 10');
    expect(lineOf(booklet, '绩效.overall.资金.中央安排.分值')).toBe('分值: 10');
    expect(booklet.figures.has('绩效.overall.资金.其他资金.得分')).toBe(false);
    expect(figureOf(booklet, '绩效.overall.总分')).toBe('整体自评表总分 = 87 分');
    expect(figureOf(booklet, '绩效.overall.总分值')).toBe('整体自评表总分值 = 100 分');
  });
});

describe('the figures of all forms of a kind', () => {
  it('are their number, their money, their rate and their points', async () => {
    expect(listed(year(await inAnnex()), '绩效.重点项目')).toEqual([
      '个数: 重点项目绩效评价表份数 = 2 个',
      '年初预算数: 重点项目绩效评价年初预算数 = 35 万元',
      '全年预算数: 重点项目绩效评价全年预算数 = 55 万元',
      '全年执行数: 重点项目绩效评价全年执行数 = 50 万元',
      '执行率: 重点项目支出预算执行率 = 90.91 %',
      '得分合计: 重点项目绩效评价得分合计 = 171 分',
      '平均得分: 重点项目绩效评价平均得分 = 85.5 分',
    ]);
  });

  it.each([
    ['79.99', '0 1 0 0'],
    ['80', '1 0 0 0'],
    ['70', '0 1 0 0'],
    ['60', '0 0 1 0'],
    ['59.9', '0 0 0 1'],
  ])('a form of %s points has the grade that begins there', async (points, graded) => {
    const files = (await inAnnex()).filter(({ path }) => path !== FIRST);
    const { figures } = year(edited(files, SECOND, '得分: 100.00', `得分: ${points}`));
    const counts = ['优', '良', '合格', '不合格'].map((grade) =>
      figures.get(`绩效.重点项目.等级.${grade}.个数`),
    );
    expect(counts.map((one) => valueOf(one).replace(' 个', '')).join(' ')).toBe(graded);
    expect(counts[0]?.label).toBe('重点项目绩效评价等级为优的份数');
  });

  it('that is below every grade has none', async () => {
    const pack = `${PACK}pack.yaml`;
    const graded = edited(await inAnnex(), pack, '        - { 等级: 不合格, 起分: 0 }\n', '');
    const { figures } = year(edited(graded, SECOND, '得分: 100.00', '得分: 10.00'));
    const counts = ['优', '良', '合格'].map((grade) =>
      valueOf(figures.get(`绩效.重点项目.等级.${grade}.个数`)),
    );
    expect(counts).toEqual(['0 个', '1 个', '0 个']);
  });

  it('grades are published where a text prints them, and in no list', async () => {
    const { figures } = year(await inAnnex());
    expect(figures.ids().filter((id) => id.includes('.等级.'))).toEqual([]);
  });
});

describe('forms that are only linked', () => {
  it('are counted; points that none of them tells are in no list, and nowhere a zero', async () => {
    const booklet = year(await inAnnex());
    expect(listed(booklet, '绩效.部门评价')).toEqual(['个数: 部门评价自评表份数 = 1 个']);
    expect(valueOf(booklet.figures.get('绩效.部门评价.平均得分'))).toBe('undisclosed');
  });

  it('may tell their points, which are then averaged', async () => {
    const files = await inAnnex();
    const scored = textFile(
      `${YEAR}performance/review-2.yaml`,
      textOf(files, LINKED).replace('平台运维', '会展服务'),
    );
    const one = edited(files, LINKED, '链接:', '得分: 93.5\n链接:');
    const alone = year(one);
    expect(figureOf(alone, '绩效.review-1.总分')).toBe('“平台运维”总分 = 93.5 分');
    expect(lineOf(alone, '绩效.review-1.总分')).toBe('得分: 93.5');
    expect(figureOf(alone, '绩效.部门评价.平均得分')).toBe('部门评价自评平均得分 = 93.5 分');
    expect(valueOf(alone.figures.get('绩效.部门评价.等级.优.个数'))).toBe('1 个');
    expect(listed(year([...one, scored]), '绩效.部门评价')).toEqual([
      '个数: 部门评价自评表份数 = 2 个',
      '得分合计: 部门评价自评得分合计 = undisclosed',
      '平均得分: 部门评价自评平均得分 = undisclosed',
    ]);
  });
});
