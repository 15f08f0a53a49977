import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../src/describe/difference/compare-packs.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles, textFile, textOf } from '../support/project.ts';

const BASE = 'templates/xinjiang-2023/';

/** Edits of the other pack's files: a stretch of text that occurs once, and what stands there instead. */
type Edits = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;

/** The files of xinjiang-2023 once more as the pack `other`, edited; with further files. */
async function withOther(edits: Edits, more: Readonly<Record<string, string>> = {}) {
  const files = (await realFiles()).filter(({ path }) => path.startsWith(BASE));
  const other = files.map(({ path }): RawFile => {
    const name = path.slice(BASE.length);
    let text = textOf(files, path);
    for (const [from, to] of edits[name] ?? []) {
      expect(text.split(from).length, `${name}: ${from}`).toBe(2);
      text = text.replace(from, () => to);
    }
    return textFile(`templates/other/${name}`, text);
  });
  const added = Object.entries(more).map(([name, text]) => textFile(`templates/other/${name}`, text));
  const kept = other.filter(({ path }) => !added.some((one) => one.path === path));
  return [...files, ...kept, ...added];
}

/** What `pack diff xinjiang-2023 other` says; the first pack is called A, the other B. */
async function differences(edits: Edits, more: Readonly<Record<string, string>> = {}) {
  const { packs, diagnostics } = loadPacks(await withOther(edits, more));
  const [a, b] = [packs.get('xinjiang-2023'), packs.get('other')];
  if (a === undefined || b === undefined)
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return comparePacks(a, b).map((one) => one.replaceAll('xinjiang-2023', 'A').replaceAll('other', 'B'));
}

const PACK = 'pack.yaml';
const OVERVIEW = 'parts/1-overview.md.hbs';
const EXPLANATIONS = 'parts/2-explanations.md.hbs';
const REVENUE = 'tables/revenue.yaml';

describe('packs that print the same', () => {
  it('have nothing to tell apart', async () => {
    expect(await differences({})).toEqual([]);
  });
});
