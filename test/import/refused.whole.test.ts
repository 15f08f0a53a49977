import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as spreadsheet from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { GivenFile } from '../../src/import/given-file.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles, ROOT } from '../support/project.ts';
import { archive } from './support/archives.ts';
import { blankSheet, saved, sheetsOf, type TestSheet } from './support/sheets.ts';
import { bookletOf, given, ownWorkbook, takenIn, withoutAccounts } from './support/taken-in.ts';

const TARGET = { slug: 'demo-bureau', year: 2023, pack: 'demo-2023' };

let files: readonly RawFile[];
let booklet: Booklet;
let own: GivenFile;
/** Pages without a text. */
let scanned: Uint8Array;

beforeAll(async () => {
  files = withoutAccounts(await realFiles(TARGET.slug), TARGET.slug, TARGET.year);
  booklet = bookletOf(await realFiles(TARGET.slug), TARGET.slug, TARGET.year);
  own = await ownWorkbook(booklet);
  const pages = await PDFDocument.create();
  pages.addPage().drawRectangle({ width: 100, height: 100 });
  scanned = await pages.save();
});

/** The own workbook with more in its archive. */
function withEntries(
  entries: Readonly<Record<string, string | Uint8Array>>,
  stated?: (size: number) => number,
) {
  return given('决算.xlsx', archive({ ...unzipSync(own.bytes), ...entries }, stated));
}

function changedSheets(change: (sheet: TestSheet, index: number) => void): GivenFile {
  const sheets = sheetsOf(booklet);
  sheets.forEach(change);
  return saved(sheets);
}

function oldFileWith(...entries: readonly string[]): GivenFile {
  const container = spreadsheet.CFB.utils.cfb_new();
  const sheet = spreadsheet.write(
    { SheetNames: ['a'], Sheets: { a: { '!ref': 'A1' } } },
    { type: 'array', bookType: 'biff8' },
  );
  const book = spreadsheet.CFB.read(new Uint8Array(sheet as ArrayBuffer), { type: 'array' } as object);
  const content = spreadsheet.CFB.find(book, 'Workbook')?.content;
  spreadsheet.CFB.utils.cfb_add(container, 'Workbook', content);
  for (const name of entries) spreadsheet.CFB.utils.cfb_add(container, name, new Uint8Array([1, 2, 3]));
  return given(
    '决算.xls',
    new Uint8Array(spreadsheet.CFB.write(container, { type: 'array' } as object) as unknown as number[]),
  );
}

const MEGABYTE = 1024 * 1024;

/** Files that are not taken in, and the sentence that says why. */
const REFUSED: Readonly<Record<string, readonly [make: () => GivenFile, sentence: RegExp]>> = {
  'a file with a password': [
    () => given('locked.xlsx', new Uint8Array(readFileSync(join(ROOT, 'test/import/fixtures/locked.xlsx')))),
    /有密码；请去掉密码后另存$/,
  ],
  'an OpenDocument file with a password': [
    () =>
      given(
        'locked.ods',
        archive({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'META-INF/manifest.xml': '<manifest:encryption-data/>',
          'content.xml': 'x',
        }),
      ),
    /有密码/,
  ],
  'a workbook with macros': [
    () => withEntries({ 'xl/vbaProject.bin': 'x' }),
    /里有宏，不读取；请另存为不含宏的/,
  ],
  'an old workbook with macros': [() => oldFileWith('_VBA_PROJECT_CUR/VBA/dir'), /里有宏/],
  'a file that unpacks to hundreds of megabytes': [
    () => withEntries({ 'xl/media/a.bin': new Uint8Array(80 * MEGABYTE) }),
    /解压后过大/,
  ],
  'a file that unpacks to more than it says': [
    () => withEntries({ 'xl/media/a.bin': new Uint8Array(80 * MEGABYTE) }, () => 10),
    /解压后过大/,
  ],
  'a file of 100 MB': [
    () => ({ name: '决算.xlsx', bytes: new Uint8Array(), size: 100 * MEGABYTE }),
    /有 100 MB，不像决算报表/,
  ],
  'a workbook of 1,000 sheets': [
    () =>
      saved(Array.from({ length: 1000 }, (_, index) => ({ ...blankSheet(`表${index}`), rows: [['甲']] }))),
    /有 1000 张表，不像决算报表/,
  ],
  'a sheet of 6,000 rows': [
    () =>
      changedSheets((sheet, index) => {
        if (index === 0) sheet.rows = Array.from({ length: 6000 }, () => [1]);
      }),
    /超过 5000 行或 400 列/,
  ],
  'a file that was cut off': [
    () => given('决算.xlsx', own.bytes.slice(0, 9000)),
    /已损坏，读不出来；请重新导出$/,
  ],
  'a scanned PDF': [() => given('决算.pdf', scanned), /PDF 里没有文字，多半是扫描件/],
  'a broken PDF': [() => given('决算.pdf', new TextEncoder().encode('%PDF-1.7\n…')), /PDF 已损坏/],
  'a Word file': [
    () => given('决算.docx', archive({ 'word/document.xml': '<w:document/>' })),
    /Word 文件已损坏/,
  ],
  'a picture': [() => given('决算.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])), /不是能读的表格/],
  'a text as long as a library': [
    () => given('公开文本.txt', new TextEncoder().encode('收入100万元。'.repeat(30_000))),
    /文字有 24 万字，不像决算公开文本/,
  ],
  'an empty text': [() => given('公开文本.txt', new Uint8Array()), /里的话多半不是模板包/],
  'a text of something else': [
    () => given('通知.txt', new TextEncoder().encode('关于召开会议的通知。请各单位于10日前报名。')),
    /里的话多半不是模板包“demo-2023”里的话/,
  ],
  'a text': [() => given('决算.csv', new TextEncoder().encode('你好，世界')), /没有认出一张决算表/],
  'an empty file': [() => given('决算.csv', new Uint8Array()), /没有认出一张决算表/],
  'tables of another year': [
    () => changedSheets((sheet, index) => index === 3 && (sheet.rows[1] = ['2022年度', '公开04表'])),
    /写的是 2022 年度，要导入的是 2023 年度/,
  ],
  'tables that name another year in their title alone': [
    () =>
      changedSheets((sheet, index) => {
        if (index === 3) sheet.rows.splice(0, 2, ['2022年度财政拨款收入支出决算总表'], ['公开04表']);
      }),
    /写的是 2022 年度，要导入的是 2023 年度/,
  ],
  'tables of another body': [
    () => changedSheets((sheet) => (sheet.rows[2] = ['单位：另一市政务服务局', '金额单位：万元'])),
    /写的单位是“另一市政务服务局”，content\/units\/demo-bureau 是“示例市政务服务局”/,
  ],
  'tables in several units of money': [
    () => changedSheets((sheet, index) => index === 4 && (sheet.rows[2] = ['金额单位：元'])),
    /各表的金额单位不一样：.*公开01表” 写的是万元，.*公开05表” 写的是元；请统一/,
  ],
  'tables without a unit of money': [
    () => changedSheets((sheet) => (sheet.rows[2] = ['单位：示例市政务服务局'])),
    /没有写金额单位/,
  ],
};

describe('one clear sentence, and nothing written:', () => {
  it.each(Object.entries(REFUSED))('%s', async (_, [make, sentence]) => {
    const refused = await takenIn(files, TARGET, make());
    expect(refused).toMatch(sentence);
    expect(String(refused).split('\n')).toHaveLength(1);
  });

  it('no file among several is taken in, if one is refused', async () => {
    const scan = given('决算.pdf', new TextEncoder().encode('%PDF-1.7'));
    expect(await takenIn(files, TARGET, own, scan)).toMatch(/^决算\.pdf：PDF 已损坏/);
  });
});

describe('what a file may not reach', () => {
  it('is another file: entities are not read', async () => {
    const path = 'xl/sharedStrings.xml';
    const strings = new TextDecoder().decode(unzipSync(own.bytes)[path]);
    const entity = `<!DOCTYPE sst [<!ENTITY x SYSTEM "file://${join(ROOT, 'package.json')}">]>`;
    const reading = strings.replace('<sst', `${entity}<sst`).replaceAll('收入决算表', '&x;收入决算表');
    const plan = await takenIn(files, TARGET, withEntries({ [path]: reading }));
    expect(JSON.stringify(plan)).not.toContain('devDependencies');
  });
});
