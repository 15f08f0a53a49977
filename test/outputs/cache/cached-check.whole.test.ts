import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkInParallel } from '../../../src/cli/check-in-parallel.ts';
import { formatText } from '../../../src/cli/report.ts';
import type { CheckedSite } from '../../../src/compile/checked-site.ts';
import { UnitCache } from '../../../src/outputs/cache/unit-cache.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { edited, realFiles, textFile, withBytes } from '../../support/project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

let folder: string;
let files: readonly RawFile[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-check-cache-'));
  files = await realFiles('changji-sme', 'demo-bureau');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a check says, line by line. */
function said({ units, diagnostics }: CheckedSite): readonly unknown[] {
  return [...units, ...formatText(diagnostics).split('\n')];
}

it('a check finds with the cache what it finds without, whatever has changed', async () => {
  const changed: readonly (readonly RawFile[])[] = [
    files,
    // An error, which is found as often as it is asked for.
    edited(files, ACCOUNTS, '年度: 2023', '年度: 2032'),
    // What belongs to no unit, and a file of a unit that nobody reads.
    [...files, textFile('content/units/demo-bureau/2023/notes.yaml', 'a: 1\n')],
    [...files, textFile('content/units/notes.yaml', 'a: 1\n')],
    withBytes(files, 'content/site.yaml', new TextEncoder().encode('站名: 示例\n网址: nowhere\n')),
  ];
  for (const input of changed) {
    const fresh = said(await checkInParallel(input));
    // First with what is known of other units, then with what has just been found.
    for (let time = 0; time < 2; time += 1)
      expect(said(await checkInParallel(input, undefined, new UnitCache(folder)))).toEqual(fresh);
  }
});

it('what was found is known by its key alone', async () => {
  const cache = new UnitCache(folder);
  const found = { slug: 'a', booklets: [], diagnostics: [], names: [] };
  await cache.keepFound('key', found);
  expect(await cache.found('key')).toEqual(found);
  expect(await new UnitCache(folder).found('another')).toBeUndefined();
});
