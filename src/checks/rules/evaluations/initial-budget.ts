import { formatFixed } from '../../../accounts/decimal.ts';
import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import { compareValues, sumOf, type Value } from '../../../figures/value.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import type { Check, CheckSubject } from '../../check.ts';
import {
  moneyOf,
  overallForms,
  placeInForm,
  placeOfSection,
  moneyOfNature,
  totalOf,
  coveringForms,
} from '../../forms/forms.ts';
import { rowsFilledByKind, sourceRows, sumOfRows } from '../../forms/sources.ts';

/** The forms' initial budgets agree with the accounts' and with each other. */
export const initialBudget: Check = {
  rule: 'initial-budget',
  numbers: ['R77'],
  source: '绩效自评表的年初预算数与批复的年初预算一致',
  summary: '整体自评表的年初预算数应与财政拨款年初预算、各项目的年初预算相符',
  run: (subject) => overallForms(subject.year).flatMap((form) => checkForm(form, subject)),
};

interface Comparison {
  readonly label: string;
  readonly value: Value;
  readonly expected: Value;
  readonly basis: string;
  readonly advice: string;
  readonly place: Place;
  /** Whether the value may be larger than what it is compared with. */
  readonly atLeast: boolean;
}

function checkForm(form: LoadedEvaluation, subject: CheckSubject): readonly Diagnostic[] {
  return [...fiscalRows(form, subject), ...otherRows(form, subject), ...projectRows(form, subject)].flatMap(
    compare,
  );
}

function fiscalRows(form: LoadedEvaluation, { figures }: CheckSubject): readonly Comparison[] {
  const rows = sourceRows(form).filter(({ fiscal }) => fiscal);
  if (rows.length === 0) return [];
  return [
    {
      label: `${form.value.kind.called}财政安排各行年初预算数`,
      value: sumOfRows(figures, form, rows, '年初预算数'),
      expected: figures.get('年初预算.财政拨款').value,
      basis: '账目的财政拨款年初预算',
      advice: '请核对年初预算数',
      place: placeOfSection(form, '资金'),
      atLeast: false,
    },
  ];
}

/** Other money may be spent on more than projects. */
function otherRows(form: LoadedEvaluation, { year, figures }: CheckSubject): readonly Comparison[] {
  const rows = sourceRows(form).filter(({ fiscal }) => !fiscal);
  const [first] = rows;
  if (first === undefined) return [];
  const projects = coveringForms(year).map((project) =>
    moneyOfNature(figures, project, '其他资金', '年初预算数'),
  );
  return [
    {
      label: `${form.value.kind.called}其他资金年初预算数`,
      value: sumOfRows(figures, form, rows, '年初预算数'),
      expected: sumOf(projects),
      basis: '各项目其他资金年初预算数之和',
      advice: '请核对年初预算数',
      place: placeInForm(form, [...first.path, '年初预算数']),
      atLeast: true,
    },
  ];
}

/** A row that was filled in with the project expenditure should have the projects' initial budgets as well. */
function projectRows(form: LoadedEvaluation, { year, figures }: CheckSubject): readonly Comparison[] {
  const projects = coveringForms(year);
  const expected = sumOf(projects.map((project) => totalOf(figures, project, '年初预算数')));
  const fiscal = sumOf(projects.map((project) => moneyOfNature(figures, project, '财政拨款', '年初预算数')));
  const part = fiscal.state === 'known' ? `，其中财政拨款 ${formatFixed(fiscal.exact, 2)}` : '';
  const all = totalOf(figures, form, '年初预算数');
  const total = all.state === 'known' ? ` ${formatFixed(all.exact, 2)}` : '';
  return rowsFilledByKind(figures, form)
    .filter(({ kind }) => kind === '支出.项目支出')
    .map(({ name, path }) => ({
      label: `“${name}”按项目支出填列，年初预算数`,
      value: moneyOf(figures, form, name, '年初预算数'),
      expected,
      basis: `各项目自评表年初预算数之和${part}`,
      advice: `财政拨款项目的年初预算或已列在别的行，或合计${total} 漏列，请核对`,
      place: placeInForm(form, [...path, '年初预算数']),
      atLeast: true,
    }));
}

function compare({
  label,
  value,
  expected,
  basis,
  advice,
  place,
  atLeast,
}: Comparison): readonly Diagnostic[] {
  const agreement = compareValues(value, expected);
  if (agreement.kind !== 'contradiction' || value.state !== 'known' || expected.state !== 'known') return [];
  if (atLeast && agreement.difference.gt(0)) return [];
  const difference = formatFixed(agreement.difference.abs(), 2);
  const should = atLeast ? '应不少于' : '应为';
  const message = `${label}为 ${formatFixed(value.exact, 2)}，${should} ${formatFixed(expected.exact, 2)}（${basis}），差 ${difference}万元；${advice}`;
  return [warning('initial-budget', message, place)];
}
