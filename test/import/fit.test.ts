import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fitGiven } from '../../src/import/fit/fit-given.ts';
import type { Fit } from '../../src/import/fit/fit.ts';
import type { GivenFile, Refused } from '../../src/import/given-file.ts';
import type { RecognisedBy } from '../../src/import/reading.ts';
import { opened } from '../support/compiled.ts';
import { realFiles, ROOT, textOf } from '../support/project.ts';
import { given } from './support/taken-in.ts';

const REFERENCE = readFileSync(new URL('../reference/changji-sme-2023.txt', import.meta.url), 'utf8');
const EXPLANATIONS = 'templates/xinjiang-2023/parts/2-explanations.md.hbs';

/** The beginning of the text, to the end of its second section: what takes long is not needed more than once. */
const BEGINNING = REFERENCE.slice(0, REFERENCE.indexOf('三、支出决算情况说明'));

let xinjiang: RecognisedBy;
let ministry: RecognisedBy;
let templates: string;
beforeAll(async () => {
  const files = await realFiles();
  const { packs, content } = opened(files);
  const by = (name: string): RecognisedBy => {
    const pack = packs.packs.get(name);
    if (pack === undefined) throw new Error(`no pack ${name}`);
    return { pack, codes: content.shared.codesFor(2023), items: new Map() };
  };
  [xinjiang, ministry] = [by('xinjiang-2023'), by('ministry-2024')];
  templates = textOf(files, EXPLANATIONS);
});

function fitOf(text: string): Promise<readonly (Fit | Refused)[]> {
  return fitGiven([given('公开文本.txt', new TextEncoder().encode(text))], '', xinjiang);
}

function fixture(name: string): GivenFile {
  return given(name, new Uint8Array(readFileSync(join(ROOT, 'test/import/fixtures', name))));
}

/** The sentences that are told of, as the fit of one file has them. */
function told([fit]: readonly (Fit | Refused)[]): readonly string[] {
  if (fit === undefined || 'refused' in fit) throw new Error('refused');
  return fit.unexplained.map(({ at, text }) => `${at} ${text}`);
}

describe('what a pack explains of a published booklet', () => {
  it('is all of the beginning of the booklet of which it was made: every sentence, every number', async () => {
    const [fit] = await fitOf(BEGINNING);
    expect(fit).toMatchObject({
      sentences: { explained: 20, all: 20 },
      numbers: { explained: 31, all: 31 },
      unexplained: [],
    });
  });

  it('is all but a sentence that it cannot say, which is told of with its line and the nearest of its own', async () => {
    const worded = BEGINNING.replace(
      '二、收入决算情况说明',
      '本年收入合计与年初预算相比，完成预算的98.20%。\n二、收入决算情况说明',
    );
    const fits = await fitOf(worded);
    expect(told(fits).filter((one) => one.includes('98.20'))).toEqual([
      expect.stringMatching(/^第 56 行 本年收入合计与年初预算相比，完成预算的98\.20%。$/),
    ]);
    const [fit] = fits;
    const near =
      fit && 'unexplained' in fit ? fit.unexplained.find(({ at }) => at === '第 56 行')?.nearest : undefined;
    expect(near?.file).toBe(EXPLANATIONS);
    expect(templates.split('\n')[(near?.line ?? 0) - 1]).toContain(near?.text);
  });

  it('is not the wording of another sentence, however its signs and lines are set', async () => {
    const [plain] = await fitOf(BEGINNING);
    const [set] = await fitOf(BEGINNING.normalize('NFKC').replaceAll(/(?<=[，：；,:;])/gu, '\n'));
    if (plain === undefined || set === undefined || 'refused' in plain || 'refused' in set)
      throw new Error('refused');
    expect(set.numbers).toEqual(plain.numbers);
  });

  it('is not what stands where a reason may stand, but in place of the words that lead to it', async () => {
    const fits = await fitGiven([given('甲.txt', new TextEncoder().encode(BEGINNING))], '', ministry);
    expect(told(fits)).toContainEqual(
      expect.stringMatching(/^第 \d+ 行 2023年度收入总计513\.95万元，其中：本年收入合计/),
    );
  });

  it('is not what would have to be a reason for want of any other place', async () => {
    const other = BEGINNING.replace('收入支出总体与上年相比，', '收支规模');
    expect(other).not.toBe(BEGINNING);
    expect(told(await fitOf(other))).toEqual([expect.stringMatching(/^第 4\d 行 收支规模/)]);
  });
});

describe('what a pack explains of workbooks', () => {
  it('is every cell of tables and sheets that it lays out, and no other', async () => {
    const [all] = await fitGiven(
      [fixture('demo-bureau-2023.xls'), fixture('demo-bureau-2023-budget.xls')],
      '2023',
      xinjiang,
    );
    expect(all).toMatchObject({ file: '2023', unexplained: [] });
    const csv =
      '资产情况表,,,\n单位：甲,,,单位：万元\n项目,行次,数量,价值\n房屋,1,20,30.00\n无人机,2,3,4.00\n';
    const [fit] = await fitGiven([given('资产.csv', new TextEncoder().encode(csv))], '', xinjiang);
    expect(fit).toMatchObject({ cells: { explained: 2, all: 4 } });
    expect(told(fit === undefined ? [] : [fit])).toEqual(['C5 3', 'D5 4.00']);
  });

  it('whosever and of whatever year they are, one after the other; what cannot be read is told of', async () => {
    const fits = await fitGiven(
      [fixture('locked.xlsx'), fixture('demo-bureau-2021.xls'), given('空.txt', new Uint8Array())],
      '',
      xinjiang,
    );
    expect(fits.map((fit) => ('refused' in fit ? fit.refused : fit.cells.explained > 1000))).toEqual([
      expect.stringMatching(/有密码/),
      false,
      true,
    ]);
  });
});
