import { describe, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import { goldenFiles, goldenNames } from '../support/golden.ts';
import { figuresAfter, lostCells, ownWorkbook, plan, withoutAccounts } from './support/taken-in.ts';

describe('the workbook of each region’s form, taken in again', () => {
  it.each(goldenNames())('%s', async (name) => {
    const files = await goldenFiles(name);
    const [unit] = compileSite(files).units;
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
});
