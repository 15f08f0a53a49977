import { formatFixed } from '../../../accounts/decimal.ts';
import type { Registry } from '../../../figures/registry.ts';
import { differenceOf, type Value } from '../../../figures/value.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';
import { overallForms, placeInForm } from '../../forms/forms.ts';
import { rowsFilledByKind } from '../../forms/sources.ts';

/** Sources of money are no kinds of expenditure. */
export const sourcesAsKinds: Check = {
  rule: 'sources-as-kinds',
  numbers: ['R77'],
  source: '整体支出绩效自评表：部门资金按来源分，不按基本支出、项目支出分',
  summary: '整体自评表的资金应按来源填列，不应填成基本支出和项目支出',
  run: ({ year, figures }) =>
    overallForms(year).flatMap((form) =>
      rowsFilledByKind(figures, form).map(({ name, path, value, kind, fiscal }) => {
        const filled = figures.get(kind);
        const message = `“${name}”全年执行数为 ${print(value)}，是决算的“${filled.label}”，不是资金来源；${shouldBe(figures, fiscal)}；请按资金来源填列`;
        const other = placeOfFigure(filled, figures);
        const related = other === undefined ? [] : [{ message: `“${filled.label}”在这里`, place: other }];
        return warning('sources-as-kinds', message, placeInForm(form, [...path, '全年执行数']), related);
      }),
    ),
};

/** What the rows of appropriations, or all others, come to. */
function shouldBe(figures: Registry, fiscal: boolean): string {
  const appropriated = figures.get('财政拨款.本年支出').value;
  const all = figures.get('支出.本年支出合计').value;
  return fiscal
    ? `财政安排各行合计应为 ${print(appropriated)}（决算的财政拨款支出）`
    : `其他资金应为 ${print(differenceOf(all, appropriated))}（本年支出 ${print(all)} − 财政拨款支出 ${print(appropriated)}）`;
}

function print(value: Value): string {
  return value.state === 'known' ? formatFixed(value.exact, 2) : '未公开';
}
