import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles, ROOT } from '../support/project.ts';
import { given, takenIn, withoutAccounts } from './support/taken-in.ts';

const TARGET = { slug: 'demo-bureau', year: 2023, pack: 'demo-2023' };
/** What Excel, and WPS in its .et, call the part of a file in which the sheets are. */
const SHEETS = 'Workbook';

let files: readonly RawFile[];
let sheets: Uint8Array;
beforeAll(async () => {
  files = withoutAccounts(await realFiles(TARGET.slug), TARGET.slug, TARGET.year);
  const xls = new Uint8Array(readFileSync(join(ROOT, 'test/import/fixtures/demo-bureau-2023.xls')));
  const book = spreadsheet.CFB.read(xls, { type: 'array' } as object);
  sheets = new Uint8Array(spreadsheet.CFB.find(book, SHEETS)?.content as Uint8Array);
});

/** A file of the kind that holds .xls, .doc, .et and .wps alike, of such parts. */
function container(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const made = spreadsheet.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(parts)) spreadsheet.CFB.utils.cfb_add(made, name, content);
  return new Uint8Array(
    spreadsheet.CFB.write(made, { type: 'array' } as object) as unknown as readonly number[],
  );
}

const SOMETHING = new Uint8Array(5000).fill(7);

describe('a file that is called .et,', () => {
  it('of sheets as Excel’s with what WPS adds of its own, is read as .xls is', async () => {
    const plan = await takenIn(
      files,
      TARGET,
      given('决算.et', container({ [SHEETS]: sheets, ETExtData: SOMETHING })),
    );
    expect(plan).toMatchObject({ findings: [], leftovers: [] });
    expect((plan as { writes: readonly unknown[] }).writes).not.toHaveLength(0);
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    [
      'a text of WPS',
      () => container({ WpsDocument: SOMETHING }),
      /^决算\.et：不是能读的表格，.*可以给 \.xlsx、\.xls/u,
    ],
    [
      'sheets in a form that nobody knows',
      () => container({ [SHEETS]: SOMETHING }),
      /^决算\.et：没有认出一张决算表或自评表/u,
    ],
    [
      'sheets that were cut off',
      () => container({ [SHEETS]: sheets.slice(0, sheets.length / 2) }),
      /^决算\.et：.*已损坏/u,
    ],
    ['bytes of no kind', () => new Uint8Array(5000).map((_, index) => index * 31), /^决算\.et：不是能读的/u],
  ])('of %s, is refused in one sentence', async (_, make, sentence) => {
    const refused = await takenIn(files, TARGET, given('决算.et', make()));
    expect(refused).toMatch(sentence);
    expect(String(refused).split('\n')).toHaveLength(1);
  });
});
