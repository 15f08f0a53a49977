import type { GivenFile } from '../../../src/import/given-file.ts';
import {
  asPages,
  asTexts,
  blankSheet,
  changed,
  insertColumn,
  insertRows,
  removeRow,
  saved,
  type TestSheet,
} from './sheets.ts';
import {
  dropZeroRows,
  each,
  fillMerges,
  flatten,
  inUnit,
  inUtf16,
  joinCodes,
  setTitle,
  splitCodes,
  stacked,
  wide,
  wrapped,
} from './changes.ts';

/** The same tables as others make and save them: each must give the same accounts. */
export const SAME: Readonly<Record<string, (sheets: TestSheet[]) => GivenFile | readonly GivenFile[]>> = {
  // names and places of sheets
  'sheets called Sheet1, Sheet2': (sheets) =>
    saved(each(sheets, (sheet, index) => (sheet.name = `Sheet${index + 1}`))),
  'sheets in the other order': (sheets) => saved(sheets.reverse()),
  'sheets with each other’s numbers for names': (sheets) => {
    const names = sheets.map(({ name }) => name);
    return saved(each(sheets, (sheet, index) => (sheet.name = names[(index + 4) % names.length] ?? '')));
  },
  'all tables below each other in one sheet': (sheets) => saved([stacked(sheets, 3)]),
  'all tables in one sheet without a blank row': (sheets) => saved([stacked(sheets, 0)]),
  'a file for each sheet': (sheets) =>
    sheets.map((sheet) => ({ ...saved([sheet]), name: `${sheet.name}.xlsx` })),
  'a sheet of words before the tables': (sheets) =>
    saved([{ ...blankSheet('目录'), rows: [['目录'], ['公开01表', '收入支出决算总表']] }, ...sheets]),

  // titles and captions
  'no numbers of tables': (sheets) => saved(each(sheets, (sheet) => removeRow(sheet, 1))),
  'titles in the names of sheets alone': (sheets) =>
    saved(
      each(sheets, (sheet) => {
        sheet.name = String(sheet.rows[0]?.[0]);
        removeRow(sheet, 0);
        removeRow(sheet, 0);
      }),
    ),
  'titles with the year and the body': (sheets) =>
    saved(each(sheets, (sheet) => setTitle(sheet, (title) => `示例市政务服务局2023年度${title}`))),
  'titles with a number': (sheets) =>
    saved(each(sheets, (sheet, index) => setTitle(sheet, (title) => `附表${index + 1}：${title}（公开表）`))),
  'titles with blanks between their characters': (sheets) =>
    saved(each(sheets, (sheet) => setTitle(sheet, (title) => [...title].join(' ')))),
  'lines above the title, with a date': (sheets) =>
    saved(each(sheets, (sheet) => insertRows(sheet, 0, ['附件1'], ['填报日期：2024年8月20日'], []))),
  'the body and the unit of money in one cell': (sheets) =>
    saved(each(sheets, (sheet) => (sheet.rows[2] = ['编制单位：示例市政务服务局　　　金额单位：万元']))),
  'the unit of money on the first sheet alone': (sheets) =>
    saved(each(sheets, (sheet, index) => (sheet.rows[2] = index === 0 ? (sheet.rows[2] ?? []) : []))),
  'who made the table below it': (sheets) =>
    saved(each(sheets, (sheet) => sheet.rows.push([], ['制表人：甲', undefined, '审核人：乙'], ['第 1 页']))),

  // heads
  'heads without merged cells': (sheets) => saved(each(sheets, (sheet) => (sheet.merges = []))),
  'heads with the words in every cell': (sheets) => saved(each(sheets, fillMerges)),
  'heads in one row, joined by a dash': (sheets) => saved(each(sheets, (sheet) => flatten(sheet, '-'))),
  'heads in one row, joined by a line end': (sheets) => saved(each(sheets, (sheet) => flatten(sheet, '\n'))),
  'heads in one row, joined by nothing': (sheets) => saved(each(sheets, (sheet) => flatten(sheet, ''))),
  'heads of their lowest level alone': (sheets) => saved(each(sheets, (sheet) => flatten(sheet, undefined))),
  'no row of 栏次': (sheets) =>
    saved(each(sheets, (sheet) => removeRow(sheet, sheet.caption + sheet.head - 1, '栏次'))),
  'heads that wrap': (sheets) => saved(changed(sheets, 'head', (value) => wrapped(value))),
  'the head once more where a page ends': (sheets) =>
    saved(
      each(sheets, (sheet) => {
        const head = sheet.rows.slice(sheet.caption, sheet.caption + sheet.head);
        const half = Math.floor(sheet.rows.length / 2);
        if (half > sheet.caption + sheet.head + 1) insertRows(sheet, half, ...head.map((row) => [...row]));
      }),
    ),

  // rows and columns
  'blank rows between rows': (sheets) =>
    saved(
      each(sheets, (sheet) =>
        Array.from(sheet.rows.keys())
          .reverse()
          .forEach((row) => insertRows(sheet, row, [])),
      ),
    ),
  'a blank column at the left': (sheets) => saved(each(sheets, (sheet) => insertColumn(sheet, 0))),
  'a blank column before the last': (sheets) =>
    saved(each(sheets, (sheet) => insertColumn(sheet, (sheet.rows[sheet.caption]?.length ?? 2) - 1))),
  'hidden rows': (sheets) =>
    saved(each(sheets, (sheet) => [8, 9, 10, 14].forEach((row) => sheet.hidden.add(row)))),
  'a column of remarks': (sheets) =>
    saved(
      each(sheets, (sheet) =>
        insertColumn(sheet, 12, (row) => (row === sheet.caption ? '备注' : row > 9 ? '无' : undefined)),
      ),
    ),
  'no 行次': (sheets) => saved(changed(sheets, 'line', () => undefined)),
  'all rows that are zero left out': (sheets) => saved(each(sheets, dropZeroRows)),
  'the row of all others at the end': (sheets) =>
    saved(
      each(sheets, (sheet) => {
        const at = sheet.rows.findIndex(
          ([first], row) => first === '合计' && row >= sheet.caption + sheet.head,
        );
        const [row] = at < 0 ? [] : sheet.rows.splice(at, 1);
        sheet.merges = sheet.merges.filter(({ top }) => top !== at);
        if (row !== undefined) sheet.rows.splice(-1, 0, row);
      }),
    ),

  // codes and names
  'codes as numbers': (sheets) => saved(changed(sheets, 'code', (value) => Number(value))),
  'codes with blanks': (sheets) =>
    saved(changed(sheets, 'code', (value) => ` ${String(value).replace(/(?<=^...)/, ' ')} `)),
  'codes behind apostrophes': (sheets) => saved(changed(sheets, 'code', (value) => `'${String(value)}`)),
  'codes in wide digits': (sheets) => saved(changed(sheets, 'code', (value) => wide(String(value)))),
  'codes in three columns': (sheets) => saved(each(sheets, (sheet) => splitCodes(sheet, (part) => part))),
  'codes in three columns of numbers': (sheets) =>
    saved(each(sheets, (sheet) => splitCodes(sheet, (part) => (part === '' ? undefined : Number(part))))),
  'codes before names, in one cell': (sheets) => saved(each(sheets, joinCodes)),
  'names that wrap': (sheets) => saved(changed(sheets, 'row', (value) => wrapped(value))),
  'names with blanks between and before': (sheets) =>
    saved(changed(sheets, 'row', (value) => `\u3000\u3000${[...String(value)].join(' ')}`)),
  'names of classes without their numbers': (sheets) =>
    saved(changed(sheets, 'row', (value) => String(value).replace(/^[一二三四五六七八九十]+、/, ''))),

  // amounts
  'amounts as texts with separators': (sheets) =>
    saved(
      changed(sheets, 'amount', (value) =>
        Number(value).toLocaleString('en-US', { maximumFractionDigits: 6 }),
      ),
    ),
  'amounts in wide characters': (sheets) => saved(changed(sheets, 'amount', (value) => wide(String(value)))),
  'amounts behind apostrophes': (sheets) => saved(changed(sheets, 'amount', (value) => `'${String(value)}`)),
  'zeros as hyphens': (sheets) => saved(changed(sheets, 'amount', (value) => (value === 0 ? '-' : value))),
  'zeros as dashes': (sheets) => saved(changed(sheets, 'amount', (value) => (value === 0 ? '—' : value))),
  'zeros left blank': (sheets) =>
    saved(changed(sheets, 'amount', (value) => (value === 0 ? undefined : value))),
  'zeros as 0.00': (sheets) => saved(changed(sheets, 'amount', (value) => (value === 0 ? '0.00' : value))),
  'amounts in 元': (sheets) => saved(inUnit(sheets, '元', 10_000)),
  'amounts in 千元': (sheets) => saved(inUnit(sheets, '千元', 10)),
  'amounts in 亿元': (sheets) => saved(inUnit(sheets, '亿元', 0.0001)),
  'formulas with their results': (sheets) =>
    saved(changed(sheets, 'amount', (value) => ({ formula: 'SUM(A1:A2)', result: Number(value) }))),

  // kinds of files
  'saved as .xls': (sheets) => saved(sheets, 'biff8'),
  'saved as .ods': (sheets) => saved(sheets, 'ods'),
  'saved as flat .fods': (sheets) => saved(sheets, 'fods'),
  'saved as CSV': (sheets) => asTexts(sheets, ','),
  'saved as CSV with a byte-order mark': (sheets) => asTexts(sheets, ',', '\uFEFF'),
  'saved as web pages': (sheets) => asPages(sheets),
  'saved as text in UTF-16': (sheets) =>
    asTexts(sheets, '\t').map((file) => ({ ...file, ...inUtf16(file.bytes) })),
  'saved with tabs': (sheets) => asTexts(sheets, '\t'),
};
