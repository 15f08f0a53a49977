import type { Registry } from '../../figures/registry.ts';
import { compareValues, differenceOf, sumOf, type Value } from '../../figures/value.ts';
import type { MoneyColumn } from '../../accounts/forms/form-kind.ts';
import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import type { YamlPath } from '../../source/yaml.ts';
import { moneyOf, rowsOfNature } from './forms.ts';

/** One row of an overall form's money: where the money comes from. */
export interface SourceRow {
  readonly name: string;
  readonly path: YamlPath;
  /** Whether it is an appropriation of some level of government. */
  readonly fiscal: boolean;
}

/** The rows of an overall form. */
export function sourceRows(form: LoadedEvaluation): readonly SourceRow[] {
  const words = form.value.kind.money?.fiscalWords ?? [];
  const fiscal = [...rowsOfNature(form, '财政拨款'), ...rowsOfNature(form, '上年结转')];
  return form.value.money.map((row) => ({
    name: row.name,
    path: row.path,
    fiscal: fiscal.includes(row) || words.some((word) => row.name.includes(word)),
  }));
}

/** One column of some rows together. */
export function sumOfRows(
  figures: Registry,
  form: LoadedEvaluation,
  rows: readonly SourceRow[],
  column: MoneyColumn,
): Value {
  return sumOf(rows.map(({ name }) => moneyOf(figures, form, name, column)));
}

/** A row that holds a kind of expenditure, basic or project, where its source has another amount. */
export interface MistakenRow extends SourceRow {
  readonly value: Value;
  readonly kind: '支出.基本支出' | '支出.项目支出';
}

/** The rows of an overall form that were filled in by kind of expenditure instead of by source (rule R77). */
export function rowsFilledByKind(figures: Registry, form: LoadedEvaluation): readonly MistakenRow[] {
  const rows = sourceRows(form);
  const fiscal = figures.get('财政拨款.本年支出').value;
  const rest = differenceOf(figures.get('支出.本年支出合计').value, fiscal);
  // Less than nothing is a wrong total, and says nothing of the rows.
  if (rest.state === 'known' && rest.exact.isNegative()) return [];
  return rows.flatMap((row): readonly MistakenRow[] => {
    const like = rows.filter((one) => one.fiscal === row.fiscal);
    const agreement = compareValues(sumOfRows(figures, form, like, '全年执行数'), row.fiscal ? fiscal : rest);
    // Where the sources add up, equal amounts are chance: a body may spend all its other money on projects.
    if (agreement.kind !== 'contradiction') return [];
    const value = moneyOf(figures, form, row.name, '全年执行数');
    if (value.state !== 'known' || value.exact.isZero()) return [];
    const kinds = ['支出.基本支出', '支出.项目支出'] as const;
    const kind = kinds.find((id) => compareValues(value, figures.get(id).value).kind === 'equal');
    return kind === undefined ? [] : [{ ...row, value, kind }];
  });
}
