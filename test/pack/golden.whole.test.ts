import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOLDEN, goldenNames, goldenTexts } from '../support/golden.ts';

/**
 * Packs of invented provinces in the forms of test/golden/README.md, each over demo-bureau's booklet of 2023. What they
 * print and what is found lies in `out/`, to be read in a diff; `npx vitest -u` writes it anew.
 */
describe.each(goldenNames())('%s', (name) => {
  it('prints what it printed, and nothing is found', async () => {
    const texts = await goldenTexts(name);
    for (const [file, text] of texts) await expect(text).toMatchFileSnapshot(join(GOLDEN, name, 'out', file));
    expect(texts.get('findings.txt')).toBe('');
  });
});
