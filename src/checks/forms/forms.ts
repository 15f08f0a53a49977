import { Exact } from '../../accounts/decimal.ts';
import type { LoadedEvaluation, LoadedYear } from '../../accounts/load.ts';
import type { OverallEvaluation, ProjectEvaluation } from '../../accounts/schema/evaluation.ts';
import type { Registry } from '../../figures/registry.ts';
import { isNonZero, known, sumOf, type Value } from '../../figures/value.ts';
import { DEFAULT_SCORING, type Scoring } from '../../pack/scoring-schema.ts';
import type { Place } from '../../source/place.ts';
import { placeOfKey, placeOfValue, type YamlPath } from '../../source/yaml.ts';
import type { CheckSubject } from '../check.ts';

/** 项目支出绩效自评表. */
export type ProjectForm = LoadedEvaluation & { readonly value: ProjectEvaluation };
/** 部门（单位）整体支出绩效自评表. */
export type OverallForm = LoadedEvaluation & { readonly value: OverallEvaluation };

/** The columns of a form's money rows. */
export type MoneyColumn = '年初预算数' | '全年预算数' | '全年执行数';

/** The project forms, in the order of the booklet. */
export function projectForms(year: LoadedYear): readonly ProjectForm[] {
  return year.evaluations.filter((form): form is ProjectForm => form.value.kind === '项目');
}

/** The overall forms; a booklet has one. */
export function overallForms(year: LoadedYear): readonly OverallForm[] {
  return year.evaluations.filter((form): form is OverallForm => form.value.kind === '整体');
}

/** The total row of a form. */
export function totalRow(form: LoadedEvaluation): '合计' | '年度资金总额' {
  return form.value.kind === '整体' ? '合计' : '年度资金总额';
}

/** An amount of a form's money rows, in 万元. */
export function moneyOf(figures: Registry, form: LoadedEvaluation, row: string, column: MoneyColumn): Value {
  return figures.find(`绩效.${form.name}.资金.${row}.${column}`)?.value ?? { state: 'undisclosed' };
}

const PROJECT_ROWS = ['当年财政拨款', '上年结转资金', '其他资金'];

/**
 * The total of a project form's money, in 万元. Only rows that hold money were rounded: a row of 0.00 is money that was
 * not given, so it adds nothing to the tolerance.
 */
export function projectMoney(figures: Registry, form: ProjectForm, column: MoneyColumn): Value {
  const total = moneyOf(figures, form, '年度资金总额', column);
  if (total.state !== 'known') return total;
  const rows = PROJECT_ROWS.map((row) => moneyOf(figures, form, row, column)).filter(isNonZero);
  const parts = sumOf(rows);
  return parts.state === 'known' ? known(total.exact, Exact.min(total.tolerance, parts.tolerance)) : total;
}

/** Where an entry of a form stands. */
export function placeInForm(form: LoadedEvaluation, path: YamlPath): Place {
  return placeOfValue(form.document, path);
}

/** Where a section of a form begins. */
export function placeOfSection(form: LoadedEvaluation, section: '资金' | '指标'): Place {
  return placeOfKey(form.document, [section]);
}

/** What a form is called in a message. */
export function titleOf(form: LoadedEvaluation): string {
  return form.value.kind === '整体' ? '整体支出绩效自评表' : `“${form.value.name}”自评表`;
}

/** The scale that the booklet's forms are scored by. */
export function scaleOf({ pack }: CheckSubject): Scoring {
  return pack?.scoring ?? DEFAULT_SCORING;
}
