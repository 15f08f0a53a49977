import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../src/import/import-files.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { printedText } from '../import/support/printed.ts';
import { bookletOf, given, ownWorkbook, plan } from '../import/support/taken-in.ts';
import { checked } from '../support/compiled.ts';
import { edited, realFiles, textFile, textOf } from '../support/project.ts';

const SLUG = 'demo-bureau';
const FOLDER = `content/units/${SLUG}`;
const YEARS = [2021, 2022, 2023];

let files: readonly RawFile[];
/** An empty project into which one year after the other was taken in. */
let project: readonly RawFile[];
const plans: ImportPlan[] = [];

beforeAll(async () => {
  files = await realFiles(SLUG);
  project = await realFiles();
  for (const year of YEARS) {
    const booklet = bookletOf(files, SLUG, year);
    const text = given('公开文本.txt', new TextEncoder().encode(printedText(booklet)));
    const made = await plan(
      project,
      { slug: SLUG, year, pack: 'demo-2023' },
      text,
      await ownWorkbook(booklet),
    );
    const written = new Set(made.writes.map(({ path }) => path));
    project = [
      ...project.filter(({ path }) => !written.has(path)),
      ...made.writes.map(({ path, text: after }) => textFile(path, after)),
    ];
    plans.push(made);
  }
}, 300_000);

describe('old years, taken in one after the other into an empty project', () => {
  it('leave no number unread, and find nothing that does not fit', () => {
    expect(plans.flatMap(({ leftovers }) => leftovers)).toEqual([]);
    expect(plans.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('write the body once, the year before the first for comparison, and no year a second time', () => {
    const written = plans.map(({ writes }) => writes.map(({ path }) => path.slice(FOLDER.length + 1)));
    expect(written.map((paths) => paths.filter((path) => !path.includes('/performance/')))).toEqual([
      ['unit.yaml', '2021/accounts.yaml', '2021/narrative.yaml', '2020/accounts.yaml'],
      ['2022/accounts.yaml', '2022/narrative.yaml'],
      ['2023/accounts.yaml', '2023/narrative.yaml'],
    ]);
    expect(textOf(project, `${FOLDER}/2020/accounts.yaml`)).toContain('用途: 仅作上年对比');
  });

  it('have the forms of each year', () => {
    const count = ({ writes }: ImportPlan): number =>
      writes.filter(({ path }) => path.includes('/performance/')).length;
    const printed = YEARS.map((year) => bookletOf(files, SLUG, year).render().forms.length);
    expect(plans.map(count)).toEqual(printed);
  });

  it('lack nothing but what no booklet says of a body', () => {
    const body = edited(
      edited(project, `${FOLDER}/unit.yaml`, '类型: 待填', '类型: 行政单位'),
      `${FOLDER}/unit.yaml`,
      '下属单位:\n  - 待填',
      '下属单位: []',
    );
    const errors = checked(body).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});
