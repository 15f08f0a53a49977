import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { Evaluation } from '../../src/accounts/schema/evaluation.ts';
import { blankEvaluation } from '../../src/import/first-year/blank-evaluation.ts';
import type { FoundAt } from '../../src/import/finding.ts';
import { MAX_FILE_BYTES, type GivenFile } from '../../src/import/given-file.ts';
import type { ImportPlan } from '../../src/import/import-files.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { formatPlace } from '../../src/source/place.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { readGiven } from '../../src/workspace/given-files.ts';
import { opened } from '../support/compiled.ts';
import { packFiles } from '../support/packs.ts';
import { edited, realFiles, ROOT, textFile, textOf, withBytes } from '../support/project.ts';
import { formSheetsOf, formsIn, formsOf, withoutForms } from './support/form-sheets.ts';
import { FORM_VARIANTS } from './support/form-variants.ts';
import { insertRows, saved, type TestSheet } from './support/sheets.ts';
import { bookletOf, plan, takenIn } from './support/taken-in.ts';

const TARGET = { slug: 'changji-sme', year: 2023, pack: 'xinjiang-2023' };
const FOLDER = 'content/units/changji-sme/2023/performance/';
/**
 * The forms of changji-sme as LibreOffice 7.4 has saved them: the workbook of `formSheetsOf` with
 * `soffice --headless --convert-to xls` (xlsx, ods, and csv as in fixtures.test.ts), and their tables in a web page as .docx.
 */
const FIXTURES = join(ROOT, 'test/import/fixtures');

let files: readonly RawFile[];
let empty: readonly RawFile[];
let booklet: Booklet;
let pack: Pack;
/** The forms as they were entered by hand from the print. */
let byHand: ReadonlyMap<string, Evaluation>;

beforeAll(async () => {
  files = await realFiles(TARGET.slug);
  empty = withoutForms(files, TARGET.slug, TARGET.year);
  booklet = bookletOf(files, TARGET.slug, TARGET.year);
  const found = opened(files).packs.packs.get(TARGET.pack);
  if (found === undefined) throw new Error('no pack');
  pack = found;
  byHand = formsOf(files, TARGET.slug, TARGET.year, pack);
});

function sheets(): TestSheet[] {
  return [...formSheetsOf(booklet)];
}

/** The sheet of one form. */
function sheet(name: string): TestSheet {
  const found = sheets().find((one) => one.name === name);
  if (found === undefined) throw new Error(`no form ${name}`);
  return found;
}

function expectAllForms(made: ImportPlan): void {
  expect(made.findings).toEqual([]);
  expect(made.leftovers).toEqual([]);
  expect(Object.fromEntries(formsIn(made, pack))).toEqual(Object.fromEntries(byHand));
}

function placed(at: FoundAt): string {
  return 'line' in at ? formatPlace(at) : at.at;
}

function told({ findings, leftovers }: ImportPlan): readonly string[] {
  return [
    ...findings.map(({ at, rule, message }) => `${placed(at)} ${rule} ${message}`),
    ...leftovers.map(({ source, text, why }) => `${source.at} ${text} ${why}`),
  ];
}

describe('self-evaluation forms in workbooks give the files that were entered by hand', () => {
  it('a sheet each', async () => {
    const made = await plan(empty, TARGET, saved(sheets()));
    expectAllForms(made);
    expect(made.told).toContain('决算.xlsx 的“project-8” 是项目支出绩效自评表（performance/project-8.yaml）');
    expect(made.writes.every(({ path }) => path.startsWith(FOLDER))).toBe(true);
  });

  it('a file each', async () => {
    const each = sheets().map((one): GivenFile => ({ ...saved([one]), name: `${one.name}.xlsx` }));
    expectAllForms(await plan(empty, TARGET, ...each));
  });

  it.each(Object.entries(FORM_VARIANTS))('%s', async (_, change) => {
    expectAllForms(await plan(empty, TARGET, saved(change(sheets()))));
  });

  it.each(['forms/forms.xls', 'forms/forms.xlsx', 'forms/forms.ods', 'forms/forms.docx', 'forms-csv'])(
    'saved by LibreOffice: %s',
    async (name) => {
      expectAllForms(await plan(empty, TARGET, ...(await readGiven(join(FIXTURES, name), MAX_FILE_BYTES))));
    },
  );

  it('whose headings stand in each row again', async () => {
    const filled = sheets()
      .filter(({ name }) => name !== 'overall')
      .map((one) => {
        for (const { top, left, bottom, right } of one.merges.filter((merge) => merge.bottom > merge.top))
          for (let row = top; row <= bottom; row += 1)
            if (left > 0 && right < 4) (one.rows[row] ??= [])[left] = one.rows[top]?.[left];
        return { ...one, merges: [] };
      });
    const made = await plan(empty, TARGET, saved(filled));
    expect(made.findings).toEqual([]);
    const projects = [...byHand].filter(([name]) => name !== 'overall');
    expect(Object.fromEntries(formsIn(made, pack))).toEqual(Object.fromEntries(projects));
  });

  it('that state amounts in 元, in 元', async () => {
    const yuan = sheet('project-1');
    yuan.rows = yuan.rows.map((cells, row) =>
      cells.map((value, column) => {
        if (typeof value === 'string') return value.replace('（万元）', '（元）');
        const isMoney = typeof value === 'number' && column <= 5 && yuan.kindOf(row, column) === 'amount';
        return isMoney && row < 10 ? Math.round(value * 10_000) : value;
      }),
    );
    const made = await plan(empty, TARGET, saved([yuan]));
    expect(told(made)).toEqual([]);
    const [form] = formsIn(made, pack).values();
    expect(form?.moneyUnit).toBe('元');
    expect(form?.money.map(({ outturn }) => String(outturn))).toEqual(['0', '1598600']);
  });

  it('whose percentages are numbers that are shown as such', async () => {
    const rates = sheet('project-1');
    for (const cells of rates.rows)
      cells.forEach((value, column) => {
        const percent = typeof value === 'string' ? /^(\d+(?:\.\d+)?)%$/u.exec(value)?.[1] : undefined;
        if (percent !== undefined) cells[column] = { percent: Number(percent) / 100 };
      });
    expect(rates.rows.flat().some((value) => typeof value === 'object')).toBe(true);
    const made = await plan(empty, TARGET, saved([rates]));
    expect(told(made)).toEqual([]);
    expect(Object.fromEntries(formsIn(made, pack))).toEqual({ 'project-1': byHand.get('project-1') });
  });

  it('of options, those that are ticked', async () => {
    const ticked = sheet('project-1');
    for (const cells of ticked.rows)
      cells.forEach((value, column) => {
        if (value === '降低') cells[column] = '☐提高 ☑降低 ☐不变';
      });
    const made = await plan(empty, TARGET, saved([ticked]));
    expect(Object.fromEntries(formsIn(made, pack))).toEqual({ 'project-1': byHand.get('project-1') });
  });
});

describe('kinds of forms that a region has for itself', () => {
  it('are read by their own layouts, with their levels, rows and columns', async () => {
    const year = 'content/units/changji-sme/2023/';
    const all = [
      ...edited(files, `${year}accounts.yaml`, '模板: xinjiang-2023', '模板: forms-in-annex'),
      ...packFiles('forms-in-annex'),
      ...['evaluation-1', 'evaluation-2'].map((name) =>
        textFile(
          `${FOLDER}${name}.yaml`,
          readFileSync(join(ROOT, `test/pack/form-kinds/${name}.yaml`), 'utf8'),
        ),
      ),
    ];
    const target = { ...TARGET, pack: 'forms-in-annex' };
    const own = opened(all).packs.packs.get(target.pack);
    if (own === undefined) throw new Error('no pack');
    const two = formSheetsOf(bookletOf(all, TARGET.slug, TARGET.year)).filter(({ name }) =>
      name.startsWith('evaluation'),
    );
    const made = await plan(withoutForms(all, TARGET.slug, TARGET.year), target, saved([...two]));
    expect(told(made)).toEqual([]);
    expect(made.writes.map(({ path }) => path.replace(FOLDER, ''))).toEqual([
      '重点项目-1.yaml',
      '重点项目-2.yaml',
    ]);
    // Their layout prints no goals: these are still to be filled in.
    expect(made.toFill.map(({ message }) => message)).toEqual(
      two.map(() => '有待填的：年度总体目标 2 处；请逐处填写'),
    );
    const entered = [...formsOf(all, TARGET.slug, TARGET.year, own)].flatMap(([name, form]) =>
      name.startsWith('evaluation') ? [form] : [],
    );
    const writes = made.writes.map(({ path, text }, index) => ({
      path,
      text: text
        .replace('预期目标: 待填', `预期目标: ${entered[index]?.goals?.expected ?? ''}`)
        .replace('实际完成情况: 待填', `实际完成情况: ${entered[index]?.goals?.achieved ?? ''}`),
    }));
    const [first, second] = formsIn({ writes }, own).values();
    expect(first).toEqual(entered[0]);
    // Its file is in 元, its print in 万元.
    expect(second?.indicators).toEqual(entered[1]?.indicators);
    expect(second?.money.map(({ outturn }) => String(outturn))).toEqual(['0', '5']);
  });
});

describe('a form that does not fit is told of with its cell', () => {
  it('a total that is not the sum', async () => {
    const wrong = sheet('project-1');
    const row = wrong.rows.findIndex(([, label]) => label === '年度资金总额');
    (wrong.rows[row] ?? [])[4] = 161;
    expect(told(await plan(empty, TARGET, saved([wrong])))).toEqual([
      expect.stringMatching(
        /^project-1!E6 import-total .*年度资金总额全年预算数.*这里是 161 万元，应为 160 万元/,
      ),
    ]);
  });

  it('points that do not add up, and a rate', async () => {
    const wrong = sheet('project-1');
    const last = wrong.rows.findIndex(([label]) => label === '总分');
    (wrong.rows[last] ?? [])[7] = '99分';
    const row = wrong.rows.findIndex(([, label]) => label === '年度资金总额');
    (wrong.rows[row] ?? [])[7] = '98.91%';
    expect(told(await plan(empty, TARGET, saved([wrong])))).toEqual([
      expect.stringMatching(/^project-1!H6 import-total .*执行率.*98\.91 %，应为 99\.91 %/),
      expect.stringMatching(/^project-1!H22 import-total .*总分.*99 分，应为 100 分/),
    ]);
  });

  it('numbers beside the form, and words where a number should be', async () => {
    const wrong = sheet('project-1');
    insertRows(wrong, 6, ['', '专户资金', undefined, 7.5]);
    const row = wrong.rows.findIndex(([, label]) => label === '其他资金');
    (wrong.rows[row] ?? [])[3] = '详见附件';
    expect(told(await plan(empty, TARGET, saved([wrong])))).toEqual([
      'project-1!D7 7.5 不在项目支出绩效自评表的格式里',
      'project-1!D9 详见附件 不是一个数',
      expect.stringMatching(/^project-1!D6 160 .*没有用它$/),
    ]);
  });

  it('another year’s, and another body’s', async () => {
    const year = sheet('project-1');
    (year.rows[1] ?? [])[0] = '（2022年度）';
    expect(await takenIn(empty, TARGET, saved([year]))).toMatch(/写的是 2022 年度，要导入的是 2023 年度/);
    const body = sheet('overall');
    (body.rows[2] ?? [])[2] = '某某市财政局';
    expect(await takenIn(empty, TARGET, saved([body]))).toMatch(/写的单位是“某某市财政局”/);
  });
});

describe('where a form’s file is there already', () => {
  const OWN = `${FOLDER}project-3.yaml`;

  it('what says the same changes nothing', async () => {
    const made = await plan(files, TARGET, saved(sheets()));
    expect(told(made)).toEqual([]);
    expect(made.writes).toEqual([]);
  });

  it('what is to be filled in is filled in, and comments, order and all else stay', async () => {
    const before = textOf(files, OWN);
    const open = before
      .replace(/完成值: .*\n/u, '完成值: 待填 # 等科室报\n')
      .replace(/得分: \d.*\n/u, '得分: 待填\n');
    expect(open).not.toBe(before);
    const made = await plan(
      withBytes(files, OWN, textFile(OWN, open).bytes),
      TARGET,
      saved([sheet('project-3')]),
    );
    expect(told(made)).toEqual([]);
    const filled = made.writes.find(({ path }) => path === OWN)?.text ?? '';
    expect(filled).toContain('# 等科室报');
    const strip = (text: string): string => text.replaceAll(/ # 等科室报|"/gu, '').replaceAll(/\.0+$/gmu, '');
    expect(strip(filled)).toBe(strip(before));
  });

  it('a blank one is taken for a form that has none yet', async () => {
    const rules = pack.forms.find(({ kind }) => kind.key === '项目');
    if (rules === undefined) throw new Error('no such kind');
    const blank = textFile(`${FOLDER}project-7.yaml`, blankEvaluation(rules, []));
    const named = await plan([...empty, blank], TARGET, saved([sheet('project-3')]));
    expect(Object.fromEntries(formsIn(named, pack))).toEqual({ 'project-7': byHand.get('project-3') });
  });

  it('what says something else is a conflict with both places, and is not written', async () => {
    const changed = sheet('project-3');
    for (const cells of changed.rows)
      cells.forEach((value, column) => {
        if (value === '加强') cells[column] = '完善';
      });
    const made = await plan(files, TARGET, saved([changed]));
    expect(made.writes).toEqual([]);
    expect(
      made.findings.map(({ rule, at, related }) => [rule, placed(at), related.map((one) => placed(one.at))]),
    ).toEqual([
      [
        'import-conflict',
        expect.stringMatching(/^project-3!E\d+$/),
        [expect.stringMatching(/project-3\.yaml:\d+:\d+$/)],
      ],
    ]);
  });

  it('two files that say different things of one form', async () => {
    const changed = sheet('project-3');
    for (const cells of changed.rows)
      cells.forEach((value, column) => {
        if (value === '加强') cells[column] = '完善';
      });
    const made = await plan(empty, TARGET, saved([sheet('project-3')]), {
      ...saved([changed]),
      name: '另一份.xlsx',
    });
    expect(made.findings.map(({ rule }) => rule)).toEqual(['import-conflict']);
    expect([...formsIn(made, pack).keys()]).toEqual(['project-1']);
  });
});
