import { formatFixed } from '../../../accounts/decimal.ts';
import { compareValues, isNonZero, sumOf } from '../../../figures/value.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import {
  coveringForms,
  moneyOf,
  overallForms,
  placeInForm,
  placeOfName,
  totalOf,
} from '../../forms/forms.ts';
import { sourceRows } from '../../forms/sources.ts';

/** The level of government that a source's name begins with: 自治区 of 自治区安排. One character may begin any word. */
function levelOf(source: string, fiscalWords: readonly string[]): string | undefined {
  const word = fiscalWords.find((one) => source.endsWith(one));
  const level = word === undefined ? '' : source.slice(0, -word.length);
  return level.length > 1 ? level : undefined;
}

/** Projects named after a level of government are paid by it. */
export const regionalFunds: Check = {
  rule: 'regional-funds',
  numbers: ['R77'],
  source: '整体支出绩效自评表：各级安排的资金分列',
  summary: '名称写明哪一级资金的项目，应计入整体自评表相应的来源',
  run: ({ year, figures }) =>
    overallForms(year).flatMap((form) =>
      sourceRows(form).flatMap(({ name, path }) => {
        const level = levelOf(name, form.value.kind.money?.fiscalWords ?? []);
        if (level === undefined) return [];
        const named = coveringForms(year)
          .filter(
            (project) =>
              project.value.name.startsWith(level) && /资金|补助|经费|专项/u.test(project.value.name),
          )
          .filter((project) => isNonZero(totalOf(figures, project, '全年执行数')));
        const spent = sumOf(named.map((project) => totalOf(figures, project, '全年执行数')));
        const row = moneyOf(figures, form, name, '全年执行数');
        const agreement = compareValues(row, spent);
        if (agreement.kind !== 'contradiction' || agreement.difference.gt(0)) return [];
        if (row.state !== 'known' || spent.state !== 'known') return [];
        const message = `“${name}”全年执行数为 ${formatFixed(row.exact, 2)}，应不少于 ${formatFixed(spent.exact, 2)}（名称写明“${level}”的 ${named.length} 个项目），差 ${formatFixed(agreement.difference.abs(), 2)}万元；请核对资金来源`;
        const related = named.map((project) => ({
          message: `“${project.value.name}”`,
          place: placeOfName(project),
        }));
        return [warning('regional-funds', message, placeInForm(form, [...path, '全年执行数']), related)];
      }),
    ),
};
