import { expect, it } from 'vitest';
import { recogniseBooklet } from '../../src/import/booklet/recognise-booklet.ts';
import { plainFile } from '../../src/import/text/plain-file.ts';
import { bookletOf } from '../import/support/taken-in.ts';
import { printedText } from '../import/support/printed.ts';
import { opened } from '../support/compiled.ts';
import { goldenFiles, goldenNames } from '../support/golden.ts';

it.each(goldenNames())(
  'every word that the pack %s prints is found when its booklet is taken in',
  async (name) => {
    const files = await goldenFiles(name);
    const { packs, content } = opened(files);
    const pack = packs.packs.get(name);
    if (pack === undefined) throw new Error(`no pack ${name}`);
    const text = printedText(bookletOf(files, 'demo-bureau', 2023));
    const codes = content.shared.codesFor(2023);
    const { along, recognised } = recogniseBooklet(plainFile('公开文本.txt', text), {
      pack,
      codes,
      items: new Map(),
    });
    expect(along.lost).toEqual([]);
    expect(along.added).toEqual([]);
    expect(recognised.readings.length).toBeGreaterThan(60);
  },
);
