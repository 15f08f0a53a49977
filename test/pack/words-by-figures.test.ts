import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { compiled } from '../support/compiled.ts';
import { explain } from '../../src/figures/explain.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, textOf, withBytes } from '../support/project.ts';
import { DEMO_ACCOUNTS, withTestPack } from '../support/test-packs.ts';

const PACK = 'templates/meetings/pack.yaml';
const PART = 'templates/meetings/parts/meetings.md.hbs';
const files = await withTestPack('meetings');

const PHRASES = `
自定措辞:
  结余:
    正: 结余{{万元 数}}万元
    负: 超支{{万元 数}}万元
    零: 正好用完
    未公开: 没有公开
    无此项: 本单位没有{{名称}}
  不全: { 正: 有, 零: 没有 }
  比率: { 正: "为{{百分数 数}}%", 零: 为零, 未公开: 没有公开, 基数为零: 无从比较 }

自定合计:
  会议费.余: { 名称: 会议费结余, 加: 会议费.年初预算数, 减: 会议费.决算数 }
`;

function withText(text: string, input: readonly RawFile[] = files): readonly RawFile[] {
  const packed = edited(input, PACK, '\n自定数:\n', `${PHRASES}\n自定数:\n`);
  return withBytes(packed, PART, new TextEncoder().encode(`${text}\n`));
}

function says(text: string, input: readonly RawFile[] = files): string {
  const site = compiled(withText(text, input));
  expect(
    site.diagnostics.filter(({ severity, place }) => severity === 'error' && place.file === PART),
  ).toEqual([]);
  const part = site.units[0]?.booklets
    .find(({ year }) => year === 2023)
    ?.render()
    .parts.find(({ key }) => key === 'meetings');
  return (part?.content.map((node) => toString(node)) ?? []).join('').trim();
}

function slips(text: string, input: readonly RawFile[] = files): readonly string[] {
  return compiled(withText(text, input))
    .diagnostics.filter(
      ({ severity, place }) => severity === 'error' && place.file.startsWith('templates/meetings/'),
    )
    .map(({ rule, message, place }) => `${rule} ${place.line}:${place.column} ${message}`);
}

describe('what one figure is of another', () => {
  it.each([
    ['占{{占 会议费.决算数 基本支出.[302]}}%', '占1.02%'],
    ['占{{占 人员.退休人员 人员.在职人员 小数="1"}}%', '占38.2%'],
    ['完成{{完成率 会议费.决算数 会议费.年初预算数}}%', '完成86.92%'],
    ['上年占{{占 支出.基本支出.上年 支出.本年支出合计.上年}}%', /^上年占[\d.]+%$/u],
    [
      '{{#each 支出性质 有数="支出"}}{{名称}}占{{占 支出 支出.本年支出合计}}%；{{/each}}',
      /^基本支出占[\d.]+%；项目支出占[\d.]+%；/u,
    ],
    ['{{#each 财政拨款 有数="年初预算"}}{{完成率 支出 年初预算}}%；{{/each}}', /^[\d.]+%；/u],
  ])('%s', (text, expected) => {
    if (typeof expected === 'string') expect(says(text)).toBe(expected);
    else expect(says(text)).toMatch(expected);
  });

  it('is a figure with an id, which is explained', () => {
    const booklet = compiled(withText('占{{占 会议费.决算数 基本支出.[302]}}%')).units[0]?.booklets.at(-1);
    if (booklet === undefined) throw new Error('no booklet');
    const { label, value, inputs } = explain('会议费.决算数.占.基本支出.302', booklet.told);
    expect(label).toBe('会议费决算数占商品和服务支出（302）');
    expect(value).toMatch(/^1\.017\d*%$/u);
    expect(inputs.map(({ id }) => id)).toEqual(['会议费.决算数', '基本支出.302']);
  });

  it('follows the pack’s conventions where the base is zero or not told', () => {
    expect(says('{{占 支出.经营支出 支出.上缴上级支出}}%')).toMatch(/^\S*%$/u);
    const hidden = edited(files, DEMO_ACCOUNTS, '  决算数: 39115.35', '  决算数: 未公开');
    expect(says('{{占 会议费.决算数 会议费.年初预算数}}', hidden)).toBe('—');
  });

  it('asks for last year’s figures where it is told of last year', () => {
    const [finding = ''] = compiled(withText('{{占 培训费.上年 支出.基本支出.上年}}'))
      .diagnostics.filter(({ rule }) => rule === 'missing-prior')
      .map(({ message }) => message);
    expect(finding).toContain('“培训费.上年: ……”');
  });

  it.each([
    ['{{占 会议费.决算 基本支出.[302]}}', 'unknown-figure 1:5 没有“会议费.决算”'],
    ['{{占 会议费.决算数 基本支.[302]}}', 'unknown-figure 1:13 没有“基本支.302”'],
    [
      '{{占 会议费.决算数 会议费.会议个数}}',
      'wrong-helper 1:13 “会议费.决算数”的单位是万元，“会议费.会议个数”的单位是个',
    ],
    ['{{占 支出.基本支出.占比 支出.项目支出.占比}}', 'wrong-helper 1:16 '],
    ['{{完成率 会议费.决算数}}', 'template-syntax 1:3 助手“完成率”应有 2 个参数'],
    ['{{占 会议费.决算数 "基本支出"}}', 'template-syntax 1:13 '],
    ['{{#each 项目}}{{占 得分 全年执行数}}{{/each}}', 'wrong-helper 1:20 '],
  ])('%s is told of: %s', (text, slip) => {
    expect(slips(text)).toContainEqual(expect.stringContaining(slip));
  });
});

describe('a phrase of the pack’s own', () => {
  it.each([
    ['{{措辞 "结余" 会议费.余}}', '结余0.59万元'],
    [
      '{{#each 三公经费各项}}{{#if @first}}{{措辞 "结余" 决算数}}{{/if}}{{/each}}',
      /^(?:正好用完|结余[\d.]+万元)$/u,
    ],
    ['{{措辞 "比率" 会议费.占商品和服务支出}}', '为1.02%'],
    ['{{措辞 "结余" 委托业务费.[2010350]}}', '结余10.00万元'],
    [
      '{{措辞 "结余" 委托业务费.[2080505]}}',
      '本单位没有机关事业单位基本养老保险缴费支出（2080505）委托业务费',
    ],
  ])('%s', (text, expected) => {
    if (typeof expected === 'string') expect(says(text)).toBe(expected);
    else expect(says(text)).toMatch(expected);
  });

  it.each([
    ['  年初预算数: 35000.00', '超支0.41万元'],
    ['  年初预算数: 39115.35', '正好用完'],
    ['  年初预算数: 未公开', '没有公开'],
  ])('is chosen by the figure: %s', (entered, expected) => {
    const changed = edited(files, DEMO_ACCOUNTS, '  年初预算数: 45000.00', entered);
    expect(says('{{措辞 "结余" 会议费.余}}', changed)).toBe(expected);
  });

  it.each([
    ['{{措辞 "节余" 会议费.余}}', 'unknown-name 1:6 pack.yaml 的“自定措辞”中没有“节余”；是否为“结余”？'],
    ['{{措辞 "结余" 会议费.剩}}', 'unknown-figure 1:11 没有“会议费.剩”'],
    ['{{措辞 "不全" 会议费.余}}', 'incomplete-pack 1:11 “自定措辞”的“不全”没有写“负”“未公开”'],
    ['{{措辞 "不全" 会议费.决算数}}', 'incomplete-pack 1:11 “自定措辞”的“不全”没有写“未公开”'],
    [
      '{{措辞 "结余" 会议费.决算数.占.基本支出.[302]}}',
      'incomplete-pack 1:11 “自定措辞”的“结余”没有写“基数为零”',
    ],
    ['{{措辞 "比率" 委托业务费.[2010350]}}', 'incomplete-pack 1:11 “自定措辞”的“比率”没有写“无此项”'],
    [
      '{{措辞 "比率" 会议费.决算数}}',
      'wrong-helper 1:11 “会议费.决算数”的单位是万元，“自定措辞”的“比率”却只印%',
    ],
    ['{{措辞 结余 会议费.余}}', 'template-syntax 1:6 此处应是引号里的措辞名称'],
  ])('%s is told of: %s', (text, slip) => {
    expect(slips(text)).toContainEqual(expect.stringContaining(slip));
  });

  it('has no digits of its own, as all wording', () => {
    const packed = edited(withText('甲。'), PACK, '正: 结余{{万元', '正: 结余3{{万元');
    const found = compiled(packed).diagnostics.filter(
      ({ rule, place }) => rule === 'unbound-number' && place.file === PACK,
    );
    expect(found).toHaveLength(1);
    expect(textOf(packed, PACK).split('\n')[(found[0]?.place.line ?? 0) - 1]).toContain('结余3');
  });
});
