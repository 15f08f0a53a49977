import { expect } from 'vitest';
import { compareInputs } from '../../src/changes/compare-inputs.ts';
import type { Recall } from '../../src/source/recall.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { differing, surplus, surplusOf, type Said } from './independent.ts';

/** Holds what a comparison lists of figures, sentences and cells against what both sides say. */
export function expectExact(
  files: { readonly before: readonly RawFile[]; readonly after: readonly RawFile[] },
  said: { readonly before: Said; readonly after: Said },
  recall: Recall,
): void {
  const { figures, sentences, cells } = compareInputs(files, recall);
  const { before, after } = said;
  const named = figures.map(({ body, year, id }) => `${body}/${year} ${id}`).sort();
  expect(named).toEqual(differing(before.figures, after.figures));
  expect(surplusOf(sentences.map((one) => ({ ...one, key: `${one.body}/${one.year} ${one.part}` })))).toEqual(
    surplus(before.sentences, after.sentences),
  );
  expect(surplusOf(cells.map((one) => ({ ...one, key: `${one.body}/${one.year} ${one.key}` })))).toEqual(
    surplus(before.cells, after.cells),
  );
}
