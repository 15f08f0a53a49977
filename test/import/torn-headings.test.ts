import { expect, it } from 'vitest';
import { isMap, type YamlMap } from '../../src/source/writer/value.ts';
import { formEntries } from '../../src/import/forms/form-entries.ts';
import { recogniseForms } from '../../src/import/forms/recognise-forms.ts';
import type { Sheet } from '../../src/import/workbook/sheet.ts';
import { opened } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';
import { formSheetsOf } from './support/form-sheets.ts';
import type { TestSheet } from './support/sheets.ts';
import { bookletOf } from './support/taken-in.ts';

const HEADING = '产出指标';

/** A form's table as a PDF gives it. */
function sheetOf({ name, rows, merges }: TestSheet, pageStarts: readonly number[]): Sheet {
  return {
    ...{ file: 'booklet.pdf', name, merges, pageStarts },
    rows: rows.map((cells, row) =>
      cells.map((value, column) =>
        value === undefined ? undefined : { row, column, text: String(value), isNumber: false },
      ),
    ),
    places: rows.map(() => '第 20 页'),
  };
}

it.each([1, 2, 4])(
  'a heading whose words stand behind the end of a page, after %i of its rows, heads them all',
  async (above) => {
    const files = await realFiles('changji-sme');
    const input = opened(files);
    const pack = input.packs.packs.get('xinjiang-2023');
    const form = formSheetsOf(bookletOf(files, 'changji-sme', 2023)).find(({ name }) => name === 'project-8');
    if (pack === undefined || form === undefined) throw new Error('no form');
    const by = { pack, codes: input.content.shared.codesFor(2023), items: new Map<string, string>() };
    const entered = (sheet: Sheet): YamlMap | undefined => {
      const [read] = recogniseForms([sheet], by).recognised.forms;
      return read && formEntries(read, '万元').value;
    };
    const whole = entered(sheetOf(form, []));
    const top = form.rows.findIndex((cells) => cells.includes(HEADING));
    const column = form.rows[top]?.indexOf(HEADING) ?? -1;
    const merge = form.merges.find((one) => one.top === top && one.left === column);
    if (merge === undefined) throw new Error('no heading of several rows');
    const next = top + above;
    const torn: TestSheet = {
      ...form,
      rows: form.rows.map((cells, row) => {
        const value = row === next ? HEADING : row === top ? undefined : cells[column];
        return cells.length > column ? cells.with(column, value) : cells;
      }),
      merges: [
        ...form.merges.filter((one) => one !== merge),
        ...(above > 1 ? [{ ...merge, bottom: next - 1 }] : []),
        { ...merge, top: next },
      ],
    };
    expect(isMap(whole)).toBe(true);
    expect(entered(sheetOf(torn, [next]))).toEqual(whole);
  },
);
