import type { BookletDocument } from '../../document/booklet-document.ts';
import { nameColumns } from '../../document/name-columns.ts';
import type { TableView } from '../../document/table-view.ts';
import { cssString } from './css-string.ts';

/**
 * A stylesheet with the widths of the columns of all tables and forms of a booklet. They are a pack's own, so no
 * common stylesheet knows them, and a page's safety policy refuses styles in its text.
 */
export function columnStyles({ tables, forms }: BookletDocument): string {
  const alike = Map.groupBy([...tables, ...forms], ({ widths }) => widths.join(' '));
  return [...alike.values()].flatMap((views) => columnRules(views)).join('\n');
}

function columnRules(views: readonly TableView[]): readonly string[] {
  const widths = views[0]?.widths ?? [];
  const rules = widths.map((width, index) => widthRule(views, widths, index, width));
  const sided = Map.groupBy(views, (view) => nameColumns(view).join(' '));
  return [...rules, ...[...sided.values()].flatMap((alike) => evenNames(alike, widths))];
}

/** Where a screen shows only part of a table, the names of one side slide over those of another: one must cover the other. */
function evenNames(views: readonly TableView[], widths: readonly number[]): readonly string[] {
  const names = views[0] === undefined ? [] : nameColumns(views[0]);
  const own = names.map((column) => widths[column] ?? 0);
  if (new Set(own).size < 2) return [];
  const even = own.reduce((sum, width) => sum + width, 0) / own.length;
  const rules = names.map((column) => widthRule(views, widths, column, even));
  return [`@media screen and (width < 80rem){${rules.join('')}}`];
}

function widthRule(
  views: readonly TableView[],
  widths: readonly number[],
  column: number,
  width: number,
): string {
  const total = widths.reduce((sum, one) => sum + one, 0);
  const sheets = views.map(
    ({ kind, key }) => `[data-${kind === 'form' ? 'form' : 'table'}=${cssString(key)}]`,
  );
  return `:is(${sheets.join(',')}) col:nth-child(${column + 1}){width:${String(Number(((100 * width) / total).toFixed(2)))}%}`;
}
