import { fileURLToPath } from 'node:url';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { treeOf } from '../support/folder-tree.ts';
import { edited, realFiles, textFile } from '../support/project.ts';

const FOLDER = fileURLToPath(new URL('example-province', import.meta.url));
const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';

/** The real booklet's content with the pack of an invented province. */
async function inExampleProvince(
  change: (name: string, text: string) => string = (_, text) => text,
  changeContent: (files: readonly RawFile[]) => readonly RawFile[] = (files) => files,
) {
  const pack: readonly RawFile[] = [...treeOf(FOLDER)].map(([name, bytes]) =>
    textFile(`templates/example-province/${name}`, change(name, bytes.toString('utf8'))),
  );
  const files = edited(
    await realFiles('changji-sme'),
    ACCOUNTS,
    '模板: xinjiang-2023',
    '模板: example-province',
  );
  return compiled([...changeContent(files), ...pack]);
}

function findings(site: Awaited<ReturnType<typeof inExampleProvince>>): readonly string[] {
  return site.diagnostics
    .filter(({ place }) => place.file.startsWith('templates/'))
    .map(({ place, rule }) => `${place.file.split('/').slice(2).join('/')}:${place.line} ${rule}`);
}

describe('a pack of another province', () => {
  it('needs nothing but its folder: order, tables, wording and conventions are its own, the rest inherited', async () => {
    const site = await inExampleProvince();
    const document = site.units[0]?.booklets[0]?.render();
    expect(document?.title).toBe('2023年度昌吉回族自治州中小企业发展局部门决算');
    expect(document?.parts.map(({ key, title }) => [key, title])).toEqual([
      ['tables', '第一部分 决算表'],
      ['explanations', '第二部分 情况说明'],
    ]);
    expect(document?.tables.map(({ title }) => title)).toEqual([
      '财政拨款收入支出决算总表',
      '收入支出决算总表',
    ]);
    const words = document?.parts[1]?.content.map((node) => toString(node)).join('');
    expect(words).toBe(
      '收入收入总计513.95万元，增长14.08%。' +
        '“三公”经费1.68万元，上年没有，增长率不可比。' +
        '公务接待费与上年持平（主要原因：无公务接待费）。',
    );
    expect(document?.tables[1]?.body.flat().some(({ text }) => text === '未公开')).toBe(true);
  });

  it('says itself what must be there and which states excuse it; what it does not say is inherited', async () => {
    const own =
      '必有: { 批复数: [收入.总计, 国有资产.车辆.其他用车], 自评表: {} }\n情形:\n  撤并: { 免: [上年数], 较上年: 已撤并 }\n';
    const pack = (name: string, text: string): string => (name === 'pack.yaml' ? text + own : text);
    const site = await inExampleProvince(pack, (files) =>
      edited(
        edited(
          files.filter(({ path }) => !/\/2022\/|performance/.test(path)),
          'content/units/changji-sme/2023/narrative.yaml',
          '其他说明事项: 无其他说明事项。',
          '# a text that this pack does not print',
        ),
        ACCOUNTS,
        '金额单位: 万元',
        '金额单位: 万元\n情形: { 撤并: 是 }',
      ),
    );
    const errors = site.diagnostics.filter(({ rule }) => rule.startsWith('missing-'));
    expect(errors.map(({ rule }) => rule)).toEqual(['missing-approved']);
    expect(errors[0]?.message).toContain('缺少 1 个');
    expect(errors[0]?.message).toContain('“国有资产.车辆.其他用车: ……”');
    const words = site.units[0]?.booklets[0]
      ?.render()
      .parts[1]?.content.map((node) => toString(node))
      .join('');
    expect(words).toContain('收入收入总计513.95万元，已撤并。');
    const states = site.units[0]?.booklets[0]?.source.pack.states;
    expect([...(states?.keys() ?? [])]).toContain('本年无项目');
  });

  it.each([
    [
      'a circle of packs',
      'pack.yaml',
      '继承: xinjiang-2023',
      '继承: example-province',
      'pack.yaml:4 pack-cycle',
    ],
    [
      'an unknown parent',
      'pack.yaml',
      '继承: xinjiang-2023',
      '继承: xinjiang-2032',
      'pack.yaml:4 unknown-pack',
    ],
    [
      'a missing part',
      'pack.yaml',
      '模板: explanations.md.hbs',
      '模板: words.md.hbs',
      'pack.yaml:9 missing-file',
    ],
    [
      'an unknown figure in a phrase',
      'pack.yaml',
      '（主要原因：',
      '（{{万元 收入.总记}}主要原因：',
      'pack.yaml:18 unknown-figure',
    ],
    ['a digit in a phrase', 'pack.yaml', '与上年持平', '与2022年持平', 'pack.yaml:15 unbound-number'],
    [
      'an open block',
      'parts/explanations.md.hbs',
      '“三公”',
      '{{#有数 收入.总计}}“三公”',
      'parts/explanations.md.hbs:5 template-syntax',
    ],
    [
      'an unknown list',
      'parts/explanations.md.hbs',
      '“三公”',
      '{{连列 处室}}“三公”',
      'parts/explanations.md.hbs:5 unknown-name',
    ],
    [
      'a figure where there is none in a branch not taken',
      'parts/explanations.md.hbs',
      '“三公”',
      '{{#若单位 "行政单位"}}{{万元 收入.没有}}{{/若单位}}“三公”',
      'parts/explanations.md.hbs:5 unknown-figure',
    ],
    [
      'a helper for another unit',
      'parts/explanations.md.hbs',
      '“三公”',
      '{{万元 人员.实有人数}}“三公”',
      'parts/explanations.md.hbs:5 wrong-helper',
    ],
    [
      'an unknown figure among what must be there',
      'pack.yaml',
      '措辞:\n',
      '必有:\n  批复数:\n    - 收入.总记\n措辞:\n',
      'pack.yaml:13 unknown-figure',
    ],
    [
      'a state without words for what it excuses',
      'pack.yaml',
      '措辞:\n',
      '情形:\n  撤并: { 免: [上年数] }\n措辞:\n',
      'pack.yaml:12 missing-value',
    ],
    [
      'a state that units cannot declare',
      'parts/explanations.md.hbs',
      '“三公”',
      '{{#若情形 "首次公布"}}首次{{/若情形}}“三公”',
      'parts/explanations.md.hbs:5 unknown-name',
    ],
    [
      'a digit in words that lead to a comparison',
      'parts/explanations.md.hbs',
      '{{较上年 收入.总计}}',
      '{{较上年 收入.总计 引="比2022年"}}',
      'parts/explanations.md.hbs:3 unbound-number',
    ],
    [
      'code in place of a name',
      'parts/explanations.md.hbs',
      '“三公”',
      '{{constructor}}“三公”',
      'parts/explanations.md.hbs:5 unknown-name',
    ],
  ])('%s is found at its line', async (_, file, from, to, expected) => {
    const site = await inExampleProvince((name, text) =>
      name === file ? text.replace(from, () => to) : text,
    );
    expect(findings(site)).toContain(expected);
  });
});
