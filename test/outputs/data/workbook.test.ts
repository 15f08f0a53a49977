import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableView } from '../../../src/document/table-view.ts';
import { flatTable } from '../../../src/outputs/data/flat-table.ts';
import { tableCsv } from '../../../src/outputs/data/table-csv.ts';
import { workbook } from '../../../src/outputs/data/workbook.ts';
import { compiled } from '../../support/compiled.ts';
import { realFiles } from '../../support/project.ts';
import { readWorkbook, workbookFiles, type ReadSheet, type SheetCell } from './read-workbook.ts';
import { table } from './sample-table.ts';

const DESCRIPTION = { title: '示例局2023年度部门决算', unitName: '示例局', year: 2023 };

const write = async (...tables: TableView[]): Promise<readonly ReadSheet[]> =>
  readWorkbook(await workbook(tables, DESCRIPTION));

/** `name|amount` of every amount: the name is the text before it in its row. */
function sheetAmounts({ cells }: ReadSheet, headEnd: number): readonly string[] {
  const rows = Map.groupBy(
    cells.filter(({ row }) => row > headEnd),
    ({ row }) => row,
  );
  return [...rows.values()].flatMap((row) => {
    let name = '';
    return row.flatMap((one) => {
      if (one.format === '0.00') return [`${name}|${one.text ? '' : Number(one.value)}`];
      if (one.text) name = one.value;
      return [];
    });
  });
}

function csvAmounts(view: TableView): readonly string[] {
  const flat = flatTable(view);
  const name = flat.fields.find(({ kind }) => kind === 'name')?.name ?? '';
  const amounts = flat.fields.filter(({ kind }) => kind === 'amount');
  const records: Record<string, string>[] = parse(tableCsv(flat), { bom: true, columns: true });
  return records.flatMap((record) =>
    amounts.map(
      (field) => `${record[name] ?? ''}|${record[field.name] === '' ? '' : Number(record[field.name])}`,
    ),
  );
}

describe('the workbook of a booklet', () => {
  let tables: readonly TableView[];
  let sheets: readonly ReadSheet[];

  beforeAll(async () => {
    const { units } = compiled(await realFiles('changji-sme', 'demo-bureau'));
    const booklets = units.flatMap((unit) => unit.booklets).filter(({ year }) => year === 2023);
    tables = booklets.flatMap((booklet) => booklet.render().tables);
    sheets = (
      await Promise.all(
        booklets.map(async (one) => readWorkbook(await workbook(one.render().tables, DESCRIPTION))),
      )
    ).flat();
  });

  it('has the amounts of the CSV files, as numbers', () => {
    expect(sheets).toHaveLength(18);
    for (const [index, view] of tables.entries()) {
      const sheet = sheets[index];
      const amounts = sheet === undefined ? [] : sheetAmounts(sheet, 3 + view.head.length);
      expect(amounts.length, view.key).toBeGreaterThan(0);
      expect(amounts.toSorted(), view.key).toEqual(csvAmounts(view).toSorted());
    }
  });

  it('prints what is not disclosed as the booklet does', () => {
    const [sheet] = sheets;
    expect(sheet?.cells.find(({ ref }) => ref === 'F7')).toMatchObject({ text: true, value: '—' });
  });

  it('has the official layout', () => {
    const [sheet] = sheets;
    const at = (ref: string): SheetCell | undefined => sheet?.cells.find((one) => one.ref === ref);
    expect(sheets.slice(0, 9).map(({ name }) => name)).toEqual(
      Array.from({ length: 9 }, (_, index) => `公开0${index + 1}表`),
    );
    expect(['A1', 'A2', 'D2', 'A3', 'D3', 'A4', 'D4'].map((ref) => at(ref)?.value)).toEqual([
      '收入支出决算总表',
      '2023年度',
      '公开01表',
      '单位：昌吉回族自治州中小企业发展局',
      '金额单位：万元',
      '收入',
      '支出',
    ]);
    expect(at('C6')).toMatchObject({ text: false, value: '1' });
    expect(at('C7')).toMatchObject({ text: false, value: '292.54', format: '0.00' });
    expect(sheet?.xml).toContain('<mergeCell ref="A4:C4"/>');
    expect(sheet?.xml).toMatch(/<pane ySplit="6" topLeftCell="A7" state="frozen"/);
  });

  it('is ready for A4, upright or across', () => {
    for (const [index, { orientation }] of tables.entries()) {
      expect(sheets[index]?.xml).toMatch(
        new RegExp(`<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1"`),
      );
    }
  });

  it('keeps codes as text', () => {
    const codes = sheets[1]?.cells.filter(({ format }) => format === '@') ?? [];
    expect(codes.map(({ value }) => value)).toContain('2011350');
    expect(codes.every(({ text }) => text)).toBe(true);
  });
});

describe('a workbook', () => {
  it('has text where a name looks like a formula', async () => {
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '<b>&"'];
    const [sheet] = await write(table(names.map((name) => [name, '-1.5'])));
    expect(sheet?.xml).not.toContain('<f');
    expect(sheet?.cells.filter(({ ref, row }) => ref.startsWith('A') && row > 4)).toMatchObject(
      names.map((value) => ({ text: true, value })),
    );
    expect(sheet?.cells.find(({ ref }) => ref === 'B5')).toMatchObject({ text: false, value: '-1.5' });
  });

  it('names sheets by number, or by key where that cannot be', async () => {
    const numbers = ['公开01表', '公开01表', 'a/b'].map((number, index) =>
      table([['甲', '1']], { key: `table-${index}`, number }),
    );
    const sheets = await write(...numbers, table([], { key: 'none' }));
    expect(sheets.map(({ name }) => name)).toEqual(['公开01表', 'table-1', 'table-2', 'none']);
    const book = workbookFiles(await workbook(numbers, DESCRIPTION))['xl/workbook.xml'];
    expect(book).toContain(`localSheetId="1">'table-1'!$4:$4<`);
  });

  it('is wide enough for its amounts', async () => {
    const [sheet] = await write(table([['甲', '123456789012.34']], { widths: [99, 1] }));
    expect(sheet?.xml).toMatch(/<col min="2" max="2" width="17"/);
  });

  it('holds no date but the end of the year', async () => {
    const core = workbookFiles(await workbook([table([])], DESCRIPTION))['docProps/core.xml'];
    expect(core?.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual(['2023-12-31T00:00:00Z', '2023-12-31T00:00:00Z']);
  });
});
