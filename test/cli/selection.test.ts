import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf, readTargets, selectSite } from '../../src/cli/selection.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { checked } from '../support/compiled.ts';
import { edited, realFiles, textFile, textOf } from '../support/project.ts';

const UNIT = 'content/units/demo-bureau';
let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles('demo-bureau', 'changji-sme');
});

/** What `check` shows for some words, notes left out, as `file rule`; and the years that it counts. */
function shown(input: readonly RawFile[], ...words: readonly string[]) {
  const targets = readTargets(words, input);
  const site = selectSite(checked(filesOf(input, targets)), targets);
  const found = site.diagnostics.filter(({ severity }) => severity !== 'note');
  return {
    years: site.units.flatMap(({ slug, booklets }) => booklets.map(({ year }) => `${slug}/${year}`)),
    found: found.map(({ place, rule }) => `${place.file.replace('content/units/', '')} ${rule}`),
  };
}

const accounts = (year: number): string => `${UNIT}/${year}/accounts.yaml`;

/** The files with a number of retired persons in each year that its approved one contradicts. */
function wrongIn(...years: readonly number[]): readonly RawFile[] {
  const written = new Map([
    [2021, '  退休人员: 42\n\n'],
    [2022, '  退休人员: 44\n\n'],
    [2023, '  退休人员: 47\n\n'],
  ]);
  return years.reduce(
    (all, year) => edited(all, accounts(year), written.get(year) ?? '', '  退休人员: 40\n\n'),
    files,
  );
}

describe('a year that is asked for', () => {
  it.each([2021, 2022, 2023])('%i is all that is told of', (year) => {
    const { years, found } = shown(wrongIn(2021, 2022, 2023), `demo-bureau/${year}`);
    expect(years).toEqual([`demo-bureau/${year}`]);
    expect(found).toEqual([`demo-bureau/${year}/accounts.yaml approved-total`]);
  });

  it('is right whatever is wrong with others, of the same unit or not', () => {
    const real = 'content/units/changji-sme/2023/accounts.yaml';
    const wrong = edited(wrongIn(2021, 2022), real, '  退休人员: 6\n\n', '  退休人员: 5\n\n');
    expect(shown(wrong, 'demo-bureau/2023').found).toEqual([]);
    expect(shown(wrong, 'demo-bureau/2023', 'demo-bureau/2021').found).toHaveLength(1);
    expect(shown(wrong, 'demo-bureau').found).toHaveLength(2);
    expect(shown(wrong).found.length).toBeGreaterThan(2);
  });

  it('is held against what last year closed with, and against last year’s figures', () => {
    const closing = '年末结转和结余:\n  一般公共预算:\n    "2010302": 216130.30\n';
    const changed = edited(files, accounts(2022), closing, closing.replace('216130.30', '216130.40'));
    expect(shown(changed, 'demo-bureau/2023').found).toContain(
      'demo-bureau/2023/accounts.yaml opening-balance',
    );
    const without = files.filter(({ path }) => !path.startsWith(`${UNIT}/2022/`));
    expect(shown(without, 'demo-bureau/2023').found).toContain(
      'demo-bureau/2023/accounts.yaml missing-prior',
    );
  });

  it('is told of with the figures that it is compared with, where that year has no booklet', () => {
    const prior = `${UNIT}/2020/accounts.yaml`;
    const total = /\n {2}收入\.总计: (.*)\n/.exec(textOf(files, prior))?.[0] ?? '';
    const wrong = edited(files, prior, total, '\n  收入.总计: 甲\n');
    expect(shown(wrong, 'demo-bureau/2021').found).toContain('demo-bureau/2020/accounts.yaml not-a-number');
    expect(shown(wrong, 'demo-bureau/2022').found).toEqual([]);
    expect(shown(wrong, 'demo-bureau/2023').found).toEqual([]);
  });

  it('is told of with what all units share', () => {
    const wrong = [...files, textFile('templates/xinjiang-2023/tables/x.yaml', '标题: 甲\n')];
    const { found } = shown(wrong, 'demo-bureau/2023');
    expect(found).toContain('templates/xinjiang-2023/tables/x.yaml missing-key');
    expect(found.every((one) => one.startsWith('templates/'))).toBe(true);
  });
});
