import { expect, it } from 'vitest';
import { originPage } from '../../src/site/origins/origin-page.ts';

it.each([
  ['支出.2010350.一般公共预算.合计.增减率', 'class-2010350'],
  ['支出.20103.合计', 'class-201'],
  ['支出.201.合计', 'class-201'],
  ['基本支出.30101', 'class-301'],
  ['基本支出.301', 'class-301'],
  ['支出.一般公共预算.合计', 'general-支出'],
  ['年度', 'general-年度'],
  ['绩效.project-3.指标.2.得分', 'form-project-3'],
  ['绩效.项目.全年执行数', 'form-项目'],
  ['绩效.重点项目.等级.优.个数', 'form-重点项目'],
  ['绩效.平台 运维%扩容.总分', 'form-平台_20运维_25扩容'],
])('%s is explained on the page %s', (id, page) => {
  expect(originPage(id)).toBe(page);
});
