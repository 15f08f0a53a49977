import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Site } from '../../src/compile/compile-site.ts';
import { countFiles, recordOf } from '../../src/outputs/published/booklet-record.ts';
import { readRecords, writeRecords } from '../../src/outputs/published/records-folder.ts';
import { summarizeUnits } from '../../src/summary/unit-summary.ts';
import { compiled } from '../support/compiled.ts';
import { differences, treeOf } from '../support/folder-tree.ts';
import { withImprint } from '../support/imprint.ts';
import { realFiles } from '../support/project.ts';

const RECORD = '.mingbai-booklets/changji-sme/2023.json';
const FILES = [{ title: '收入决算表', path: 'tables/revenue.csv', mediaType: 'text/csv', size: 12 }];
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-records-'));
  await write(folder);
  mkdirSync(join(folder, 'changji-sme/2023'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function write(to: string): Promise<void> {
  await writeSite(compiled(await realFiles('changji-sme')), to);
}

async function writeSite({ units, settings: { licence } }: Site, to: string): Promise<void> {
  const records = units.flatMap(({ booklets }) =>
    booklets.map((one) => recordOf(one, FILES, false, licence)),
  );
  writeRecords({ units: summarizeUnits(units, false), records }, to);
}

const change = (from: string | RegExp, to: string): void => {
  const file = join(folder, RECORD);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
};

describe('what an output remembers of its booklets', () => {
  it('are the same bytes for the same booklets', async () => {
    const before = treeOf(folder);
    await write(folder);
    expect(before.size).toBe(2);
    expect(differences(before, treeOf(folder))).toEqual([]);
  });

  it('lists no PDF that somebody has taken out', async () => {
    const { units } = compiled(await realFiles('changji-sme'));
    const pdf = { path: 'booklet.pdf', title: '全文（PDF）', mediaType: 'application/pdf' };
    const part = { ...pdf, path: 'parts/overview.pdf' };
    const records = units.flatMap(({ booklets }) =>
      booklets.map((one) => recordOf(one, [pdf, part, ...FILES], true)),
    );
    writeRecords({ units: summarizeUnits(units, true), records }, folder);
    writeFileSync(join(folder, 'changji-sme/2023/booklet.pdf'), '');
    const [record] = (await readRecords(folder)).records;
    expect(record?.files).toEqual([pdf, ...FILES]);
    expect(record?.summary.pdf).toBe(true);
    expect(countFiles(records)).toEqual({ pdfs: 2, data: 1 });
  });

  it('is what its pages say, and nothing of its sources', async () => {
    const text = readFileSync(join(folder, RECORD), 'utf8');
    const { units, records } = await readRecords(folder);
    expect(units.map(({ slug, booklets }) => [slug, booklets.map(({ year }) => year)])).toEqual([
      ['changji-sme', [2023]],
    ]);
    expect(records[0]?.summary.title).toBe('昌吉回族自治州中小企业发展局2023年度部门决算公开说明');
    expect(records[0]?.files).toEqual(FILES);
    expect(text).toContain('昌吉州三级联动挂钩帮扶企业政企直通码');
    expect(text).not.toMatch(/accounts\.yaml|核对说明|\$schema/);
  });

  // Whoever changes this list raises the number of the form in records-folder.ts.
  it('has this form', async () => {
    await writeSite(compiled(withImprint(await realFiles('demo-bureau'))), folder);
    const record = join(folder, '.mingbai-booklets/demo-bureau/2023.json');
    const { summary, ...rest } = JSON.parse(readFileSync(record, 'utf8')) as {
      readonly format: number;
      readonly summary: {
        readonly figures: Readonly<Record<string, object>>;
        readonly threePublic: readonly object[];
      };
    };
    expect(rest.format).toBe(5);
    expect(Object.keys(rest)).toEqual(['format', 'files', 'licence', 'sections']);
    expect(Object.keys(summary).sort()).toEqual([
      'correctedOn',
      'figures',
      'listed',
      'name',
      'parts',
      'pdf',
      'publishedOn',
      'slug',
      'tables',
      'threePublic',
      'title',
      'year',
    ]);
    expect(Object.keys(summary.figures)).toEqual([
      '收入.本年收入合计',
      '支出.本年支出合计',
      '财政拨款.本年支出',
      '三公经费.决算数.合计',
      '收入.总计',
      '支出.总计',
      '财政拨款.支出总计',
    ]);
    expect(Object.keys(summary.threePublic[0] ?? {})).toEqual([
      'figure',
      'name',
      'meaning',
      'parts',
      'budget',
      'change',
      'direction',
      'counts',
      'reasons',
    ]);
    expect(Object.keys(summary.figures['收入.总计'] ?? {})).toEqual([
      'own',
      'lastYear',
      'lastYearUnknown',
      'change',
      'growth',
      'direction',
    ]);
  });
});

describe('an output', () => {
  it.each([
    ['without records', () => rmSync(join(folder, '.mingbai-booklets'), { recursive: true })],
    ['with records of another form', () => change('"format":5', '"format":3')],
    ['with a record that was cut off', () => change(/.{50}$/, '')],
    ['with a record that is none', () => change(/^.*$/, '7')],
  ])('%s is not taken over in part', async (_, spoil) => {
    spoil();
    await expect(readRecords(folder)).rejects.toThrow(/请先不写单位，运行 mingbai build 全部生成一次/);
  });

  it('from which somebody took a booklet or a PDF does not have them any more', async () => {
    writeFileSync(join(folder, 'changji-sme/2023/booklet.pdf'), '');
    expect((await readRecords(folder)).units[0]?.booklets[0]?.pdf).toBe(true);
    rmSync(join(folder, 'changji-sme/2023/booklet.pdf'));
    expect((await readRecords(folder)).units[0]?.booklets[0]?.pdf).toBe(false);
    rmSync(join(folder, 'changji-sme'), { recursive: true });
    expect(await readRecords(folder)).toEqual({ units: [], records: [] });
  });

  it('may hold files among its records that are none', async () => {
    writeFileSync(join(folder, '.mingbai-booklets/.DS_Store'), '');
    writeFileSync(join(folder, '.mingbai-booklets/changji-sme/2022.json.bak'), '');
    expect((await readRecords(folder)).records).toHaveLength(1);
  });
});
