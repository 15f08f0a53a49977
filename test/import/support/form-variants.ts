import { insertColumn, insertRows, type TestSheet, type Value } from './sheets.ts';

type Change = (sheets: TestSheet[]) => TestSheet[];

function texts(change: (text: string, sheet: TestSheet, row: number) => Value): Change {
  return (sheets) => {
    for (const sheet of sheets)
      sheet.rows = sheet.rows.map((cells, row) =>
        cells.map((value) => (typeof value === 'string' ? change(value, sheet, row) : value)),
      );
    return sheets;
  };
}

function numbers(change: (number: number) => Value): Change {
  return (sheets) => {
    for (const sheet of sheets)
      sheet.rows = sheet.rows.map((cells) =>
        cells.map((value) => (typeof value === 'number' ? change(value) : value)),
      );
    return sheets;
  };
}

/** Labels of forms are short; so are names of indicators and headings. */
const SHORT = 8;

/** Ways in which clerks and their programs make the same forms. */
export const FORM_VARIANTS: Readonly<Record<string, Change>> = {
  'merged cells taken apart': (sheets) => sheets.map((sheet) => ({ ...sheet, merges: [] })),
  'rows above and below that say something else': (sheets) => {
    for (const sheet of sheets) {
      insertRows(sheet, 0, ['附件1'], [undefined]);
      insertRows(
        sheet,
        sheet.rows.length,
        ['填表人：张三', undefined, '联系电话：略'],
        ['注：得分一档最高不超过该项分值。'],
      );
    }
    return sheets;
  },
  'blank rows between, and a blank column': (sheets) => {
    for (const sheet of sheets) {
      insertColumn(sheet, 0);
      insertRows(sheet, 3, []);
      insertRows(sheet, 2, [], []);
    }
    return sheets;
  },
  'all in one sheet, one below the other': (sheets) => {
    const [first, ...others] = sheets;
    if (first === undefined) return sheets;
    for (const { rows, merges } of others) {
      const down = first.rows.length + 2;
      first.rows = [...first.rows, [], [], ...rows];
      first.merges = [
        ...first.merges,
        ...merges.map((one) => ({ ...one, top: one.top + down, bottom: one.bottom + down })),
      ];
    }
    return [{ ...first, name: '绩效自评表' }];
  },
  'sheets in another order, with other names': (sheets) => {
    const [overall, ...projects] = sheets;
    const named = (sheet: TestSheet, index: number): TestSheet => ({ ...sheet, name: `Sheet${index + 1}` });
    return [...projects, ...(overall === undefined ? [] : [overall])].map(named);
  },
  'without titles': (sheets) => {
    for (const sheet of sheets) {
      sheet.rows = sheet.rows.slice(2);
      sheet.merges = sheet.merges
        .filter(({ top }) => top >= 2)
        .map((one) => ({ ...one, top: one.top - 2, bottom: one.bottom - 2 }));
    }
    return sheets;
  },
  'labels set apart by blanks, and torn': texts((text) =>
    text.length <= 4 && /^\p{Script=Han}+$/u.test(text) ? Array.from(text).join(' ') : text,
  ),
  'words torn by line ends': texts((text, _, row) =>
    row > 2 && text.length > SHORT && !text.includes('\n') && /^\p{Script=Han}+$/u.test(text)
      ? text.replaceAll(/.{5}/gu, '$&\n').trim()
      : text,
  ),
  'amounts as text': numbers((number) => number.toFixed(2)),
  'points with their unit': texts((text) => (/^\d+分$/u.test(text) ? text.replace('分', ' 分') : text)),
  'signs of other width': texts((text) =>
    text
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replace(/^其中：/u, '其中:'),
  ),
  'dashes of another kind': texts((text) => (text === '-' || text === '—' ? '－' : text)),
};
