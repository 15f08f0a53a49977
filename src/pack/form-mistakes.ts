import { MONEY_COLUMNS, type FormKind } from '../accounts/forms/form-kind.ts';
import { levelKeys } from '../accounts/forms/indicator-levels.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey, placeOfValue, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import type { FormCell, FormLayout, FormRow } from './form-schema.ts';
import { coverageOf, type Reach } from './grid.ts';
import { narrowColumns } from './narrow-columns.ts';

/** What a cell of a form can name: texts and figures, relative to the form, to a source of funds, to an indicator. */
interface Names {
  readonly texts: readonly string[];
  readonly figures: readonly string[];
}

const MONEY: readonly string[] = Object.values(MONEY_COLUMNS);

/** What cells of the form itself can name. */
function namesOfForm(kind: FormKind): Names {
  const { money, nameKey, indicators } = kind;
  const points = indicators === undefined ? ['总分'] : ['总分值', '总分'];
  return {
    texts: [
      ...['单位名称', '预期目标', '实际完成情况'],
      ...(nameKey === undefined ? [] : [nameKey, '主管部门', '实施单位']),
    ],
    figures: [
      ...rowsOf(kind).flatMap((row) => MONEY.map((column) => `资金.${row}.${column}`)),
      ...(money === undefined ? [] : ['执行率']),
      ...(kind.executionPoints ? ['执行分值', '执行得分'] : []),
      ...points,
    ],
  };
}

/** The rows of money that each form of a kind has by name, the sums first. */
function rowsOf({ money }: FormKind): readonly string[] {
  return money === undefined ? [] : [money.total, ...(money.rows ?? []).map(({ name }) => name)];
}

/** What cells of a source's rows can name. */
function namesOfSource({ money, executionPoints }: FormKind): Names {
  if (money === undefined) return { texts: [], figures: [] };
  return money.rows === undefined && !executionPoints
    ? { texts: ['来源', '执行率'], figures: [...MONEY, '分值', '得分'] }
    : { texts: ['来源'], figures: MONEY };
}

/** What cells of an indicator's rows can name. */
function namesOfIndicator({ indicators }: FormKind): Names {
  if (indicators === undefined) return { texts: [], figures: [] };
  return {
    texts: [...levelKeys(indicators.levels), '指标值', '完成值', ...indicators.columns],
    figures: ['分值', '得分', '指标值', '完成值'],
  };
}

/** What is wrong with the layout of a kind of forms, whatever it is filled with. */
export function formMistakes(
  kind: FormKind,
  layout: FormLayout,
  document: YamlDocument,
): readonly Diagnostic[] {
  const names = { 格: namesOfForm(kind), 逐来源: namesOfSource(kind), 逐指标: namesOfIndicator(kind) };
  return [
    ...layout.rows.flatMap((row, index) => {
      const [key, cells] = cellsOf(row);
      return [
        ...cells.flatMap((cell, at) => cellMistakes(cell, names[key], document, ['行', index, key, at])),
        ...conditionMistakes(row, kind, document, ['行', index, '有则印']),
      ];
    }),
    ...gridMistakes(layout, kind, document),
    ...narrowColumns(layout.widths, document),
  ];
}

function cellsOf(row: FormRow): readonly ['格' | '逐来源' | '逐指标', readonly FormCell[]] {
  if ('perSource' in row) return ['逐来源', row.perSource];
  return 'perIndicator' in row ? ['逐指标', row.perIndicator] : ['格', row.cells];
}

function cellMistakes(
  cell: FormCell,
  { texts, figures }: Names,
  document: YamlDocument,
  path: YamlPath,
): readonly Diagnostic[] {
  if (!('figure' in cell || 'value' in cell)) return [];
  const [key, name, known] =
    'figure' in cell ? (['数', cell.figure, figures] as const) : (['值', cell.value, texts] as const);
  if (known.includes(name)) return [];
  const message = `这种自评表里没有“${name}”${suggestion(name, known)}`;
  return [error('unknown-name', message, placeOfValue(document, [...path, key]))];
}

function conditionMistakes(
  row: FormRow,
  kind: FormKind,
  document: YamlDocument,
  path: YamlPath,
): readonly Diagnostic[] {
  const condition = 'when' in row ? row.when : undefined;
  const rows = rowsOf(kind);
  if (condition === undefined || rows.includes(condition)) return [];
  const message = `${kind.called}里没有“${condition}”这一行资金${suggestion(condition, rows)}`;
  return [error('unknown-name', message, placeOfValue(document, path))];
}

/** Every row of a form with one indicator and the fewest sources covers the same columns. */
function gridMistakes(
  layout: FormLayout,
  { money }: FormKind,
  document: YamlDocument,
): readonly Diagnostic[] {
  const { length: width } = layout.widths;
  const sources = money?.rows?.filter(({ optional }) => !optional).length ?? 1;
  const rows = layout.rows.flatMap((row, index) => {
    if ('when' in row && row.when !== undefined) return [];
    return [{ index, cells: cellsOf(row)[1].map((cell) => reachOf(cell, sources)) }];
  });
  const covered = coverageOf(
    rows.map(({ cells }) => cells),
    width,
  );
  return rows.flatMap(({ index }, at) => {
    const columns = covered[at] ?? 0;
    if (columns === width) return [];
    const message = `这一行占 ${columns} 栏，“列宽”有 ${width} 栏；请改“跨列”“跨行”`;
    return [error('table-columns', message, placeOfKey(document, ['行', index]))];
  });
}

function reachOf(cell: FormCell, sources: number): Reach {
  const follows = 'rowsFrom' in cell ? cell.rowsFrom : undefined;
  const extra = follows === undefined ? 0 : follows === '来源' ? sources : 1;
  return { columns: cell.columns, rows: cell.rows + extra };
}
