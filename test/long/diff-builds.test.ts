import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareInputs } from '../../src/changes/compare-inputs.ts';
import { compileSite } from '../../src/compile/compile-site.ts';
import { buildSite } from '../../src/outputs/build-site.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { remembering } from '../../src/source/recall.ts';
import { expectExact } from '../changes/exactness.ts';
import { saidBy, type Said } from '../changes/independent.ts';
import { KINDS } from '../changes/kinds.ts';
import { differentTexts, textsOf } from '../support/output-texts.ts';
import { realFiles } from '../support/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-diff-'));
let before: readonly RawFile[];
let built: ReadonlyMap<string, Buffer>;
let said: Said;
const recall = remembering();

/** What a whole build of some files says. */
async function buildOf(files: readonly RawFile[]): Promise<ReadonlyMap<string, Buffer>> {
  const out = join(folder, 'out');
  await buildSite(compileSite(files), { out, pdf: false, onProgress: () => undefined });
  const texts = textsOf(out);
  rmSync(out, { recursive: true, force: true });
  return texts;
}

beforeAll(async () => {
  before = await realFiles('demo-bureau', 'changji-sme');
  built = await buildOf(before);
  said = saidBy(before);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('diff names the figures, sentences, cells, pages and files in which two whole builds differ', () => {
  it.each(KINDS)('%s', async (_, apply) => {
    const after = apply(before);
    const { pages, movedLines } = compareInputs({ before, after });
    // Without a browser and fonts there are no PDF and no PNG to compare.
    const named = [...pages, ...movedLines].filter((path) => !/\.(?:pdf|png)$/.test(path)).sort();
    expect(named).toEqual(differentTexts(built, await buildOf(after)));
    expectExact({ before, after }, { before: said, after: saidBy(after) }, recall);
  });
});
