import { APPROPRIATIONS, EXPENDITURE_KINDS } from '../../../accounts/categories.ts';
import { formatFixed } from '../../../accounts/decimal.ts';
import { compareValues, differenceOf, isNonZero, isZero, sumOf, type Value } from '../../../figures/value.ts';
import { note, warning } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFirst } from '../../figure-places.ts';
import {
  coveringForms,
  moneyOfNature,
  placeInForm,
  rowsOfNature,
  type ProjectForm,
} from '../../forms/forms.ts';
import { NON_FISCAL_KEPT, NON_FISCAL_SOURCES } from '../accounts/non-fiscal-balance.ts';

const FISCAL = Object.values(APPROPRIATIONS);
const OTHER = '其他资金';
const OWN = `支出.非财政拨款.${EXPENDITURE_KINDS.project}`;
/** What else non-fiscal money can have been used for. */
const OTHER_USES: readonly string[] = [
  ...NON_FISCAL_KEPT,
  ...Object.values(EXPENDITURE_KINDS)
    .map((kind) => `支出.非财政拨款.${kind}`)
    .filter((id) => id !== OWN),
];

/** The forms' 其他资金 is money that no appropriation gave: there cannot be more of it than the accounts have. */
export const projectFunds: Check = {
  rule: 'project-funds',
  numbers: ['R76', 'R77'],
  source: '绩效自评表的其他资金即财政拨款以外的资金',
  summary: '项目自评表的其他资金之和不应超过财政拨款以外的项目支出',
  run: (subject) => {
    const { year, figures } = subject;
    const forms = coveringForms(year).filter((form) => rowsOfNature(form, OTHER).length > 0);
    const claimed = sumOf(forms.map((form) => moneyOfNature(figures, form, OTHER, '全年执行数')));
    const { label, value: available, ids } = nonFiscalProjects(subject);
    const first = forms.find((form) => isNonZero(moneyOfNature(figures, form, OTHER, '全年执行数')));
    if (first === undefined || claimed.state !== 'known' || available.state !== 'known') return [];
    const agreement = compareValues(claimed, available);
    // Less than there is may have no form: project-coverage counts that.
    if (agreement.kind === 'unknown' || agreement.kind === 'equal' || agreement.difference.isNegative())
      return [];
    const difference = formatFixed(agreement.difference, 2);
    const { label: row, place } = rowOf(first);
    const sums = `${first.value.kind.called}“${row}”全年执行数合计为 ${formatFixed(claimed.exact, 2)}，${label}为 ${formatFixed(available.exact, 2)}，差 ${difference}万元`;
    const other = placeOfFirst(figures, ...ids);
    const related = other === undefined ? [] : [{ message: '决算的数在这里', place: other }];
    return agreement.kind === 'rounding'
      ? [note('project-funds', `${sums}，在四舍五入允许的范围内（尾差）`, place, related)]
      : [warning('project-funds', `${sums}；请核对各项目的资金来源`, place, related)];
  },
};

/** What a form calls its other money, and where its outturn stands. */
function rowOf(form: ProjectForm): { readonly label: string; readonly place: Place } {
  const [row] = rowsOfNature(form, OTHER);
  return { label: row?.name ?? OTHER, place: placeInForm(form, [...(row?.path ?? []), '全年执行数']) };
}

/** Money that no appropriation gave and that projects can have spent, as the accounts tell of it. */
interface Available {
  readonly label: string;
  readonly value: Value;
  /** The figures to look at. */
  readonly ids: readonly string[];
}

/**
 * Project expenditure that no appropriation paid. Where it is not disclosed, it is the one source of other money, if all
 * of that went to projects, or what the appropriations leave of the whole.
 */
function nonFiscalProjects({ figures }: CheckSubject): Available {
  const own = figures.get(OWN);
  if (own.value.state === 'known') return { label: '决算的非财政拨款项目支出', value: own.value, ids: [OWN] };
  const [source, ...others] = NON_FISCAL_SOURCES.filter((id) => !isZero(figures.get(id).value));
  if (
    source !== undefined &&
    others.length === 0 &&
    OTHER_USES.every((id) => isZero(figures.get(id).value))
  ) {
    const { label, value } = figures.get(source);
    return { label: `决算的“${label}”`, value, ids: [source] };
  }
  const fiscal = sumOf(FISCAL.map((fund) => figures.get(`支出.${fund}.项目支出`).value));
  const value = differenceOf(figures.get('支出.项目支出').value, fiscal);
  return { label: '决算中财政拨款以外的项目支出', value, ids: ['支出.项目支出'] };
}
