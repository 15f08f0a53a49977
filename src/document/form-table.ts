import { formatExact, formatFixed } from '../accounts/decimal.ts';
import type { LoadedEvaluation } from '../accounts/load-evaluations.ts';
import { levelKey } from '../accounts/forms/indicator-levels.ts';
import { indicatorsIn, type PlacedIndicator, type PlacedLevel } from '../accounts/forms/placed-indicators.ts';
import type { Evaluation } from '../accounts/schema/evaluation.ts';
import type { FormCell, FormLayout, FormRow } from '../pack/form-schema.ts';
import type { BookletSource } from './booklet-source.ts';
import type { Say } from './filling.ts';
import { cellFigure } from './print-figure.ts';
import { cell, type TableCell, type TableView } from './table-view.ts';

/** Where a row's relative figure ids begin, and the texts that its cells can name. */
interface RowContext {
  readonly prefix: string;
  readonly texts: Readonly<Record<string, string | undefined>>;
  /** Rows that a grouped cell spans; 0 where an earlier row already spans this one. */
  readonly spans?: Readonly<Record<string, number>>;
  /** Ids of cells whose text is itself a number. */
  readonly measured?: Readonly<Record<string, string>>;
}

/** The forms of a booklet as they are printed, those of kinds that are published elsewhere left out. */
export function formTables(source: BookletSource, say: Say, kind?: string): readonly TableView[] {
  return source.year.evaluations
    .filter(({ value }) => kind === undefined || value.kind.key === kind)
    .flatMap((evaluation) => {
      const layout = source.pack.forms.find((form) => form.kind.key === evaluation.value.kind.key)?.layout;
      return layout === undefined || evaluation.value.kind.linked
        ? []
        : [formTable(source, evaluation, layout, say)];
    });
}

/** Fills a self-evaluation form's layout. Everything is printed as the form's file has it. */
function formTable(
  source: BookletSource,
  evaluation: LoadedEvaluation,
  layout: FormLayout,
  say: Say,
): TableView {
  const printer = new FormPrinter(source, evaluation, say);
  return {
    key: evaluation.name,
    kind: 'form',
    title: say(layout.title),
    subtitle: say(layout.yearLine),
    unitName: source.year.unit.name,
    orientation: 'portrait',
    widths: layout.widths,
    head: [],
    body: layout.rows.flatMap((row) => printer.rows(row)),
  };
}

/** Printed where a row of the form has no such entry. */
const NO_ENTRY = '-';

/** A fixed cell heads a column in a heading row, several rows where it spans them, otherwise its own row. */
function fixedKind(text: string, heading: boolean, rows: number): TableCell['kind'] {
  if (text === '') return 'blank';
  if (/^[-—]$/.test(text)) return 'dash';
  if (rows > 1) return 'group';
  return heading ? 'head' : 'row';
}

class FormPrinter {
  private readonly source: BookletSource;
  private readonly say: Say;
  private readonly indicators: readonly RowContext[];
  private readonly sources: readonly RowContext[];
  private readonly base: RowContext;

  constructor(source: BookletSource, { value, name }: LoadedEvaluation, say: Say) {
    this.source = source;
    this.say = say;
    const prefix = `绩效.${name}`;
    this.base = { prefix, texts: formTexts(source, value) };
    this.indicators = indicatorContexts(prefix, value);
    this.sources = sourceContexts(prefix, value);
  }

  rows(row: FormRow): readonly (readonly TableCell[])[] {
    if ('perSource' in row) return this.sources.map((context) => this.cells(row.perSource, context, false));
    if ('perIndicator' in row)
      return this.indicators.map((context) => this.cells(row.perIndicator, context, false));
    if (row.when !== undefined && !this.hasFigure(row.when)) return [];
    return [this.cells(row.cells, this.base, row.heading !== undefined)];
  }

  private hasFigure(row: string): boolean {
    return this.source.figures.has(`${this.base.prefix}.资金.${row}.全年执行数`);
  }

  private cells(cells: readonly FormCell[], context: RowContext, heading: boolean): readonly TableCell[] {
    return cells.flatMap((entry) => this.cell(entry, context, heading));
  }

  private cell(entry: FormCell, context: RowContext, heading: boolean): readonly TableCell[] {
    if ('figure' in entry)
      return [this.figureCell(entry, context, { columns: entry.columns, rows: entry.rows })];
    if ('value' in entry) return this.textCell(entry, context);
    const follows = 'rowsFrom' in entry ? entry.rowsFrom : undefined;
    const extra = follows === undefined ? 0 : (follows === '指标' ? this.indicators : this.sources).length;
    return [
      cell(fixedKind(entry.text, heading, entry.rows + extra), this.say(entry.text), {
        columns: entry.columns,
        rows: entry.rows + extra,
      }),
    ];
  }

  /** A text of the form; nothing where an earlier row's cell spans this one. */
  private textCell(entry: Extract<FormCell, { value: string }>, context: RowContext): readonly TableCell[] {
    const rows = context.spans?.[entry.value] ?? entry.rows;
    if (rows === 0) return [];
    const text = context.texts[entry.value] ?? (entry.value === '执行率' ? NO_ENTRY : '');
    const id = context.measured?.[entry.value];
    const figure = id === undefined ? undefined : this.measuredFigure(id);
    const kind = text === NO_ENTRY ? 'dash' : 'text';
    return [cell(kind, text, { columns: entry.columns, rows, ...(figure && { figure }) })];
  }

  private measuredFigure(id: string): TableCell['figure'] {
    const figure = this.source.figures.find(id);
    return figure?.value.state === 'known' ? cellFigure(figure) : undefined;
  }

  private figureCell(
    entry: Extract<FormCell, { figure: string }>,
    context: RowContext,
    size: { columns: number; rows: number },
  ): TableCell {
    const id = `${context.prefix}.${entry.figure}`;
    const figure = this.source.figures.find(id);
    if (figure === undefined) return cell('dash', NO_ENTRY, size);
    const { value } = figure;
    if (value.state !== 'known') {
      const undisclosed = { ...size, figure: cellFigure(figure) };
      return cell('amount', this.source.pack.conventions.undisclosed, undisclosed);
    }
    const trimmed = formatExact(value.exact);
    const printed = {
      两位小数: formatFixed(value.exact, 2),
      去尾零: trimmed,
      百分数: `${formatFixed(value.exact, 2)}%`,
      分数: `${trimmed}分`,
    }[entry.format];
    return cell('amount', printed, { ...size, figure: cellFigure(figure) });
  }
}

function formTexts(source: BookletSource, form: Evaluation): Readonly<Record<string, string | undefined>> {
  const unitName = source.year.unit.name;
  const { nameKey } = form.kind;
  return {
    单位名称: unitName,
    预期目标: form.goals?.expected,
    实际完成情况: form.goals?.achieved,
    ...(nameKey !== undefined && {
      [nameKey]: form.name,
      主管部门: form.supervisor ?? unitName,
      实施单位: form.implementer ?? unitName,
    }),
  };
}

function sourceContexts(prefix: string, form: Evaluation): readonly RowContext[] {
  return form.money.map(({ name, executionRate }) => ({
    prefix: `${prefix}.资金.${name}`,
    texts: { 来源: name, 执行率: executionRate },
  }));
}

function indicatorContexts(prefix: string, form: Evaluation): readonly RowContext[] {
  const begun = new Set<PlacedLevel>();
  return indicatorsIn(form).map((placed, index) => {
    const id = `${prefix}.指标.${index + 1}`;
    const spans = placed.above.map((level) => {
      const first = !begun.has(level);
      begun.add(level);
      return [levelKey(level.level), first ? level.count : 0] as const;
    });
    return {
      prefix: id,
      texts: indicatorTexts(placed),
      spans: Object.fromEntries(spans),
      measured: { 指标值: `${id}.指标值`, 完成值: `${id}.完成值` },
    };
  });
}

function indicatorTexts({ above, indicator }: PlacedIndicator): Readonly<Record<string, string | undefined>> {
  return {
    ...Object.fromEntries(above.map(({ level, name }) => [levelKey(level), name])),
    [levelKey(above.length + 1)]: indicator.name,
    指标值: indicator.target,
    完成值: indicator.actual,
    设定依据: indicator.basis,
    偏差原因: indicator.deviationReason,
  };
}
