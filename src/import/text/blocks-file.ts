import type { Sheet, SheetCell } from '../workbook/sheet.ts';
import { counted, type GivenText, type TextTable } from './given-text.ts';
import type { HtmlBlock, HtmlTable } from './html-blocks.ts';

/** How many paragraphs above a table may say what it is: its title, the body, the unit of its amounts. */
const CAPTION = 4;
/** Longer paragraphs are no titles. */
const LONGEST_CAPTION = 60;

/** A file of paragraphs and tables: places are told by the numbers of paragraphs, and of tables and their rows. */
export function blocksFile(file: string, blocks: readonly HtmlBlock[]): GivenText {
  const pieces: string[] = [];
  const tables: TextTable[] = [];
  let offset = 0;
  blocks.forEach((block, index) => {
    const lines = 'text' in block ? block.text.split('\n') : block.rows.flat().map((text) => text ?? '');
    const from = offset;
    for (const line of lines.flatMap((one) => one.split('\n'))) {
      pieces.push(line);
      offset += line.length + 1;
    }
    if ('text' in block) return;
    const caption = captionAbove(blocks, index);
    tables.push({ sheet: sheetOf(file, tables.length + 1, caption, block), spans: [[from, offset]] });
  });
  return { file, tables, ...counted(pieces, '段') };
}

/** The short paragraphs right above a table. */
function captionAbove(blocks: readonly HtmlBlock[], index: number): readonly string[] {
  const above = blocks.slice(Math.max(index - CAPTION, 0), index);
  const first = above.findLastIndex((block) => !('text' in block) || block.text.length > LONGEST_CAPTION);
  return above.slice(first + 1).flatMap((block) => ('text' in block ? block.text.split(/[\n\t]+/u) : []));
}

function sheetOf(file: string, number: number, caption: readonly string[], table: HtmlTable): Sheet {
  const lines = [...caption.map((text) => [text]), ...table.rows];
  const down = caption.length;
  return {
    file,
    name: `第 ${number} 张表`,
    rows: lines.map((cells, row) =>
      Array.from(cells, (text, column): SheetCell | undefined =>
        text === undefined ? undefined : { row, column, text, isNumber: false },
      ),
    ),
    merges: table.merges.map(({ top, bottom, ...rest }) => ({
      ...rest,
      top: top + down,
      bottom: bottom + down,
    })),
    places: lines.map((_, row) =>
      row < down ? `第 ${number} 张表上面` : `第 ${number} 张表第 ${row - down + 1} 行`,
    ),
  };
}
