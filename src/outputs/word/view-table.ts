import { AlignmentType, HeadingLevel, Paragraph, Tab, TabStopType, TextRun, type FileChild } from 'docx';
import type { TableCell, TableView } from '../../document/table-view.ts';
import { STEP } from './cell-size.ts';
import { fittingSize } from './fit.ts';
import { gridTable, type GridCell } from './grid-table.ts';
import { textWidth, type PageShape } from './pages.ts';
import { HEAD_RUN, SHEET_TITLE, STYLE } from './styles.ts';
import { lineRuns, type Look } from './text.ts';

/** A statutory table or a form as Word has it, with what stands above and below it. */
export function viewTable(view: TableView, shape: PageShape): readonly FileChild[] {
  const width = textWidth(shape);
  const table = gridTable({
    rows: [...view.head, ...view.body].map((row) => row.map((cell) => gridCell(cell, row, view.kind))),
    headRows: view.head.length,
    widths: view.widths,
    width,
    size: fittingSize(view, shape),
  });
  const caption = view.kind === 'form' ? formCaption(view) : statutoryCaption(view, width);
  return [...caption, table, ...(view.note?.split('\n') ?? []).map((line) => sheetLine([new TextRun(line)]))];
}

function statutoryCaption(view: TableView, width: number): readonly Paragraph[] {
  const { title, number, unitName, moneyUnit = '万元' } = view;
  const sides = [
    new TextRun(`单位：${unitName}`),
    new TextRun({ children: [new Tab(), `金额单位：${moneyUnit}`] }),
  ];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      ...SHEET_TITLE.paragraph,
      children: [new TextRun({ text: title, ...SHEET_TITLE.run })],
    }),
    ...(number === undefined ? [] : [sheetLine([new TextRun(number)], { alignment: AlignmentType.RIGHT })]),
    sheetLine(sides, { tabStops: [{ type: TabStopType.RIGHT, position: width }] }),
  ];
}

function formCaption({ title, subtitle = '' }: TableView): readonly Paragraph[] {
  return [
    new Paragraph({ style: STYLE.formTitle, text: title }),
    sheetLine([new TextRun(subtitle)], { alignment: AlignmentType.CENTER }),
  ];
}

function sheetLine(
  children: readonly TextRun[],
  more: Pick<ConstructorParameters<typeof Paragraph>[0] & object, 'alignment' | 'tabStops'> = {},
): Paragraph {
  return new Paragraph({ style: STYLE.sheetLine, keepNext: true, ...more, children });
}

function gridCell(cell: TableCell, row: readonly TableCell[], kind: TableView['kind']): GridCell {
  const lines = cell.text.split('\n').filter((line) => line.trim() !== '');
  return {
    columns: cell.columns,
    rows: cell.rows,
    align: alignmentOf(cell, kind),
    ...(cell.depth !== undefined && cell.depth > 0 && { indent: cell.depth * STEP }),
    content: lineRuns(lines, lookOf(cell, row, kind)),
  };
}

function alignmentOf({ kind, columns }: TableCell, of: TableView['kind']): GridCell['align'] {
  switch (kind) {
    case 'head':
    case 'group':
    case 'line':
    case 'code':
    case 'dash':
      return 'center';
    case 'amount':
      return 'right';
    case 'row':
      return of === 'form' || columns > 1 ? 'center' : 'left';
    case 'text':
    case 'blank':
      return 'left';
  }
}

/** A total, whose name stands across several columns of a statutory table, is set in bold with its amounts. */
function lookOf({ kind }: TableCell, row: readonly TableCell[], of: TableView['kind']): Look {
  if (kind === 'head') return HEAD_RUN;
  const isTotal = of === 'statutory' && row.some((one) => one.kind === 'row' && one.columns > 1);
  return isTotal && (kind === 'row' || kind === 'amount') ? { bold: true } : {};
}
