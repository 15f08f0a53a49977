import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fitGiven } from '../../src/import/fit/fit-given.ts';
import type { Fit } from '../../src/import/fit/fit.ts';
import type { OpenInput } from '../../src/compile/open-input.ts';
import { given } from '../import/support/taken-in.ts';
import { opened } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';

const REFERENCE = readFileSync(new URL('../reference/changji-sme-2023.txt', import.meta.url));

let input: OpenInput;
beforeAll(async () => {
  input = opened(await realFiles());
});

async function fitOf(name: string): Promise<Fit> {
  const pack = input.packs.packs.get(name);
  if (pack === undefined) throw new Error(`no pack ${name}`);
  const by = { pack, codes: input.content.shared.codesFor(2023), items: new Map() };
  const [fit] = await fitGiven([given('公开文本.txt', new Uint8Array(REFERENCE))], '', by);
  if (fit === undefined || 'refused' in fit) throw new Error('refused');
  return fit;
}

describe('the reference booklet', () => {
  it('is explained by the pack that was made of it, every sentence, every number, every form', async () => {
    expect(await fitOf('xinjiang-2023')).toMatchObject({
      sentences: { explained: 107, all: 107 },
      numbers: { explained: 207, all: 207 },
      // The numbers of its nine forms.
      cells: { explained: 292, all: 292 },
      unexplained: [],
    });
  });

  it('is hardly explained by a pack of another form, though templates let tables and texts stand anywhere', async () => {
    const { sentences, unexplained } = await fitOf('ministry-2024');
    expect(sentences.explained / sentences.all).toBeLessThan(0.2);
    expect(unexplained.filter(({ nearest }) => nearest !== undefined).length).toBeGreaterThan(100);
  });
});
