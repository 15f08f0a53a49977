import { describe, expect, it } from 'vitest';
import { draftPack } from '../../src/describe/draft/draft-pack.ts';
import { packJsonSchemas } from '../../src/pack/json-schema.ts';
import { comparePacks } from '../../src/describe/difference/compare-packs.ts';
import { packsOf } from '../support/compiled.ts';
import { realFiles, textFile } from '../support/project.ts';

async function draftOf(base: string) {
  const files = (await realFiles()).filter(({ path }) => path.startsWith('templates/'));
  const pack = packsOf(files).packs.get(base);
  if (pack === undefined) throw new Error(`no pack ${base}`);
  return { files, pack, text: draftPack({ slug: 'draft', base: pack, years: [2024], hasSchema: false }) };
}

describe('the pack.yaml of a new pack', () => {
  it.each(['ministry-2024', 'xinjiang-2023', 'demo-2023'])(
    'from %s shows every section with an example',
    async (base) => {
      const { text } = await draftOf(base);
      const { properties } = packJsonSchemas()['pack'] as { properties: Readonly<Record<string, unknown>> };
      for (const label of Object.keys(properties)) expect(text).toMatch(new RegExp(`^(?:# )?${label}:`, 'm'));
    },
  );

  it.each(['ministry-2024', 'xinjiang-2023', 'demo-2023'])(
    'from %s shows what holds, one section put in force after the other',
    async (base) => {
      const { files, pack, text } = await draftOf(base);
      const stated = text.split('\n\n').filter((section) => /^# /m.test(section));
      expect(stated.length).toBeGreaterThan(10);
      for (const section of stated.filter((one) => !one.includes('没有写，例如'))) {
        const own = text.replace(section, () => section.replaceAll(/^# /gm, ''));
        const { packs, diagnostics } = packsOf([...files, textFile('templates/draft/pack.yaml', own)]);
        expect(diagnostics.filter(({ place }) => place.file.startsWith('templates/draft/'))).toEqual([]);
        const draft = packs.get('draft');
        expect(draft && comparePacks(pack, draft), section).toEqual([]);
      }
    },
  );

  it('names a schema only where the project has one', async () => {
    const { text, pack } = await draftOf('demo-2023');
    expect(text).not.toContain('yaml-language-server');
    expect(draftPack({ slug: 'draft', base: pack, years: [2024], hasSchema: true })).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schema\/pack\.json\n/,
    );
  });
});
