import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey, placeOfValue, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import type { FormCell, FormLayout, FormRow } from './form-schema.ts';
import { coverageOf, type Reach } from './grid.ts';

/** What a cell of a form can name: texts and figures, relative to the form, to a source of funds, to an indicator. */
interface Names {
  readonly texts: readonly string[];
  readonly figures: readonly string[];
}

const MONEY = ['年初预算数', '全年预算数', '全年执行数'];
const GOALS = ['单位名称', '预期目标', '实际完成情况'];
/** Rows of money in a project form; the second only where there is such money. */
const PROJECT_ROWS = ['年度资金总额', '当年财政拨款', '上年结转资金', '其他资金'];

const money = (rows: readonly string[]): readonly string[] =>
  rows.flatMap((row) => MONEY.map((column) => `资金.${row}.${column}`));

const FORMS: Readonly<Record<string, Names>> = {
  overall: { texts: GOALS, figures: money(['合计']) },
  project: {
    texts: [...GOALS, '项目名称', '主管部门', '实施单位'],
    figures: [...money(PROJECT_ROWS), '执行分值', '执行率', '执行得分', '总分值', '总分'],
  },
};
const SOURCE: Names = { texts: ['来源', '执行率'], figures: [...MONEY, '分值', '得分'] };
const INDICATOR: Names = {
  texts: ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '设定依据', '偏差原因'],
  figures: ['分值', '得分', '指标值', '完成值'],
};

/** What is wrong with a form's layout, whatever it is filled with. */
export function formMistakes(
  name: string,
  layout: FormLayout,
  document: YamlDocument,
): readonly Diagnostic[] {
  const names = FORMS[name];
  // A file of another name is read by nobody.
  if (names === undefined) return [];
  return [
    ...layout.rows.flatMap((row, index) => {
      const [key, cells] = cellsOf(row);
      const own = key === '逐来源' ? SOURCE : key === '逐指标' ? INDICATOR : names;
      return [
        ...cells.flatMap((cell, at) => cellMistakes(cell, own, document, ['行', index, key, at])),
        ...conditionMistakes(row, document, ['行', index, '有则印']),
      ];
    }),
    ...gridMistakes(layout, document),
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
  const message = `自评表里没有“${name}”${suggestion(name, known)}`;
  return [error('unknown-name', message, placeOfValue(document, [...path, key]))];
}

function conditionMistakes(row: FormRow, document: YamlDocument, path: YamlPath): readonly Diagnostic[] {
  const condition = 'when' in row ? row.when : undefined;
  if (condition === undefined || PROJECT_ROWS.includes(condition)) return [];
  const message = `自评表里没有“${condition}”这一行资金${suggestion(condition, PROJECT_ROWS)}`;
  return [error('unknown-name', message, placeOfValue(document, path))];
}

/** Every row of a form with one indicator and the fewest sources covers the same columns. */
function gridMistakes(layout: FormLayout, document: YamlDocument): readonly Diagnostic[] {
  const { length: width } = layout.widths;
  const sources = layout.rows.some((row) => 'perSource' in row) ? 1 : 2;
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
