import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportPlan } from '../../../src/import/import-files.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { goldenFiles } from '../../support/golden.ts';
import { realFiles, textFile } from '../../support/project.ts';
import { GENERATED, generatedUnit, type UnitShape } from './generated-unit.ts';
import { printedText, sentences } from './printed.ts';
import { bookletOf, given, plan } from './taken-in.ts';

/** Packs in which units are generated: those that are published, and two of other formats. */
export const LAW_PACKS = ['xinjiang-2023', 'ministry-2024', 'f1-ministry', 'f4-city'];

function shapes(pack: string): fc.Arbitrary<UnitShape> {
  return fc.record({
    seed: fc.nat(1_000_000),
    pack: fc.constant(pack),
    general: fc.integer({ min: 1, max: 14 }),
    funds: fc.integer({ min: 0, max: 3 }),
    stateCapital: fc.integer({ min: 0, max: 2 }),
    others: fc.integer({ min: 0, max: 1 }),
    unit: fc.constant('万元' as const),
    empty: fc.integer({ min: 0, max: 9 }),
  });
}

/**
 * A test for each pack: what a generated unit's booklet prints, taken in where there is nothing, is read without a rest,
 * is what the unit has where anything is known, and prints the same again.
 */
export function itObeysTheLaws(packs: readonly string[], numRuns: number): void {
  it.each(packs)('%s', async (pack) => {
    const files = pack.startsWith('f') ? await goldenFiles(pack) : await realFiles();
    const shared = files.filter(({ path }) => !path.startsWith('content/units/'));
    await fc.assert(
      fc.asyncProperty(shapes(pack), (shape) => obeys(shape, shared)),
      { seed: 2024, numRuns },
    );
  });
}

async function obeys(shape: UnitShape, shared: readonly RawFile[]): Promise<void> {
  const { slug, year } = GENERATED;
  const files = generatedUnit(shape, shared);
  const booklet = bookletOf(files, slug, year);
  const empty = files.filter(({ path }) => !/\/(?:accounts|narrative)\.yaml$/.test(path));
  const text = new TextEncoder().encode(printedText(booklet));
  const made = await plan(empty, { slug, year, pack: shape.pack }, given('公开文本.txt', text));
  expect(made.leftovers).toEqual([]);
  expect(made.findings).toEqual([]);
  const again = bookletOf(withWritten(empty, made), slug, year);
  expect(sentences(again)).toEqual(sentences(booklet));
  const wrong = again.figures.ids().flatMap((id) => {
    const [is, was] = [again.figures.get(id).value, booklet.figures.find(id)?.value];
    if (is.state !== 'known') return [];
    const differs = was?.state !== 'known' || is.exact.minus(was.exact).abs().gt(is.tolerance);
    return differs ? [`${id}: ${is.exact.toFixed()}`] : [];
  });
  expect(wrong).toEqual([]);
}

function withWritten(files: readonly RawFile[], { writes }: ImportPlan): readonly RawFile[] {
  const paths = new Set(writes.map(({ path }) => path));
  return [
    ...files.filter(({ path }) => !paths.has(path)),
    ...writes.map(({ path, text }) => textFile(path, text)),
  ];
}
