import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Booklet } from '../../../src/compile/booklet.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { goldenFiles, goldenNames } from '../../support/golden.ts';
import { realFiles } from '../../support/project.ts';
import type { GivenFile } from '../../../src/import/given-file.ts';
import type { UnitShape } from './generated/draws.ts';
import { GENERATED, generatedUnit } from './generated-unit.ts';
import { laidOut } from './laid-out.ts';
import { printedForms, printedPage, printedText, sentences } from './printed.ts';
import { bookletOf, given, plan, withWritten } from './taken-in.ts';

/** Packs in which units are generated: those that are published, and those of all other formats. */
export const LAW_PACKS = ['xinjiang-2023', 'ministry-2024', ...goldenNames()];

/** A unit, and as what its booklet is printed: a web page, or a text whose tables are divided by tabs, or by blanks. */
interface Law extends UnitShape {
  readonly as: 'page' | 'tabs' | 'columns';
}

function laws(pack: string): fc.Arbitrary<Law> {
  return fc.record({
    seed: fc.nat(1_000_000),
    pack: fc.constant(pack),
    general: fc.integer({ min: 1, max: 14 }),
    funds: fc.integer({ min: 0, max: 3 }),
    stateCapital: fc.integer({ min: 0, max: 2 }),
    others: fc.integer({ min: 0, max: 1 }),
    unit: fc.constantFrom('万元' as const, '元' as const),
    empty: fc.integer({ min: 0, max: 9 }),
    as: fc.constantFrom('page' as const, 'tabs' as const, 'columns' as const),
  });
}

/**
 * A test for each pack: what a generated unit's booklet prints, taken in where there is nothing, is read without a rest,
 * is what the unit has where anything is known, and prints the same again.
 */
export function itObeysTheLaws(packs: readonly string[], numRuns: number): void {
  it.each(packs)('%s', async (pack) => {
    const files = goldenNames().includes(pack) ? await goldenFiles(pack) : await realFiles();
    const shared = files.filter(({ path }) => !path.startsWith('content/units/'));
    await fc.assert(
      fc.asyncProperty(laws(pack), (law) => obeys(law, shared)),
      { seed: 2024, numRuns },
    );
  });
}

async function obeys({ as, ...shape }: Law, shared: readonly RawFile[]): Promise<void> {
  const { slug, year } = GENERATED;
  const files = generatedUnit(shape, shared);
  const booklet = bookletOf(files, slug, year);
  const empty = files.filter(({ path }) => !/\/(?:(?:accounts|narrative)|performance\/.*)\.yaml$/.test(path));
  const made = await plan(empty, { slug, year, pack: shape.pack }, printedAs(as, booklet));
  // In columns of blanks, those of a table may not be told: then nothing of it is taken, and that is said.
  const unread = made.leftovers.filter(({ why }) => as === 'columns' && why.includes('各列分不清'));
  expect(made.leftovers.filter((one) => !unread.includes(one))).toEqual([]);
  expect(made.findings).toEqual([]);
  if (unread.length > 0) return;
  const again = bookletOf(withWritten(empty, made), slug, year);
  // What was entered in 元 is printed in 万元: what follows from several such numbers may come out a step beside.
  const of = shape.unit === '万元' ? 'all' : 'entered';
  expect(printedForms(again, of)).toEqual(printedForms(booklet, of));
  const said = (one: Booklet): readonly string[] =>
    shape.unit === '万元'
      ? sentences(one)
      : sentences(one).map((text) => text.replaceAll(AMOUNT, '…').replaceAll(NEARLY, '…'));
  expect(said(again)).toEqual(said(booklet));
  expect(wrongIn(again, booklet, shape)).toEqual([]);
}

function printedAs(as: Law['as'], booklet: Booklet): GivenFile {
  const file = (name: string, text: string): GivenFile => given(name, new TextEncoder().encode(text));
  if (as === 'page') return file('公开.html', printedPage(booklet));
  return file('公开文本.txt', as === 'tabs' ? printedText(booklet) : printedText(booklet, laidOut(COLUMNS)));
}

const COLUMNS = { han: 2, longest: 60, middle: true, rows: 40, repeats: true } as const;

/** Figures that are known after the import, and are something else than they were. */
function wrongIn(again: Booklet, booklet: Booklet, { unit }: UnitShape): readonly string[] {
  const step = unit === '万元' ? 0 : STEP;
  return again.figures.ids().flatMap((id) => {
    const [is, was] = [again.figures.get(id).value, booklet.figures.find(id)?.value];
    // Offices are still to be filled in where no booklet names them.
    if (is.state !== 'known' || id === '机构.下设处室数') return [];
    const differs = was?.state !== 'known' || is.exact.minus(was.exact).abs().gt(is.tolerance.plus(step));
    return differs ? [`${id}: ${is.exact.toFixed()}`] : [];
  });
}

/** What differs from its budget by less than is printed comes back as equal to it. */
const NEARLY = /决算数(?:(?:小于|大于)预算数…万元|等于预算数)/gu;
const AMOUNT = /[\d,]+\.\d+(?=万元)/gu;

/** Half a step for each of two numbers of which one is what is left. */
const STEP = 0.01;
