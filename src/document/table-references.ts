import { isCodeCell } from '../figures/code-columns.ts';
import { ROW_CODE } from '../pack/layout-mistakes.ts';
import type { Pack, PackTable } from '../pack/pack.ts';
import type { Reference } from '../pack/template-references.ts';
import { placeOfValue, type YamlPath } from '../source/yaml.ts';

/** The figures that a pack's tables name and that every booklet must have: cells by code may be empty. */
export function tableReferences({ tables }: Pack): readonly Reference[] {
  return tables.flatMap((table) => [
    ...table.layout.sides.flatMap(({ rows }, side) =>
      rows.flatMap((rule, index) =>
        'figures' in rule ? named(table, rule.figures, ['正文', side, '行', index, '数']) : [],
      ),
    ),
    ...(table.layout.footer ?? []).flatMap(({ figure }, index) =>
      reference(table, figure, ['末行', index, '数']),
    ),
  ]);
}

function named(table: PackTable, ids: readonly string[], path: YamlPath): readonly Reference[] {
  return ids.flatMap((id, index) => reference(table, id, [...path, index]));
}

function reference({ document }: PackTable, id: string, path: YamlPath): readonly Reference[] {
  if (id === '' || id.includes(ROW_CODE) || isCodeCell(id)) return [];
  return [{ id, place: placeOfValue(document, path) }];
}
