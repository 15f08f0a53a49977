import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GivenFile } from '../../src/import/given-file.ts';
import { MAX_FILE_BYTES } from '../../src/import/given-file.ts';
import { readGiven } from '../../src/workspace/given-files.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles, ROOT } from '../support/project.ts';
import { saved, sheetsOf } from './support/sheets.ts';
import {
  bookletOf,
  figuresAfter,
  given,
  lostCells,
  ownWorkbook,
  plan,
  withoutAccounts,
} from './support/taken-in.ts';

const FIXTURES = join(ROOT, 'test/import/fixtures');
const SLUG = 'demo-bureau';

/**
 * demo-bureau's own booklet.xlsx as LibreOffice 7.4 has saved it. When that unit's figures change, they are saved anew:
 * `soffice --headless --convert-to xls booklet.xlsx`, and with `csv:"Text - txt - csv (StarCalc)":44,34,76,1,,0,false,false,false,false,false,-1`
 * for CSV in UTF-8, 67 instead of 76 for GBK. The files of its budget and of what the nine tables do not hold are
 * those of support/supplements.ts, saved in the same way.
 */
const SAVED: readonly (readonly [name: string, year: number])[] = [
  ['demo-bureau-2021.xls', 2021],
  ['demo-bureau-2022.ods', 2022],
  ['demo-bureau-2023.xls', 2023],
  ['demo-bureau-2023.ods', 2023],
  ['csv', 2023],
  ['csv-gbk', 2023],
];

let files: readonly RawFile[];
beforeAll(async () => {
  files = await realFiles(SLUG);
});

async function lost(year: number, ...givenFiles: readonly GivenFile[]): Promise<readonly string[]> {
  const empty = withoutAccounts(files, SLUG, year);
  const made = await plan(empty, { slug: SLUG, year, pack: 'demo-2023' }, ...givenFiles);
  expect(made.findings).toEqual([]);
  expect(made.leftovers).toEqual([]);
  return lostCells(bookletOf(files, SLUG, year), figuresAfter(empty, SLUG, year, made));
}

describe('what LibreOffice has saved', () => {
  it.each(SAVED)('gives the same accounts: %s', async (name, year) => {
    expect(await lost(year, ...(await readGiven(join(FIXTURES, name), MAX_FILE_BYTES)))).toEqual([]);
  });
});

describe('the tables of the reference booklet', () => {
  it('give back what they hold; what they do not disclose stays undisclosed', async () => {
    const real = await realFiles('changji-sme');
    const booklet = bookletOf(real, 'changji-sme', 2023);
    const empty = withoutAccounts(real, 'changji-sme', 2023);
    const target = { slug: 'changji-sme', year: 2023, pack: 'xinjiang-2023' };
    const made = await plan(empty, target, await ownWorkbook(booklet));
    expect(made.findings).toEqual([]);
    expect(made.leftovers).toEqual([]);
    expect(made.writes[0]?.text).toContain('  未公开:\n    非财政拨款:\n      项目支出: 未公开\n');
    expect(lostCells(booklet, figuresAfter(empty, 'changji-sme', 2023, made))).toEqual([]);
  });
});

describe('amounts that were rounded to 万元', () => {
  it('are taken in as they are printed, and what is left of sums by rounding is nothing', async () => {
    const booklet = bookletOf(files, SLUG, 2023);
    const sheets = sheetsOf(booklet);
    for (const sheet of sheets)
      sheet.rows = sheet.rows.map((cells, row) =>
        cells.map((value, column) =>
          typeof value === 'number' && sheet.kindOf(row, column) === 'amount'
            ? Math.round(value * 100) / 100
            : value,
        ),
      );
    const empty = withoutAccounts(files, SLUG, 2023);
    const made = await plan(empty, { slug: SLUG, year: 2023, pack: 'demo-2023' }, saved(sheets));
    expect(made.findings).toEqual([]);
    const [{ text } = { text: '' }] = made.writes;
    expect(text).toContain('金额单位: 万元');
    expect(text).toContain('"2010302":\n    一般公共预算:\n      项目支出: 436.18\n  "2010303"');
  });
});

it('a folder that was renamed and a file without an ending are told by what is in them', async () => {
  const bytes = new Uint8Array(readFileSync(join(FIXTURES, 'demo-bureau-2023.xls')));
  expect(await lost(2023, given('附件', bytes))).toEqual([]);
});
