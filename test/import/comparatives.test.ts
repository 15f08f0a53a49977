import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../src/import/import-files.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles, textOf } from '../support/project.ts';
import { GENERATED, generatedUnit } from './support/generated-unit.ts';
import { printedPage, sentences } from './support/printed.ts';
import { bookletOf, given, plan, withWritten } from './support/taken-in.ts';

const PACK = 'demo-2023';
const SHAPE = {
  pack: PACK,
  general: 4,
  funds: 1,
  stateCapital: 1,
  others: 1,
  unit: '万元',
  empty: 3,
} as const;
const { slug } = GENERATED;
const [BEFORE, YEAR] = [2022, 2023];
const ACCOUNTS = `content/units/${slug}/${BEFORE}/accounts.yaml`;

let printed: readonly RawFile[];
/** A project into which this year's booklet was taken in: of the year before it has what this one compares with. */
let project: readonly RawFile[];

beforeAll(async () => {
  const shared = (await realFiles()).filter(({ path }) => !path.startsWith('content/units/'));
  const before = generatedUnit({ ...SHAPE, seed: 1 }, shared, BEFORE);
  const earlier = before.filter(({ path }) => path.startsWith(`content/units/${slug}/`));
  printed = generatedUnit({ ...SHAPE, seed: 2 }, shared, YEAR, earlier);
  const empty = [...shared, ...earlier.filter(({ path }) => path.endsWith('/unit.yaml'))];
  project = withWritten(empty, await takenIn(empty, YEAR));
});

/** What the booklet of a year gives in a project. */
async function takenIn(files: readonly RawFile[], year: number): Promise<ImportPlan> {
  const page = new TextEncoder().encode(printedPage(bookletOf(printed, slug, year)));
  return plan(files, { slug, year, pack: PACK }, given('公开.html', page));
}

describe('last year’s own booklet, taken in after this year’s', () => {
  it('takes the place of what this year’s told of it, and this year’s prints as before', async () => {
    expect(textOf(project, ACCOUNTS)).toContain('用途: 仅作上年对比');
    const made = await takenIn(project, BEFORE);
    expect(made.findings).toEqual([]);
    expect(made.leftovers).toEqual([]);
    expect(made.told.some((sentence) => sentence.includes('原来仅作上年对比'))).toBe(true);
    const both = withWritten(project, made);
    expect(textOf(both, ACCOUNTS)).not.toContain('用途');
    expect(sentences(bookletOf(both, slug, YEAR))).toEqual(sentences(bookletOf(printed, slug, YEAR)));
    expect(sentences(bookletOf(both, slug, BEFORE))).toEqual(sentences(bookletOf(printed, slug, BEFORE)));
  });

  it('is told of where this year’s says something else, with both places', async () => {
    const text = textOf(project, ACCOUNTS);
    const line = /收入\.总计: .*/u.exec(text)?.[0] ?? '';
    const made = await takenIn(edited(project, ACCOUNTS, line, '收入.总计: 1.23'), BEFORE);
    const at = text.slice(0, text.indexOf(line)).split('\n').length;
    const told = made.findings.map(({ rule, at: place }) => [rule, place]);
    expect(told).toEqual([['import-total', { file: ACCOUNTS, at: `第 ${at} 行` }]]);
  });
});

describe('a change of last year’s figure that is printed as nothing, with a rate beside it', () => {
  /** Of this unit a 项 has grown by less than 50 元. */
  const GROWN = { seed: 974682, general: 14, funds: 1, stateCapital: 1, others: 0, empty: 8 };
  const pack = 'ministry-2024';
  const small = /支出决算为0\.\d\d万元，比上年决算增加0\.00万元，增长5\.9%/u;

  it('is told in 元, and is printed again', async () => {
    const shared = (await realFiles()).filter(({ path }) => !path.startsWith('content/units/'));
    const files = generatedUnit({ ...GROWN, pack, unit: '元' }, shared);
    const page = new TextEncoder().encode(printedPage(bookletOf(files, slug, YEAR)));
    const empty = [...shared, ...files.filter(({ path }) => path.endsWith(`${slug}/unit.yaml`))];
    const again = withWritten(empty, await plan(empty, { slug, year: YEAR, pack }, given('公开.html', page)));
    expect(textOf(again, ACCOUNTS)).toContain('金额单位: 元');
    for (const one of [files, again])
      expect(sentences(bookletOf(one, slug, YEAR)).filter((text) => small.test(text))).toHaveLength(1);
  });
});
