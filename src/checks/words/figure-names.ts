import type { Figure, FigureUnit } from '../../figures/figure.ts';
import type { Registry } from '../../figures/registry.ts';
import { literalPattern } from './literal-pattern.ts';

/** What a figure is called in a running text. */
export interface FigureName {
  readonly names: readonly string[];
  /** More than one where the text may mean either. */
  readonly ids: readonly string[];
  readonly unit: FigureUnit;
}

const THREE_PUBLIC = '三公经费.决算数';
/** One name, two counts: 国内公务接待33批次、276人次. */
const DELEGATIONS = ['因公出国（境）团组', '因公出国（境）'];
const RECEPTIONS = ['国内公务接待'];

/** Figures that texts quote, by the words they use. */
export const FIGURE_NAMES: readonly FigureName[] = [
  { names: ['收入总计', '收入支出总计'], ids: ['收入.总计'], unit: '万元' },
  { names: ['支出总计'], ids: ['支出.总计'], unit: '万元' },
  { names: ['本年收入合计', '本年收入'], ids: ['收入.本年收入合计'], unit: '万元' },
  { names: ['本年支出合计', '本年支出'], ids: ['支出.本年支出合计'], unit: '万元' },
  { names: ['财政拨款收入'], ids: ['收入.财政拨款收入', '财政拨款.收入总计'], unit: '万元' },
  { names: ['财政拨款支出'], ids: ['财政拨款.本年支出', '财政拨款.支出总计'], unit: '万元' },
  { names: ['一般公共预算财政拨款支出', '一般公共预算支出'], ids: ['支出.一般公共预算.合计'], unit: '万元' },
  {
    names: ['政府性基金预算财政拨款支出', '政府性基金支出'],
    ids: ['支出.政府性基金预算.合计'],
    unit: '万元',
  },
  { names: ['事业收入'], ids: ['收入.事业收入'], unit: '万元' },
  { names: ['基本支出'], ids: ['支出.基本支出', '支出.一般公共预算.基本支出'], unit: '万元' },
  { names: ['项目支出'], ids: ['支出.项目支出', '支出.一般公共预算.项目支出'], unit: '万元' },
  { names: ['人员经费'], ids: ['基本支出.人员经费'], unit: '万元' },
  { names: ['公用经费'], ids: ['基本支出.公用经费'], unit: '万元' },
  { names: ['机关运行经费'], ids: ['机关运行经费', '基本支出.公用经费'], unit: '万元' },
  { names: ['“三公”经费', '三公经费'], ids: [`${THREE_PUBLIC}.合计`], unit: '万元' },
  { names: ['因公出国（境）费', '因公出国费'], ids: [`${THREE_PUBLIC}.因公出国（境）费`], unit: '万元' },
  { names: ['公务用车购置费'], ids: [`${THREE_PUBLIC}.公务用车购置费`], unit: '万元' },
  {
    names: ['公务用车运行维护费', '公务用车运行费'],
    ids: [`${THREE_PUBLIC}.公务用车运行维护费`],
    unit: '万元',
  },
  { names: ['公务接待费'], ids: [`${THREE_PUBLIC}.公务接待费`], unit: '万元' },
  { names: ['政府采购支出总额', '政府采购总额'], ids: ['政府采购.总额'], unit: '万元' },
  { names: ['授予中小企业合同金额'], ids: ['政府采购.授予中小企业合同金额'], unit: '万元' },
  { names: ['授予小微企业合同金额'], ids: ['政府采购.授予小微企业合同金额'], unit: '万元' },
  { names: ['固定资产原值'], ids: ['国有资产.固定资产原值'], unit: '万元' },
  { names: ['房屋价值'], ids: ['国有资产.房屋价值'], unit: '万元' },
  { names: ['车辆价值'], ids: ['国有资产.车辆价值'], unit: '万元' },
  {
    names: ['全年预算总额', '全年预算数'],
    ids: ['绩效.整体.全年预算数', '绩效.项目.全年预算数'],
    unit: '万元',
  },
  {
    names: ['实际执行总额', '全年执行数'],
    ids: ['绩效.整体.全年执行数', '绩效.项目.全年执行数'],
    unit: '万元',
  },
  { names: ['绩效评价项目', '绩效自评项目', '自评项目'], ids: ['绩效.项目.个数'], unit: '个' },
  { names: ['实有人数', '实有人员'], ids: ['人员.实有人数'], unit: '人' },
  { names: ['在职人员'], ids: ['人员.在职人员'], unit: '人' },
  { names: ['离休人员'], ids: ['人员.离休人员'], unit: '人' },
  { names: ['退休人员'], ids: ['人员.退休人员'], unit: '人' },
  { names: DELEGATIONS, ids: ['三公经费.因公出国（境）团组数'], unit: '个' },
  { names: DELEGATIONS, ids: ['三公经费.因公出国（境）人次'], unit: '人次' },
  { names: ['购置公务用车', '公务用车购置数'], ids: ['三公经费.公务用车购置数'], unit: '辆' },
  { names: ['公务用车保有量'], ids: ['三公经费.公务用车保有量'], unit: '辆' },
  { names: RECEPTIONS, ids: ['三公经费.国内公务接待批次'], unit: '批次' },
  { names: RECEPTIONS, ids: ['三公经费.国内公务接待人次'], unit: '人次' },
  { names: ['房屋面积', '房屋建筑面积'], ids: ['国有资产.房屋面积'], unit: '平方米' },
  {
    names: ['单价100万元以上设备', '单价100万元（含）以上设备'],
    ids: ['国有资产.单价100万元以上设备数'],
    unit: '台（套）',
  },
];

/** Source of a pattern that finds any of the names, the longest first. */
export const namePattern = [...new Set(FIGURE_NAMES.flatMap(({ names }) => names))]
  .map((name) => literalPattern(name).source)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** The figures of a booklet that a text may mean by a name. */
export function figuresCalled(name: string, figures: Registry): readonly Figure[] {
  return FIGURE_NAMES.filter(({ names }) => names.includes(name))
    .flatMap(({ ids }) => ids)
    .flatMap((id) => figures.find(id) ?? []);
}
