import { strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { GivenFile } from '../../src/import/given-file.ts';
import type { ImportPlan } from '../../src/import/import-files.ts';
import { wordBooklet } from '../../src/outputs/word/word-booklet.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled, opened } from '../support/compiled.ts';
import { realFiles, ROOT } from '../support/project.ts';
import { formsIn, formsOf } from './support/form-sheets.ts';
import { sentences } from './support/printed.ts';
import { bookletOf, figuresAfter, given, lostCells, plan, withWritten } from './support/taken-in.ts';

const TARGET = { slug: 'changji-sme', year: 2023, pack: 'xinjiang-2023' };

/**
 * changji-sme's own booklet.docx on pages half as high, with rows that may be torn, as LibreOffice 7.4 has made a PDF of
 * it: `soffice --headless --convert-to pdf booklet.docx`, with Noto Sans SC for all fonts.
 */
const TORN = join(ROOT, 'test/import/fixtures/changji-sme-2023-torn.pdf');

let files: readonly RawFile[];
let empty: readonly RawFile[];
let booklet: Booklet;
let word: Uint8Array;

beforeAll(async () => {
  files = await realFiles(TARGET.slug);
  empty = files.filter(({ path }) => !/changji-sme\/20\d\d\//.test(path));
  booklet = bookletOf(files, TARGET.slug, TARGET.year);
  word = await wordBooklet(booklet);
});

function after(made: ImportPlan): readonly RawFile[] {
  return withWritten(empty, made);
}

/** What a booklet gives where there is nothing is what it was made of, as far as it tells. */
async function expectTheSame(file: GivenFile): Promise<void> {
  const made = await plan(empty, TARGET, file);
  expect(made.findings).toEqual([]);
  expect(made.leftovers).toEqual([]);
  expect(made.toFill).toEqual([]);
  expect(lostCells(booklet, figuresAfter(empty, TARGET.slug, TARGET.year, made))).toEqual([]);
  const pack = opened(files).packs.packs.get(TARGET.pack);
  if (pack === undefined) throw new Error('no pack');
  expect(Object.fromEntries(formsIn(made, pack))).toEqual(
    Object.fromEntries(formsOf(files, TARGET.slug, TARGET.year, pack)),
  );
  const again = after(made);
  expect(compiled(again).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const printed = bookletOf(again, TARGET.slug, TARGET.year);
  expect(sentences(printed)).toEqual(sentences(booklet));
  expect(printed.render().tables).toEqual(booklet.render().tables);
  expect(printed.render().forms).toEqual(booklet.render().forms);
}

describe('a published booklet with its tables and forms, taken in where there is nothing, is the same again', () => {
  it('in Word', () => expectTheSame(given('booklet.docx', word)));

  it('as a PDF of another program, on pages that tear rows, cells and heads', () =>
    expectTheSame(given('booklet.pdf', new Uint8Array(readFileSync(TORN)))));
});

describe('a table of a booklet that says something else than its text', () => {
  it('is told of with its table and row', async () => {
    const path = 'word/document.xml';
    const xml = new TextDecoder().decode(unzipSync(word)[path]);
    const at = xml.lastIndexOf('>28.30<');
    const changed = `${xml.slice(0, at)}>28.40<${xml.slice(at + '>28.30<'.length)}`;
    const made = await plan(
      empty,
      TARGET,
      given('稿.docx', zipSync({ ...unzipSync(word), [path]: strToU8(changed) })),
    );
    const places = made.findings.map(({ rule, at: place }) => `${rule} ${'at' in place ? place.at : ''}`);
    expect(places.length).toBeGreaterThan(0);
    expect(
      places.some((one) => /^import-(?:total|twice) 第 14 张表第 \d+ 行$/.test(one)),
      places.join('\n'),
    ).toBe(true);
  });
});
