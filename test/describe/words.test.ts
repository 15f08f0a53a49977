import { beforeAll, describe, expect, it } from 'vitest';
import { packWords } from '../../src/describe/words/pack-words.ts';
import { HELPER_NOTES } from '../../src/describe/words/helper-notes.ts';
import { findSample } from '../../src/describe/words/sample.ts';
import type { FigureWord, WordList } from '../../src/describe/words/word-list.ts';
import { wordsText } from '../../src/describe/words/words-text.ts';
import { HELPERS } from '../../src/pack/language.ts';
import { LISTS } from '../../src/pack/lists.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { packsOf } from '../support/compiled.ts';
import { edited, realFiles, textFile } from '../support/project.ts';
import { withTestPack } from '../support/test-packs.ts';

function packOf(files: readonly RawFile[], name: string): Pack {
  const pack = packsOf(files.filter(({ path }) => path.startsWith('templates/'))).packs.get(name);
  if (pack === undefined) throw new Error(`no pack ${name}`);
  return pack;
}

async function wordsOf(name: string, ...units: readonly string[]): Promise<WordList> {
  const files = await realFiles(...units);
  return packWords(packOf(files, name), findSample(files, name));
}

const figureOf = (words: WordList, id: string): FigureWord | undefined =>
  words.figures.find((figure) => figure.id === id);

describe('the words of a pack', () => {
  let words: WordList;
  let text: readonly string[];

  beforeAll(async () => {
    words = await wordsOf('xinjiang-2023', 'changji-sme', 'demo-bureau');
    text = wordsText(words);
  });

  it('take their examples from a unit that uses the pack', () => {
    expect(words.booklet).toBe('changji-sme/2023');
    expect(text[0]).toBe(
      '模板包 xinjiang-2023（新疆维吾尔自治区2023年度）里可以写的词；例子取自 changji-sme/2023，照这个模板包印。',
    );
  });

  it('explain every helper, with an example that the pack can print', () => {
    expect(words.helpers.map(({ name }) => name)).toEqual([...HELPERS.keys()]);
    expect([...HELPER_NOTES.keys()].sort()).toEqual([...HELPERS.keys()].sort());
    const silent = words.helpers.filter(({ prints }) => prints === undefined).map(({ name }) => name);
    // Tables are no words, and this pack has no phrases of its own.
    expect(silent.toSorted()).toEqual(
      [...HELPERS]
        .flatMap(([name, one]) => (one.tables || one.arguments.includes('phrase') ? [name] : []))
        .sort(),
    );
  });

  it.each([
    '助手 万元：金额，印成万元，不带单位；只印单位是万元的数',
    '助手 万元：写作 {{万元 数字 [小数="几位"] [千分位="是"或"否"] [零="文字"]}}',
    '助手 万元：例 {{万元 收入.总计}} → 513.95',
    '助手 有数：写作 {{#有数 数字…}}…{{else}}…{{/有数}}',
    '助手 连列：例 {{连列 收入来源 有数="收入"}} → 财政拨款收入',
    '文字 {{单位.名称}} → 昌吉回族自治州中小企业发展局',
    '文字 {{年度}} → 2023',
    '清单 项目（例中 8 项）',
    '清单 项目.全年执行数：万元 → 159.86',
    '清单 一般公共预算支出类.下级：清单，各项与“一般公共预算支出款”的一样',
    '清单 一般公共预算支出款.名称：文字 → 商贸事务',
    '清单 下属单位.键：键，写在助手的参数和数字的名称里',
    '情形 本年无项目；免 项目自评表；不应有 项目自评表；应为零 支出.项目支出',
    '决算表 three-public：财政拨款“三公”经费支出决算表',
    '共用 {{> vehicle-operation-variance}}',
  ])('%s', (line) => {
    expect(text).toContain(line);
  });

  it.each([
    /^收入\.总计 +513\.95 万元 +收入总计$/,
    /^支出\.\{科目\}\.一般公共预算\.合计 +119\.13 万元 +46 行，如 一般公共服务支出（201）一般公共预算财政拨款支出；另有 \.占比$/,
    /^财政拨款\.支出总计 +292\.54 万元 +财政拨款支出总计；另有 \.预决算差异额 \.预决算差异率$/,
    /^人员\.实有人数 +14 人 +实有人数$/,
    /^绩效\.\{自评表\}\.指标\.\{序号\}\.得分 .* 76 行，如 /,
    /^# 除了以 %、年 为单位的，每个数都另有 \.上年 \.增减额 \.增减率/,
  ])('figures: %s', (line) => {
    expect(text.filter((one) => line.test(one))).toHaveLength(1);
  });

  it('name every list and every text that templates know', () => {
    expect(words.lists.map(({ name }) => name)).toEqual([...LISTS.keys(), '整体自评表', '项目自评表']);
    expect(words.texts.map(({ name }) => name)).toContain('叙述.绩效.成效');
  });

  it('tell which endings a figure has', () => {
    expect(figureOf(words, '收入.事业收入')?.endings).toEqual(['上年', '增减额', '增减率', '占比']);
    expect(figureOf(words, '绩效.项目.执行率')?.endings).toEqual([]);
    expect(words.figures.some(({ id }) => id.endsWith('.占比') && id.startsWith('收入.'))).toBe(false);
  });

  it('keep the codes of a family', () => {
    const family = figureOf(words, '基本支出.{科目}');
    expect(family?.rows).toHaveLength(28);
    expect(family?.rows).toContain('基本支出.30201');
    expect(family?.shown).toBe('基本支出.302');
  });
});

describe('the words of other packs', () => {
  it('print numbers as the pack does', async () => {
    const child =
      '名称: 子\n依据: 无\n年度: 2023\n继承: xinjiang-2023\n惯例: { 未公开: （未公开）, 文字中的数字: { 小数: 1, 千分位: 是 } }\n';
    const files = [...(await realFiles('changji-sme')), textFile('templates/child/pack.yaml', child)];
    const words = packWords(packOf(files, 'child'), findSample(files, 'child'));
    expect(figureOf(words, '收入.总计')?.prints).toBe('514.0');
    expect(figureOf(words, '支出.非财政拨款.合计')?.prints).toBe('（未公开）');
  });

  it('are shown of another unit, put into the form of the pack, where none uses it', async () => {
    const words = await wordsOf('ministry-2024', 'changji-sme');
    expect(words.booklet).toBe('changji-sme/2023');
    expect(figureOf(words, '收入.总计')?.prints).toMatch(/^[\d,]+(\.\d+)?$/);
  });

  it('are names alone where no unit can show them', async () => {
    const words = await wordsOf('xinjiang-2023');
    expect(words.booklet).toBeUndefined();
    expect(wordsText(words)[0]).toContain('没有单位可以举例');
    expect(figureOf(words, '收入.事业收入')).toEqual({
      id: '收入.事业收入',
      label: '事业收入',
      unit: '万元',
      endings: ['上年', '增减额', '增减率'],
    });
    expect(figureOf(words, '支出.{科目}.一般公共预算.基本支出')).toBeDefined();
    expect(figureOf(words, '收入.总计')?.unit).toBe('万元');
  });

  it('hold the facts that a pack declares', async () => {
    const files = await withTestPack('meetings');
    const words = packWords(packOf(files, 'meetings'), findSample(files, 'meetings'));
    expect(words.booklet).toBe('demo-bureau/2023');
    expect(figureOf(words, '会议费.决算数')?.label).toBe('会议费决算数');
    expect(figureOf(words, '委托业务费.{科目}')?.rows?.length).toBeGreaterThan(0);
    expect(figureOf(words, '培训费.{项}')?.rows?.length).toBeGreaterThan(0);
    expect(words.tables.map(({ key }) => key)).toContain('meetings');
  });

  it('prefer a booklet without errors', async () => {
    const broken = edited(
      await realFiles('changji-sme', 'demo-bureau'),
      'content/units/changji-sme/2023/accounts.yaml',
      '货物: 5.59',
      '货物: 55.9',
    );
    const named = broken.map((file) =>
      file.path === 'content/units/demo-bureau/2023/accounts.yaml'
        ? (edited(broken, file.path, '模板: demo-2023', '模板: xinjiang-2023').find(
            ({ path }) => path === file.path,
          ) ?? file)
        : file,
    );
    expect(findSample(named, 'xinjiang-2023')?.unit.slug).toBe('demo-bureau');
  });
});
