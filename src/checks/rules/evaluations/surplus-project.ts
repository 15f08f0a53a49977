import { formatFixed } from '../../../accounts/decimal.ts';
import { isNonZero } from '../../../figures/value.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { moneyOf, placeInForm, projectForms } from '../../forms/forms.ts';

/** A project that lives on last year's money has a row of last year's money. */
export const surplusProject: Check = {
  rule: 'surplus-project',
  numbers: ['R76'],
  source: '绩效自评表：当年财政拨款与上年结转资金分列',
  summary: '结余、结转项目的资金应列在上年结转资金',
  run: ({ year, figures }) =>
    projectForms(year).flatMap((form) => {
      if (!/结余|结转/u.test(form.value.name)) return [];
      const current = moneyOf(figures, form, '当年财政拨款', '全年执行数');
      const carried = moneyOf(figures, form, '上年结转资金', '全年执行数');
      if (isNonZero(carried) || current.state !== 'known' || current.exact.isZero()) return [];
      const opening = figures.get('财政拨款.年初结转和结余').value;
      const basis =
        opening.state === 'known' ? `，账目中年初财政拨款结转和结余为 ${formatFixed(opening.exact, 2)}` : '';
      const message = `“${form.value.name}”名为结余项目，资金却是当年财政拨款 ${formatFixed(current.exact, 2)}万元，没有上年结转资金${basis}；请核对资金来源或项目名称`;
      return [warning('surplus-project', message, placeInForm(form, ['资金', '当年财政拨款', '全年执行数']))];
    }),
};
