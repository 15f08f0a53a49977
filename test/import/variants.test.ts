import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { GivenFile } from '../../src/import/given-file.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles } from '../support/project.ts';
import { sheetsOf } from './support/sheets.ts';
import { bookletOf, ownWorkbook, plan, withoutAccounts } from './support/taken-in.ts';
import { SAME } from './support/variants.ts';

const TARGET = { slug: 'demo-bureau', year: 2023, pack: 'demo-2023' };

let files: readonly RawFile[];
let booklet: Booklet;
let own: string;

async function accountsFrom(...givenFiles: readonly GivenFile[]): Promise<string> {
  const { findings, leftovers, writes } = await plan(files, TARGET, ...givenFiles);
  expect(findings).toEqual([]);
  expect(leftovers).toEqual([]);
  return writes.map(({ text }) => text).join('\n');
}

beforeAll(async () => {
  const all = await realFiles(TARGET.slug);
  booklet = bookletOf(all, TARGET.slug, TARGET.year);
  files = withoutAccounts(all, TARGET.slug, TARGET.year);
  own = await accountsFrom(await ownWorkbook(booklet));
});

describe('the same tables in another form give the same accounts:', () => {
  it.each(Object.entries(SAME))('%s', async (_, make) => {
    const made = make(sheetsOf(booklet));
    expect(await accountsFrom(...('name' in made ? [made] : made))).toBe(own);
  });
});
