import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import { packsOf } from '../support/compiled.ts';
import { realFiles, textFile } from '../support/project.ts';

const CHILD = 'templates/example-2024/';
/** A pack that only inherits, as far as its files go. */
const PACK = '名称: 示例省\n依据: 虚构\n年度: 2024\n继承: ministry-2024\n';

/** What is found in the files of a child of ministry-2024, and in those of its parent. */
async function found(files: Readonly<Record<string, string>>, pack = PACK): Promise<readonly Diagnostic[]> {
  const templates = (await realFiles()).filter(({ path }) => path.startsWith('templates/'));
  const own = Object.entries({ 'pack.yaml': pack, ...files });
  return packsOf([...templates, ...own.map(([name, text]) => textFile(CHILD + name, text))]).diagnostics;
}

function files(diagnostics: readonly Diagnostic[], wanted: string): readonly string[] {
  return diagnostics.filter(({ rule }) => rule === wanted).map(({ place }) => place.file);
}

describe('a file from which no pack takes anything', () => {
  it.each([
    ['partials/state_assets.md.hbs', '甲', '是否为“state-assets”'],
    ['parts/revenue.md.hbs', '甲', '“部分”'],
    ['tables/government_fund.yaml', '用: ministry-2024/tables/government-fund\n', '是否为“government-fund”'],
    ['forms/projects.yaml', '用: 甲\n', '是否为“project”'],
  ])('%s is told of, with the name that was meant', async (name, text, advice) => {
    const diagnostics = await found({ [name]: text });
    expect(files(diagnostics, 'unused-file')).toEqual([CHILD + name]);
    expect(diagnostics.find(({ rule }) => rule === 'unused-file')?.message).toContain(advice);
  });

  it.each([
    'partials/state-assets.md',
    'glossary.yml',
    'tables/revenue.yml',
    'tables/more/revenue.yaml',
    'revenue.md.hbs',
  ])('%s is not read at all', async (name) => {
    expect(files(await found({ [name]: '甲' }), 'unexpected-file')).toEqual([CHILD + name]);
  });

  it('is not one that replaces an inherited file, nor a note for the owners of the pack', async () => {
    const diagnostics = await found({ 'partials/state-assets.md.hbs': '甲', 'README.md': '甲' });
    expect([...files(diagnostics, 'unused-file'), ...files(diagnostics, 'unexpected-file')]).toEqual([]);
  });

  it('is not one that only a pack made of it includes', async () => {
    const base = 'templates/xinjiang-2023/partials/for-others.md.hbs';
    const all = [
      ...(await realFiles()).filter(({ path }) => path.startsWith('templates/')),
      textFile(base, '甲'),
    ];
    expect(files(packsOf(all).diagnostics, 'unused-file')).toEqual([base]);
    const child = PACK.replace('ministry-2024', 'xinjiang-2023');
    const using = [
      ...all,
      textFile(`${CHILD}pack.yaml`, child),
      textFile(`${CHILD}partials/receptions.md.hbs`, '{{> for-others}}'),
    ];
    expect(files(packsOf(using).diagnostics, 'unused-file')).not.toContain(base);
  });
});
