import { expect, it } from 'vitest';
import type { GivenFile } from '../../../src/import/given-file.ts';
import { compiled } from '../../support/compiled.ts';
import { goldenFiles } from '../../support/golden.ts';
import { realFiles } from '../../support/project.ts';
import { sheetsOf } from './sheets.ts';
import { bookletOf, figuresAfter, lostCells, ownWorkbook, plan, withoutAccounts } from './taken-in.ts';
import type { SAME } from './variants.ts';

const TARGET = { slug: 'demo-bureau', year: 2023, pack: 'demo-2023' };

/** A test for each way in which others may make the same tables: they give the same accounts, to the byte. */
export function itTakesInTheSame(
  variants: readonly (readonly [name: string, make: (typeof SAME)[string]])[],
): void {
  it.each(variants)('%s', async (_, make) => {
    const all = await realFiles(TARGET.slug);
    const booklet = bookletOf(all, TARGET.slug, TARGET.year);
    const files = withoutAccounts(all, TARGET.slug, TARGET.year);
    const accountsFrom = async (...given: readonly GivenFile[]): Promise<string> => {
      const { findings, leftovers, writes } = await plan(files, TARGET, ...given);
      expect(findings).toEqual([]);
      expect(leftovers).toEqual([]);
      return writes.map(({ text }) => text).join('\n');
    };
    own ??= accountsFrom(await ownWorkbook(booklet));
    const made = make(sheetsOf(booklet));
    expect(await accountsFrom(...('name' in made ? [made] : made))).toBe(await own);
  });
}

/** What the unit's own workbook gives, the same for all variants. */
let own: Promise<string> | undefined;

/** A test for each golden pack: its booklet's workbook gives back the accounts. */
export function itTakesInTheWorkbookOf(names: readonly string[]): void {
  it.each(names)('%s', async (name) => {
    const files = await goldenFiles(name);
    const [unit] = compiled(files).units;
    const booklet = unit?.booklets.at(-1);
    if (unit === undefined || booklet === undefined) throw new Error(`no booklet in ${name}`);
    const { slug, year } = { slug: unit.slug, year: booklet.year };
    const text = files.find(({ path }) => path === `content/units/${slug}/${year}/accounts.yaml`);
    const pack = /模板: (\S+)/.exec(new TextDecoder().decode(text?.bytes))?.[1] ?? '';
    const empty = withoutAccounts(files, slug, year);
    const made = await plan(empty, { slug, year, pack }, await ownWorkbook(booklet));
    expect(made.findings).toEqual([]);
    expect(made.leftovers).toEqual([]);
    expect(lostCells(booklet, figuresAfter(empty, slug, year, made))).toEqual([]);
  });
}
