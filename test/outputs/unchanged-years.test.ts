import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import { figuresFile } from '../../src/outputs/data/figures-file.ts';
import { recordOf, type BookletRecord } from '../../src/outputs/published/booklet-record.ts';
import { unchangedYears } from '../../src/outputs/published/unchanged-years.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2022/accounts.yaml';

let folder: string;
let files: readonly RawFile[];
let kept: readonly BookletRecord[];

/** The booklet of 2022 as these sources make it. */
function booklet(of: readonly RawFile[]): Booklet {
  const found = compiled(of).units[0]?.booklets.find(({ year }) => year === 2022);
  if (found === undefined) throw new Error('no booklet');
  return found;
}

function publish(figures: string): void {
  writeFileSync(join(folder, 'demo-bureau/2022/figures.json'), figures);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-unchanged-'));
  files = await realFiles('demo-bureau');
  const published = booklet(files);
  mkdirSync(join(folder, 'demo-bureau/2022'), { recursive: true });
  publish(figuresFile(published));
  kept = [recordOf(published, [], false)];
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a booklet has the figures that its pages have, on whatever line they stand', async () => {
  const moved = booklet(edited(files, ACCOUNTS, '\n人员:\n  在职', '\n# 人数见批复表。\n人员:\n  在职'));
  expect(await unchangedYears([moved], kept, folder)).toEqual([moved]);
});

it('a booklet of which a figure was changed does not have those of its pages', async () => {
  const now = booklet(files);
  expect(now.isPrintable).toBe(true);
  publish(figuresFile(now).replace('"value":"193"', '"value":"195"'));
  expect(await unchangedYears([now], kept, folder)).toEqual([]);
  publish(figuresFile(now));
  expect(await unchangedYears([now], kept, folder)).toEqual([now]);
});

it('a booklet with errors, and one without pages, are not asked for their figures', async () => {
  const broken = booklet(edited(files, ACCOUNTS, '"2010301": 9215128.06', '"2010301": 9315128.06'));
  expect(broken.isPrintable).toBe(false);
  expect(await unchangedYears([broken], kept, folder)).toEqual([]);
  expect(await unchangedYears([booklet(files)], [], folder)).toEqual([]);
});
