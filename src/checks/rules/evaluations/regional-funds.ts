import { formatFixed } from '../../../accounts/decimal.ts';
import { compareValues, isNonZero, sumOf } from '../../../figures/value.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { moneyOf, overallForms, placeInForm, projectForms } from '../../forms/forms.ts';
import { sourceRows } from '../../forms/sources.ts';

/** Levels whose name in a project's title says who pays: 自治区中小企业发展专项资金. */
const LEVELS = ['中央', '自治区', '省级', '省'];

/** Projects named after a level of government are paid by it. */
export const regionalFunds: Check = {
  rule: 'regional-funds',
  numbers: ['R77'],
  source: '整体支出绩效自评表：各级安排的资金分列',
  summary: '名称写明中央、自治区资金的项目，应计入整体自评表相应的来源',
  run: ({ year, figures }) =>
    overallForms(year).flatMap((form) =>
      sourceRows(form).flatMap(({ name, index }) => {
        const level = LEVELS.find((one) => name.startsWith(one) && name.endsWith('安排'));
        if (level === undefined) return [];
        const named = projectForms(year)
          .filter(
            (project) =>
              project.value.name.startsWith(level) && /资金|补助|经费|专项/u.test(project.value.name),
          )
          .filter((project) => isNonZero(moneyOf(figures, project, '年度资金总额', '全年执行数')));
        const spent = sumOf(named.map((project) => moneyOf(figures, project, '年度资金总额', '全年执行数')));
        const row = moneyOf(figures, form, name, '全年执行数');
        const agreement = compareValues(row, spent);
        if (agreement.kind !== 'contradiction' || agreement.difference.gt(0)) return [];
        if (row.state !== 'known' || spent.state !== 'known') return [];
        const message = `“${name}”全年执行数为 ${formatFixed(row.exact, 2)}，应不少于 ${formatFixed(spent.exact, 2)}（名称写明“${level}”的 ${named.length} 个项目），差 ${formatFixed(agreement.difference.abs(), 2)}万元；请核对资金来源`;
        const related = named.map((project) => ({
          message: `“${project.value.name}”`,
          place: placeInForm(project, ['项目名称']),
        }));
        return [
          warning('regional-funds', message, placeInForm(form, ['资金', index, '全年执行数']), related),
        ];
      }),
    ),
};
