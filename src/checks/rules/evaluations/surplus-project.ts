import { formatFixed } from '../../../accounts/decimal.ts';
import type { Registry } from '../../../figures/registry.ts';
import { isNonZero } from '../../../figures/value.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import {
  moneyOfNature,
  placeInForm,
  projectForms,
  rowsOfNature,
  type ProjectForm,
} from '../../forms/forms.ts';

/** A project that lives on last year's money has a row of last year's money. */
export const surplusProject: Check = {
  rule: 'surplus-project',
  numbers: ['R76'],
  source: '绩效自评表：当年财政拨款与上年结转资金分列',
  summary: '结余、结转项目的资金应列在上年结转资金',
  run: ({ year, figures }) =>
    projectForms(year).flatMap((form) => {
      const [row] = rowsOfNature(form, '财政拨款');
      const carried = carriedRow(form);
      if (row === undefined || carried === undefined || !/结余|结转/u.test(form.value.name)) return [];
      const current = moneyOfNature(figures, form, '财政拨款', '全年执行数');
      const used = isNonZero(moneyOfNature(figures, form, '上年结转', '全年执行数'));
      if (used || current.state !== 'known' || current.exact.isZero()) return [];
      const basis = openingBalance(figures);
      const message = `“${form.value.name}”名为结余项目，资金却是${row.name} ${formatFixed(current.exact, 2)}万元，没有${carried}${basis}；请核对资金来源或项目名称`;
      return [warning('surplus-project', message, placeInForm(form, [...row.path, '全年执行数']))];
    }),
};

/** What the row of last year's money is called; undefined where the kind has none. */
function carriedRow({ value }: ProjectForm): string | undefined {
  return value.kind.money?.rows?.find(({ nature }) => nature === '上年结转')?.name;
}

function openingBalance(figures: Registry): string {
  const { value } = figures.get('财政拨款.年初结转和结余');
  return value.state === 'known' ? `，账目中年初财政拨款结转和结余为 ${formatFixed(value.exact, 2)}` : '';
}
