import { describe, expect, it } from 'vitest';
import { figuresFile } from '../../src/outputs/data/figures-file.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { bookletOf } from '../import/support/taken-in.ts';
import { checked } from '../support/compiled.ts';
import { edited, realFiles, withBytes, textOf } from '../support/project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

/** The real amounts are in 元: what is changed in them, `from` → `to`, each the first of its kind. */
async function withEdits(
  ...edits: readonly (readonly [from: string, to: string])[]
): Promise<readonly RawFile[]> {
  const files = await realFiles('demo-bureau');
  return edits.reduce((all, [from, to]) => {
    const text = textOf(all, ACCOUNTS).replace(from, () => to);
    return withBytes(all, ACCOUNTS, new TextEncoder().encode(text));
  }, files);
}

/** Procurement as its text tells it: each amount rounded by itself, so that the parts make 0.01万元 more than their sum. */
const ROUNDED = [
  ['货物: 2845588.97', '货物: 284.56万元'],
  ['工程: 3912181.93', '工程: 391.22万元'],
  ['服务: 7427953.52', '服务: 742.80 万元'],
  ['政府采购.总额: 14185724.42', '政府采购.总额: 1418.57万元'],
] as const;

const messages = (files: readonly RawFile[]): readonly string[] =>
  checked(files).diagnostics.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);

describe('amounts that were published in 万元 among others in 元', () => {
  it('may part from their sum by what rounding allows, and are told so', async () => {
    expect(messages(await withEdits(...ROUNDED))).toEqual([
      expect.stringMatching(
        /^note approved-total 批复数“政府采购支出总额”为 14185700\.00，.*14185800\.00，差 100\.00元.*尾差/u,
      ),
    ]);
  });

  it('are an error where the difference is more than rounding', async () => {
    const [goods, ...others] = ROUNDED;
    const found = messages(await withEdits([goods[0], '货物: 284.58万元'], ...others));
    expect(found).toEqual([expect.stringMatching(/^error approved-total .*差 300\.00元/u)]);
  });

  it('are exact where the same numbers stand in 元', async () => {
    const found = messages(
      await withEdits(
        ['货物: 2845588.97', '货物: 2845600.00元'],
        ['工程: 3912181.93', '工程: 3912200.00'],
        ['服务: 7427953.52', '服务: 7428000.00'],
        ['政府采购.总额: 14185724.42', '政府采购.总额: 14185700.00'],
      ),
    );
    expect(found).toEqual([expect.stringMatching(/^error approved-total .*差 100\.00元/u)]);
  });

  it('are published with how far they may be off', async () => {
    const file = figuresFile(bookletOf(await withEdits(...ROUNDED), 'demo-bureau', 2023));
    const { figures } = JSON.parse(file) as { figures: readonly Record<string, string>[] };
    const told = (id: string) => figures.find((one) => one['id'] === id);
    expect(told('政府采购.货物')).toMatchObject({ value: '284.56', tolerance: '0.005' });
    expect(told('收入.总计')).not.toHaveProperty('tolerance');
  });

  it('may be told in 亿元, rounded to where they end', async () => {
    const found = messages(await withEdits(['政府采购.总额: 14185724.42', '政府采购.总额: 0.14亿元']));
    expect(found).toEqual([expect.stringMatching(/^note approved-total .*14000000\.00.*尾差/u)]);
  });
});

describe('a unit behind a number', () => {
  it.each([
    ['在职人员: 123', '在职人员: 123万元', 'not-a-number'],
    ['人员.在职人员: 123', '人员.在职人员: 123元', 'not-a-number'],
    ['货物: 2845588.97', '货物: 284.5588971万元', 'decimal-places'],
    ['货物: 2845588.97', '货物: 2845588.971元', 'decimal-places'],
    ['货物: 2845588.97', '货物: -284.56万元', 'negative-amount'],
    ['货物: 2845588.97', '货物: 284.56千元', 'not-a-number'],
    ['货物: 2845588.97', '货物: 万元', 'missing-value'],
    ['货物: 2845588.97', '货物: 2,845.00万元', 'not-a-number'],
  ])('is refused at its place where it makes no amount: %s → %s', async (from, to, rule) => {
    const files = edited(await realFiles('demo-bureau'), ACCOUNTS, `  ${from}\n`, `  ${to}\n`);
    const line = textOf(files, ACCOUNTS).split('\n').indexOf(`  ${to}`) + 1;
    const found = checked(files).diagnostics.filter(({ place }) => place.line === line);
    expect(found.map((one) => one.rule)).toContain(rule);
  });
});
