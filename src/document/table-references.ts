import { isCodeCell } from '../figures/code-columns.ts';
import { ROW_CODE } from '../figures/row-patterns.ts';
import type { PackTable } from '../pack/pack.ts';
import type { RowRule } from '../pack/table-schema.ts';
import type { Reference } from '../pack/template-references.ts';
import { placeOfValue, type YamlPath } from '../source/yaml.ts';
import type { BookletSource } from './booklet-source.ts';
import { itemsOf } from './lists.ts';
import { withItem } from './table-rows.ts';

/** The figures that a pack's tables name and that the booklet must have: cells by code may be empty. */
export function tableReferences(source: BookletSource): readonly Reference[] {
  return referencesOf(source.pack.tables, source);
}

/**
 * The figures that sheets name which are only read: those that there must be, since nobody can enter them. A pack that does
 * without some of what units enter still inherits sheets that name it.
 */
export function sheetReferences(source: BookletSource): readonly Reference[] {
  const { book } = source.pack.facts;
  const optional = book.facts.filter(({ absent, required }) => absent === 'unused' || required !== 'always');
  const groups = new Set(optional.map(({ id }) => groupOf(id)));
  return referencesOf(source.pack.sheets, source).filter(
    ({ id }) => book.placeOf(id) === undefined && !groups.has(groupOf(id)),
  );
}

/** An id without its last step. */
function groupOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

function referencesOf(tables: readonly PackTable[], source: BookletSource): readonly Reference[] {
  return tables.flatMap((table) => [
    ...table.layout.sides.flatMap(({ rows }, side) =>
      rows.flatMap((rule, index) => ofRule(rule, table, ['正文', side, '行', index, '数'], source)),
    ),
    ...(table.layout.footer ?? []).flatMap(({ figure }, index) =>
      reference(table, figure, ['末行', index, '数'], source),
    ),
  ]);
}

function ofRule(
  rule: RowRule,
  table: PackTable,
  path: YamlPath,
  source: BookletSource,
): readonly Reference[] {
  if (!('figures' in rule)) return [];
  const rows =
    'list' in rule
      ? itemsOf(rule.list, source, (text) => text).map((item) => withItem(rule.figures, item))
      : [rule.figures];
  return rows.flatMap((ids) => ids.flatMap((id, index) => reference(table, id, [...path, index], source)));
}

function reference(
  { rows }: PackTable,
  id: string,
  path: YamlPath,
  { pack }: BookletSource,
): readonly Reference[] {
  if (id === '' || id.includes(ROW_CODE) || isCodeCell(id, pack.facts.book)) return [];
  return [{ id, place: placeOfValue(rows, path) }];
}
