import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import { MAX_FILE_BYTES, type GivenFile } from '../../src/import/given-file.ts';
import type { ImportPlan } from '../../src/import/import-files.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { readGiven } from '../../src/workspace/given-files.ts';
import { checked } from '../support/compiled.ts';
import { realFiles, ROOT, textFile, textOf } from '../support/project.ts';
import { saved, type TestSheet } from './support/sheets.ts';
import { budgetSheets, supplementSheets, totalBudgetSheet } from './support/supplements.ts';
import { bookletOf, figuresAfter, ownWorkbook, plan, takenIn, withoutAccounts } from './support/taken-in.ts';

const SLUG = 'demo-bureau';
const TARGET = { slug: SLUG, year: 2023, pack: 'demo-2023' };
const ACCOUNTS = `content/units/${SLUG}/2023/accounts.yaml`;
const FIXTURES = join(ROOT, 'test/import/fixtures');

let files: readonly RawFile[];
let empty: readonly RawFile[];
let booklet: Booklet;
let nine: GivenFile;
beforeAll(async () => {
  files = await realFiles(SLUG);
  empty = withoutAccounts(files, SLUG, TARGET.year);
  booklet = bookletOf(files, SLUG, TARGET.year);
  nine = await ownWorkbook(booklet);
});

function file(name: string, sheets: readonly TestSheet[]): GivenFile {
  return { ...saved(sheets), name };
}

function budget(): GivenFile {
  return file('预算.xlsx', budgetSheets(booklet));
}

function textAfter({ writes }: ImportPlan): string {
  return writes.find(({ path }) => path === ACCOUNTS)?.text ?? '';
}

/** What is carried over of other money by code stands in no sheet, and no booklet prints it. */
const NOT_PRINTED = /^年[初末]结转和结余\.\d+\.非财政拨款$/;

/** Every figure that is something else after an import: nothing, if nobody has to type anything. */
function lost(made: ImportPlan): readonly string[] {
  const after = figuresAfter(empty, SLUG, TARGET.year, made);
  return booklet.figures.ids().flatMap((id) => {
    if (NOT_PRINTED.test(id)) return [];
    const [before, now] = [booklet.figures.find(id)?.value, after.find(id)?.value];
    const words = (value: typeof before): string =>
      value?.state === 'known' ? value.exact.toFixed() : (value?.state ?? 'no figure');
    return words(before) === words(now) ? [] : [`${id}: ${words(before)} → ${words(now)}`];
  });
}

describe('from the files in hand to a booklet without an error', () => {
  it('the nine tables, the budget and the other sheets, as LibreOffice has saved them, leave nothing to type', async () => {
    const given = await Promise.all(
      ['demo-bureau-2023.xls', 'demo-bureau-2023-budget.xls', 'demo-bureau-2023-supplements.ods'].map(
        async (name) => readGiven(join(FIXTURES, name), MAX_FILE_BYTES),
      ),
    );
    const made = await plan(empty, TARGET, ...given.flat());
    expect(made.findings).toEqual([]);
    expect(made.leftovers).toEqual([]);
    expect(made.toFill).toEqual([]);
    expect(lost(made)).toEqual([]);
    const { diagnostics } = checked([...empty, textFile(ACCOUNTS, textAfter(made))]);
    expect(diagnostics).toEqual([]);
  });

  it('one file after the other leaves the same', async () => {
    let project = empty;
    for (const given of [file('附.xlsx', supplementSheets(booklet)), nine, budget()]) {
      const made = await plan(project, TARGET, given);
      expect(made.leftovers).toEqual([]);
      project = [...withoutAccounts(project, SLUG, 2023), textFile(ACCOUNTS, textAfter(made))];
    }
    const { figures } = bookletOf(project, SLUG, 2023);
    expect(figures.find('年初预算.2010301.一般公共预算')?.value).toEqual(
      booklet.figures.find('年初预算.2010301.一般公共预算')?.value,
    );
    expect(textOf(project, ACCOUNTS)).not.toContain('待填');
  });
});

describe('a budget workbook', () => {
  it('fills 年初预算 only, though its other sheets look like approved tables', async () => {
    const made = await plan(
      empty,
      TARGET,
      file('预算.xlsx', [...budgetSheets(booklet), totalBudgetSheet(booklet)]),
    );
    const text = textAfter(made);
    expect(text).toContain('年初预算:\n  一般公共预算:\n    "2010301": 9543000.70\n');
    expect(text).toContain('  年初预算数:\n    因公出国（境）费: 120000.00\n');
    expect(text).toContain('支出: {}');
    expect(text).toContain('  一般公共预算财政拨款收入: 待填');
    expect(text).not.toContain('12345678.9');
    expect(made.leftovers).not.toEqual([]);
    expect(new Set(made.leftovers.map(({ source }) => source.at.replace(/!.*/, '')))).toEqual(
      new Set(['2023年部门支出总表']),
    );
  });

  it('is not taken for the approved tables, where nothing of it can be used', async () => {
    const other = file('预算.xlsx', [totalBudgetSheet(booklet)]);
    expect(await takenIn(empty, TARGET, other)).toMatch(/没有认出一张决算表/);
  });

  it('that does not add up is told of at the cell', async () => {
    const sheets = budgetSheets(booklet);
    (sheets[0]?.rows[5] ?? [])[2] = 1;
    const { findings } = await plan(empty, TARGET, file('预算.xlsx', sheets));
    expect(findings.map(({ rule, at }) => `${rule} ${'at' in at ? at.at : ''}`)).toContain(
      'import-total 2023年一般公共预算支出表!C6',
    );
  });

  it('of another year or body is refused', async () => {
    const [sheet, ...others] = budgetSheets(bookletOf(files, SLUG, 2022));
    expect(await takenIn(empty, TARGET, file('预算.xlsx', sheet ? [sheet] : others))).toMatch(
      /写的是 2022 年度，要导入的是 2023 年度/,
    );
    const foreign = budgetSheets(booklet);
    for (const { rows } of foreign) rows[1] = ['单位：另一市政务服务局', '金额单位：元'];
    expect(await takenIn(empty, TARGET, file('预算.xlsx', foreign))).toMatch(/写的单位是“另一市政务服务局”/);
  });

  it('may be in another unit than the tables; its rounded totals are not compared with exact parts', async () => {
    const sheets = budgetSheets(booklet);
    for (const { rows } of sheets) {
      rows[1] = ['金额单位：万元'];
      rows.splice(
        3,
        Infinity,
        ...rows
          .slice(3)
          .map((row) =>
            row.map((value) => (typeof value === 'number' ? Math.round(value / 100) / 100 : value)),
          ),
      );
    }
    const made = await plan(empty, TARGET, nine, file('预算.xlsx', sheets));
    expect(made.findings).toEqual([]);
    expect(textAfter(made)).toContain('"2010301": 954.30万元\n');
    expect(textAfter(made)).not.toContain('  年初预算.一般公共预算:');
  });

  it('whose amounts have no unit is refused', async () => {
    const sheets = budgetSheets(booklet);
    for (const { rows } of sheets) rows[1] = [];
    expect(await takenIn(empty, TARGET, nine, file('预算.xlsx', sheets))).toMatch(
      /^预算\.xlsx：表上没有写金额单位（预算\.xlsx 的“2023年.*”）；请在表头写上/,
    );
  });
});

describe('the other sheets', () => {
  it('may stand in any order, and those that only count need no unit of money', async () => {
    const [staff, , , assets] = supplementSheets(booklet);
    if (staff === undefined || assets === undefined) throw new Error('no sheets');
    staff.rows.splice(1, 1);
    assets.rows.push(...assets.rows.splice(4, 1));
    const made = await plan(empty, TARGET, file('人员.xlsx', [staff]), file('资产.xlsx', [assets]));
    expect(made.leftovers).toEqual([]);
    expect(textAfter(made)).toContain('人员:\n  在职人员: 123\n  离休人员: 1\n  退休人员: 47\n');
    expect(textAfter(made)).toContain('  房屋价值: 22489003.94\n');
  });

  it('what a layout does not have is told of, and so is what differs from what is entered', async () => {
    const sheets = supplementSheets(booklet);
    sheets[3]?.rows.push(['无人机', 20, 7]);
    (sheets[0]?.rows[4] ?? [])[2] = 124;
    const made = await plan(files, TARGET, file('附.xlsx', sheets));
    expect(made.leftovers.map(({ source, why }) => `${source.at} ${why}`)).toEqual([
      '国有资产占用情况表!C16 “无人机”这一行不在这张表的格式里',
    ]);
    expect(made.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      expect.stringMatching(/^import-total 实有人数.*这里是 171 人.*应为 172 人/),
      expect.stringMatching(/^import-conflict 人员\.在职人员：表上是 124，已填的是“123”/),
      expect.stringMatching(/^import-conflict 批复数\.人员\.在职人员/),
    ]);
  });

  it('are read by the pack’s own layout where it has one of that name', async () => {
    const own = `templates/demo-2023/sheets/staff.yaml`;
    const layout =
      '标题: 编制和实有人数\n表头: [[单位, 在职, 离休, 退休]]\n正文:\n  - 标签列: [项目]\n    行:\n      - { 项目: 本单位, 数: [人员.在职人员, 人员.离休人员, 人员.退休人员] }\n';
    const sheet = { ...supplementSheets(booklet)[0], name: '编制和实有人数' } as TestSheet;
    sheet.rows = [
      ['单位', '在职', '离休', '退休'],
      ['本单位', 123, 1, 47],
    ];
    const made = await plan([...empty, textFile(own, layout)], TARGET, file('编制.xlsx', [sheet]));
    expect(made.told).toEqual(['编制.xlsx 的“编制和实有人数” 是《编制和实有人数》']);
    expect(textAfter(made)).toContain('  在职人员: 123\n');
  });
});
