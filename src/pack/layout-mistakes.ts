import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey, placeOfValue, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import { suggestion } from '../accounts/suggestion.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import { codeCellsLike, isCodeCell } from '../figures/code-columns.ts';
import { ROW_CODE, ROW_ITEM } from '../figures/row-patterns.ts';
import { EACH_COLUMN, eachColumn } from '../figures/column-patterns.ts';
import { coverageOf } from './grid.ts';
import { narrowColumns } from './narrow-columns.ts';
import { columnProblem } from './row-mistakes.ts';
import { withColumns } from './table-columns.ts';
import type { PackFolder } from './pack-folder.ts';
import { LEVELS, type RowRule, type TableLayout } from './table-schema.ts';

/** What the rows of a pack's tables can be made of: its lists, and the codes and names of its facts. */
export interface KnownRows {
  readonly lists: readonly string[];
  readonly book: FactBook;
}

/** What is wrong with the layouts of a pack's own tables and sheets, whatever they are filled with. */
export function layoutMistakes(folder: PackFolder, known: KnownRows): readonly Diagnostic[] {
  return [...folder.tables.values(), ...folder.sheets.values()].flatMap((table) =>
    table === undefined ? [] : tableMistakes(table.value, table.document, known),
  );
}

function tableMistakes(
  layout: TableLayout,
  document: YamlDocument,
  { lists, book }: KnownRows,
): readonly Diagnostic[] {
  return [
    ...layout.sides.flatMap((side, at) =>
      side.rows.flatMap((rule, index) => [
        ...ruleMistakes(rule, document, ['正文', at, '行', index], book),
        ...listMistakes(rule, lists, document, ['正文', at, '行', index, '逐项']),
        ...subtotalMistakes(rule, document, ['正文', at, '行', index]),
      ]),
    ),
    ...headMistakes(layout, document, book),
    ...widthMistakes(withColumns(layout, book), document),
    ...narrowColumns(layout.widths ?? [], document),
  ];
}

/** Rows whose figures nobody knows, or that have another number of columns than the first row of their side. */
function ruleMistakes(
  rule: RowRule,
  document: YamlDocument,
  path: YamlPath,
  book: FactBook,
): readonly Diagnostic[] {
  if (!('figures' in rule)) return [];
  const sample = sampleCode(rule);
  return rule.figures.flatMap((pattern, index) =>
    eachColumn(pattern, book).flatMap((id) => [
      ...figureMistakes(id, sample, { document, path: [...path, '数', index], book }),
      ...itemMistakes(id, rule, document, [...path, '数', index]),
    ]),
  );
}

/** Columns of the head that no fact has. */
function headMistakes({ head }: TableLayout, document: YamlDocument, book: FactBook): readonly Diagnostic[] {
  return head.flatMap((row, at) =>
    row.flatMap(({ each }, index) => {
      const problem = each === undefined ? undefined : columnProblem(each, book);
      const place = placeOfValue(document, ['表头', at, index]);
      return problem === undefined ? [] : [error('unknown-figure', problem, place)];
    }),
  );
}

function listMistakes(
  rule: RowRule,
  lists: readonly string[],
  document: YamlDocument,
  path: YamlPath,
): readonly Diagnostic[] {
  if (!('list' in rule) || lists.includes(rule.list)) return [];
  const message = `“${rule.list}”不是可以逐项印的清单${suggestion(rule.list, lists)}；可以写：${lists.join('、')}`;
  return [error('unknown-name', message, placeOfValue(document, path))];
}

/** A subtotal adds up rows that are there: of codes below its level, and not of a part of them. */
function subtotalMistakes(rule: RowRule, document: YamlDocument, path: YamlPath): readonly Diagnostic[] {
  if (!('subtotals' in rule) || rule.subtotals === undefined) return [];
  const finest = 'levels' in rule ? Math.max(...rule.levels.map((level) => LEVELS[level])) : 5;
  const narrow = 'levels' in rule ? (rule.only ?? []) : [];
  const report = (key: string, message: string): Diagnostic =>
    error('template-syntax', message, placeOfKey(document, [...path, key]));
  return rule.subtotals.flatMap(({ level }) => {
    const cut = narrow.find((code) => code.length > LEVELS[level]);
    return [
      ...(LEVELS[level] < finest
        ? []
        : [report('小计', `逐${level}的小计要有比${level}低一级的科目；请改正`)]),
      ...(cut === undefined
        ? []
        : [report('只限', `只印“${cut}”，逐${level}的小计却是整个${level}的；请改正“只限”或“小计”`)]),
    ];
  });
}

/** A code of the kind that the rows of a rule have; none where the rule makes one row. */
function sampleCode(rule: RowRule): string | undefined {
  if ('economic' in rule) return rule.economic[0] ?? '301';
  if ('classes' in rule) return rule.classes[0] ?? '201';
  return 'levels' in rule ? '2010301' : undefined;
}

function figureMistakes(
  id: string,
  sample: string | undefined,
  {
    document,
    path,
    book,
  }: { readonly document: YamlDocument; readonly path: YamlPath; readonly book: FactBook },
): readonly Diagnostic[] {
  const report = (rule: string, message: string): readonly Diagnostic[] => [
    error(rule, message, placeOfValue(document, path)),
  ];
  if (id.includes(EACH_COLUMN))
    return report('unknown-figure', columnProblem(id, book) ?? `没有“${id}”这一栏`);
  if (!id.includes(ROW_CODE)) return [];
  if (sample === undefined)
    return report('template-syntax', `“${ROW_CODE}”只能用在逐类、逐科目、逐经济科目的行里`);
  const cell = id.replaceAll(ROW_CODE, sample);
  if (isCodeCell(cell, book)) return [];
  const near = suggestion(cell, codeCellsLike(cell, book)).replaceAll(sample, ROW_CODE);
  return report('unknown-figure', `没有“${id}”这一栏${near}`);
}

function itemMistakes(
  id: string,
  rule: RowRule,
  document: YamlDocument,
  path: YamlPath,
): readonly Diagnostic[] {
  if ('list' in rule || !id.includes(ROW_ITEM)) return [];
  const message = `“${ROW_ITEM}”只能用在逐项的行里`;
  return [error('template-syntax', message, placeOfValue(document, path))];
}

/** Head, rows, last row and widths must have as many columns as each other. */
function widthMistakes(layout: TableLayout, document: YamlDocument): readonly Diagnostic[] {
  const sides = layout.sides.map(({ labels, rows }) => ({
    labels: labels.length,
    counts: rows.map((rule) => ('figures' in rule ? rule.figures.length : undefined)),
  }));
  const widths = sides.map(
    ({ labels, counts }) => labels + Math.max(0, ...counts.map((count) => count ?? 0)),
  );
  const width = widths.reduce((sum, one) => sum + one, 0);
  const report = (path: YamlPath, columns: number, what: string): Diagnostic => {
    const message = `${what}有 ${columns} 栏，正文有 ${width} 栏；请对照改正`;
    return error('table-columns', message, placeOfKey(document, path));
  };
  const heads = coverageOf(
    layout.head.map((row) => row.map(({ columns, rows }) => ({ columns, rows }))),
    width,
  );
  const ragged = sides.flatMap(({ labels, counts }, at) =>
    counts.flatMap((count, index) =>
      count === undefined || labels + count === widths[at]
        ? []
        : [report(['正文', at, '行', index], labels + count, '这一行连标签')],
    ),
  );
  const footer = (layout.footer ?? []).reduce((sum, { columns }) => sum + columns + 1, 0);
  return [
    ...heads.flatMap((columns, index) =>
      columns === width ? [] : [report(['表头', index], columns, '表头这一行')],
    ),
    ...ragged,
    ...(layout.footer === undefined || footer === width ? [] : [report(['末行'], footer, '末行')]),
    ...(layout.widths === undefined || layout.widths.length === width
      ? []
      : [report(['列宽'], layout.widths.length, '列宽')]),
  ];
}
