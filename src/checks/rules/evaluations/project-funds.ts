import { formatFixed } from '../../../accounts/decimal.ts';
import { compareValues, differenceOf, isNonZero, sumOf, type Value } from '../../../figures/value.ts';
import { note, warning } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';
import { moneyOf, placeInForm, projectForms } from '../../forms/forms.ts';

const FISCAL = ['一般公共预算', '政府性基金预算', '国有资本经营预算'];

/** The forms' 其他资金 is money that no appropriation gave: there cannot be more of it than the accounts have. */
export const projectFunds: Check = {
  rule: 'project-funds',
  numbers: ['R76', 'R77'],
  source: '绩效自评表的其他资金即财政拨款以外的资金',
  summary: '项目自评表的其他资金之和不应超过财政拨款以外的项目支出',
  run: (subject) => {
    const { year, figures } = subject;
    const forms = projectForms(year);
    const claimed = sumOf(forms.map((form) => moneyOf(figures, form, '其他资金', '全年执行数')));
    const available = nonFiscalProjects(subject);
    const first = forms.find((form) => isNonZero(moneyOf(figures, form, '其他资金', '全年执行数')));
    if (first === undefined || claimed.state !== 'known' || available.state !== 'known') return [];
    const agreement = compareValues(claimed, available);
    // Less than there is may have no form: project-coverage counts that.
    if (agreement.kind === 'unknown' || agreement.kind === 'equal' || agreement.difference.isNegative())
      return [];
    const difference = formatFixed(agreement.difference, 2);
    const sums = `项目自评表“其他资金”全年执行数合计为 ${formatFixed(claimed.exact, 2)}，决算中财政拨款以外的项目支出为 ${formatFixed(available.exact, 2)}，差 ${difference}万元`;
    const other = placeOfFigure(figures.get('支出.项目支出'), figures);
    const related = other === undefined ? [] : [{ message: '决算的项目支出在这里', place: other }];
    const place = placeInForm(first, ['资金', '其他资金', '全年执行数']);
    return agreement.kind === 'rounding'
      ? [note('project-funds', `${sums}，在四舍五入允许的范围内（尾差）`, place, related)]
      : [warning('project-funds', `${sums}；请核对各项目的资金来源`, place, related)];
  },
};

/** Project expenditure that no appropriation paid, directly or as what the appropriations leave of the whole. */
function nonFiscalProjects({ figures }: CheckSubject): Value {
  const own = figures.get('支出.非财政拨款.项目支出').value;
  if (own.state === 'known') return own;
  const fiscal = sumOf(FISCAL.map((fund) => figures.get(`支出.${fund}.项目支出`).value));
  return differenceOf(figures.get('支出.项目支出').value, fiscal);
}
