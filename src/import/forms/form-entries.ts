import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import { MONEY_COLUMNS, type FormMoney } from '../../accounts/forms/form-kind.ts';
import { levelKey, levelList } from '../../accounts/forms/indicator-levels.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';
import { ZERO } from '../../accounts/decimal.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import type { YamlMap, YamlValue } from '../../source/writer/value.ts';
import { amountText, roundedText } from '../accounts/amount-text.ts';
import type { ReadForm } from '../reading.ts';
import { plainWords } from '../tables/words.ts';
import type { SheetCell } from '../workbook/sheet.ts';
import { formNumber, formText, isNothing } from './form-text.ts';
import type { IndicatorCells, SlotCells } from './read-form.ts';

/** What a form enters in its file, and the cell of each entry by its path, whose steps are joined by line ends. */
export interface FormEntries {
  readonly value: YamlMap;
  readonly cells: ReadonlyMap<string, SheetCell>;
}

/** What a form enters in a file that states amounts in a unit. What its layout leaves open is still to be filled in. */
export function formEntries(form: ReadForm, unit: MoneyUnit): FormEntries {
  const entries = new Entries(form, unit);
  const { kind } = form.rules;
  const { own, indicators } = form.cells;
  if (kind.nameKey !== undefined) {
    entries.text([kind.nameKey], own.get(kind.nameKey));
    for (const key of ['主管部门', '实施单位']) entries.text([key], own.get(key), 'may be missing');
  }
  if (kind.money !== undefined) entries.money(kind.money);
  if (kind.executionPoints) entries.points(['执行得分'], own.get('执行得分'));
  if (kind.indicators === undefined) {
    if (own.has('总分')) entries.points(['得分'], own.get('总分'));
  } else {
    for (const key of ['预期目标', '实际完成情况']) entries.text(['年度总体目标', key], own.get(key));
    entries.indicators(kind.indicators.levels, indicators);
  }
  return { value: entries.value(), cells: entries.cells };
}

const MONEY = Object.values(MONEY_COLUMNS);

/** The way to an entry of a form's file. */
export type Path = readonly (string | number)[];
type Tree = Map<string | number, Tree | string>;

/** Entries of a form's file as they are put together. */
class Entries {
  readonly cells = new Map<string, SheetCell>();
  private readonly form: ReadForm;
  private readonly unit: MoneyUnit;
  private readonly root: Tree = new Map();

  constructor(form: ReadForm, unit: MoneyUnit) {
    this.form = form;
    this.unit = unit;
  }

  private put(path: Path, value: string, cell?: SheetCell): void {
    let at = this.root;
    for (const step of path.slice(0, -1)) {
      const next = at.get(step);
      if (next instanceof Map) at = next;
      else {
        const made: Tree = new Map();
        at.set(step, made);
        at = made;
      }
    }
    at.set(path.at(-1) ?? '', value);
    if (cell !== undefined) this.cells.set(path.join('\n'), cell);
  }

  text(path: Path, cell: SheetCell | undefined, missing?: 'may be missing'): void {
    const text = cell === undefined ? '' : formText(cell);
    if (text !== '') this.put(path, text, cell);
    else if (missing === undefined) this.put(path, TO_FILL);
  }

  private amount(path: Path, cell: SheetCell | undefined, open = false): void {
    const { unit, undisclosed } = this.form;
    const written = formNumber(cell);
    if (open) this.put(path, TO_FILL);
    else if (written !== undefined) {
      const { number, around } = written;
      this.put(path, roundedText(number.times(unit.factor), around.times(unit.factor), this.unit), cell);
    } else if (cell !== undefined && plainWords(cell.text) === undisclosed) this.put(path, UNDISCLOSED, cell);
    else this.put(path, isNothing(cell) ? amountText(ZERO, true, this.unit) : TO_FILL, cell);
  }

  points(path: Path, cell: SheetCell | undefined): void {
    this.put(path, formNumber(cell)?.digits ?? TO_FILL, cell);
  }

  money({ rows }: FormMoney): void {
    const { own, sources } = this.form.cells;
    this.put(['金额单位'], this.unit);
    if (rows === undefined) sources.forEach((cells, index) => this.source(['资金', index], cells));
    for (const { name, optional } of rows ?? []) {
      const row = sources.find((cells) => isCalled(cells, name));
      const cells = MONEY.map((column) => own.get(`资金.${name}.${column}`) ?? row?.get(column));
      const isThere = cells.some((cell) => cell !== undefined);
      if (isThere || !optional)
        MONEY.forEach((column, index) => this.amount(['资金', name, column], cells[index], !isThere));
    }
  }

  private source(path: Path, cells: SlotCells): void {
    this.text([...path, '来源'], cells.get('来源'));
    for (const column of MONEY) this.amount([...path, column], cells.get(column));
    if (!isNothing(cells.get('分值'))) this.points([...path, '分值'], cells.get('分值'));
    if (!isNothing(cells.get('执行率'))) this.text([...path, '执行率'], cells.get('执行率'));
    if (!isNothing(cells.get('得分'))) this.points([...path, '得分'], cells.get('得分'));
  }

  indicators(levels: number, rows: readonly IndicatorCells[]): void {
    const at: number[] = Array.from({ length: levels }, () => -1);
    rows.forEach(({ cells, begins }, row) => {
      const first = row === 0 ? 0 : begins.findIndex((cell) => cell !== undefined);
      const from = first < 0 ? levels - 1 : first;
      at[from] = (at[from] ?? -1) + 1;
      at.fill(0, from + 1);
      for (let level = from + 1; level < levels; level += 1) {
        const path = pathTo(at, level);
        this.text([...path, levelKey(level)], begins[level - 1]);
      }
      this.indicator(pathTo(at, levels), cells, levelKey(levels));
    });
  }

  value(): YamlMap {
    const { key } = this.form.rules.kind;
    return new Map([['类型', key], ...(valueOfTree(this.root) as YamlMap)]);
  }

  private indicator(path: Path, cells: SlotCells, key: string): void {
    this.text([...path, key], cells.get(key));
    this.text([...path, '指标值'], cells.get('指标值'));
    if (cells.has('设定依据')) this.text([...path, '设定依据'], cells.get('设定依据'));
    this.text([...path, '完成值'], cells.get('完成值'));
    this.points([...path, '分值'], cells.get('分值'));
    this.points([...path, '得分'], cells.get('得分'));
    if (!isNothing(cells.get('偏差原因'))) this.text([...path, '偏差原因'], cells.get('偏差原因'));
  }
}

/** Whether a row of money is that of a source. */
export function isCalled(row: SlotCells, source: string): boolean {
  return plainWords(row.get('来源')?.text ?? '') === plainWords(source);
}

/** Where the entry of a level is: `指标`, 0, `二级`, 1. */
function pathTo(at: readonly number[], level: number): Path {
  return at.slice(0, level).flatMap((index, above) => [levelList(above + 1), index]);
}

function valueOfTree(tree: Tree | string): YamlValue {
  if (typeof tree === 'string') return tree;
  const values = [...tree].map(([key, value]) => [key, valueOfTree(value)] as const);
  if (values.length > 0 && values.every(([key]) => typeof key === 'number'))
    return values.map(([, value]) => value);
  return new Map(values.map(([key, value]) => [String(key), value]));
}
