import { Exact } from '../../accounts/decimal.ts';
import type { FormKind, MoneyColumn, MoneyNature } from '../../accounts/forms/form-kind.ts';
import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import type { LoadedYear } from '../../accounts/load-year.ts';
import type { Evaluation, MoneyRow } from '../../accounts/schema/evaluation.ts';
import type { Registry } from '../../figures/registry.ts';
import { isNonZero, known, sumOf, UNDISCLOSED_VALUE, type Value } from '../../figures/value.ts';
import { DEFAULT_SCORING, type Scoring } from '../../pack/scoring-schema.ts';
import type { Place } from '../../source/place.ts';
import { placeOfKey, placeOfValue, type YamlPath } from '../../source/yaml.ts';
import type { CheckSubject } from '../check.ts';

/** A form about one of several things that a body spends money on, such as a project. */
export type ProjectForm = LoadedEvaluation & { readonly value: Evaluation & { readonly name: string } };

/** The forms that are about one thing of several, in the order of the booklet. */
export function projectForms(year: LoadedYear): readonly ProjectForm[] {
  return year.evaluations.filter(
    (form): form is ProjectForm => form.value.kind.count !== 'one' && form.value.name !== undefined,
  );
}

/** Of those, the ones that together account for some expenditure: others may speak of the same project again. */
export function coveringForms(year: LoadedYear): readonly ProjectForm[] {
  return projectForms(year).filter(({ value }) => value.kind.outturn !== undefined);
}

/** The forms about the whole body; a booklet has one of each kind. */
export function overallForms(year: LoadedYear): readonly LoadedEvaluation[] {
  return year.evaluations.filter(({ value }) => value.kind.count === 'one');
}

/** The row of a form's sums. */
export function totalRow({ value }: LoadedEvaluation): string {
  return value.kind.money?.total ?? '';
}

/** An amount of a form's money rows, in 万元. */
export function moneyOf(figures: Registry, form: LoadedEvaluation, row: string, column: MoneyColumn): Value {
  return figures.find(`绩效.${form.name}.资金.${row}.${column}`)?.value ?? UNDISCLOSED_VALUE;
}

/** An amount of a form's sums, in 万元. */
export function totalOf(figures: Registry, form: LoadedEvaluation, column: MoneyColumn): Value {
  return moneyOf(figures, form, totalRow(form), column);
}

/** The execution rate of a form; not known of one without money. */
export function rateOf(figures: Registry, form: LoadedEvaluation): Value {
  return figures.find(`绩效.${form.name}.执行率`)?.value ?? UNDISCLOSED_VALUE;
}

/** The rows of a form that hold money of some nature, as its kind says. */
export function rowsOfNature({ value }: LoadedEvaluation, nature: MoneyNature): readonly MoneyRow[] {
  const laidDown = value.kind.money?.rows ?? [];
  return value.money.filter((row) => laidDown.find(({ name }) => name === row.name)?.nature === nature);
}

/** An amount of some nature, in 万元; not known where the kind has no such row. */
export function moneyOfNature(
  figures: Registry,
  form: LoadedEvaluation,
  nature: MoneyNature,
  column: MoneyColumn,
): Value {
  const rows = rowsOfNature(form, nature);
  return rows.length === 0
    ? UNDISCLOSED_VALUE
    : sumOf(rows.map(({ name }) => moneyOf(figures, form, name, column)));
}

/**
 * The total of a project form's money, in 万元. Only rows that hold money were rounded: a row of 0.00 is money that was
 * not given, so it adds nothing to the tolerance.
 */
export function projectMoney(figures: Registry, form: ProjectForm, column: MoneyColumn): Value {
  const total = totalOf(figures, form, column);
  if (total.state !== 'known') return total;
  const rows = form.value.money.map(({ name }) => moneyOf(figures, form, name, column)).filter(isNonZero);
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

/** Where a form says what it is about. */
export function placeOfName(form: ProjectForm): Place {
  return placeInForm(form, [form.value.kind.nameKey ?? '类型']);
}

/** What a form is called in a message. */
export function titleOf({ value }: LoadedEvaluation): string {
  return value.name === undefined ? value.kind.title : `“${value.name}”自评表`;
}

/** The scale that a form is scored by. */
export function scaleOf({ value }: LoadedEvaluation, { pack }: CheckSubject): Scoring {
  return pack?.forms.find(({ kind }) => kind.key === value.kind.key)?.scoring ?? DEFAULT_SCORING;
}

/** The kinds of some forms, each once. */
export function kindsOf(forms: readonly LoadedEvaluation[]): readonly FormKind[] {
  return [...new Map(forms.map(({ value: { kind } }) => [kind.key, kind])).values()];
}
