import { describe, expect, it } from 'vitest';
import { contentJsonSchemas } from '../../src/accounts/schema/json-schema.ts';
import { compiled as compiledSite, packsOf } from '../support/compiled.ts';
import { findSample } from '../../src/describe/words/sample.ts';
import { packWords } from '../../src/describe/words/pack-words.ts';
import { compareValues } from '../../src/figures/value.ts';
import { edited } from '../support/project.ts';
import { DEMO_ACCOUNTS, withTestPack } from '../support/test-packs.ts';

const PACK = 'templates/meetings/pack.yaml';
const files = await withTestPack('meetings');

function withSums(sums: string, input = files) {
  return edited(input, PACK, '\n自定数:\n', `\n自定合计:\n${sums}\n自定数:\n`);
}

/** demo-bureau's booklet with these sums, and what is wrong in the pack: `rule message`. */
function compiled(sums: string, input = files) {
  const site = compiledSite(withSums(sums, input));
  const booklet = site.units[0]?.booklets.find(({ year }) => year === 2023);
  if (booklet === undefined) throw new Error('no booklet');
  const slips = site.diagnostics
    .filter(({ severity, place }) => severity === 'error' && place.file === PACK)
    .map(({ rule, message }) => `${rule} ${message}`);
  return { figures: booklet.figures, slips };
}

function valueOf(sums: string, id: string, input = files): string {
  const { figures, slips } = compiled(sums, input);
  expect(slips).toEqual([]);
  const { value, unit } = figures.get(id);
  return value.state === 'known' ? `${value.exact.toString()} ${unit}` : value.state;
}

describe('a sum that a pack declares', () => {
  it.each([
    ['adds figures', '{ 名称: 两费, 加: [会议费.决算数, 培训费] }', '13.025128 万元'],
    ['subtracts from one', '{ 名称: 结余, 加: 会议费.年初预算数, 减: 会议费.决算数 }', '0.588465 万元'],
    [
      'subtracts several from several',
      '{ 名称: 余, 加: [会议费.年初预算数, 培训费], 减: [会议费.决算数, "培训费.本级"] }',
      '5.588465 万元',
    ],
    ['adds all codes', '{ 名称: 各科目, 加: "委托业务费.{科目}" }', '21.279449 万元'],
    [
      'adds codes below some',
      '{ 名称: 甲, 加: "委托业务费.{科目}", 只限: ["20103", "208"] }',
      '21.279449 万元',
    ],
    ['adds some codes', '{ 名称: 乙, 加: "委托业务费.{科目}", 只限: ["2010350"] }', '10 万元'],
    [
      'of codes that there are none of is nothing',
      '{ 名称: 丙, 加: "委托业务费.{科目}", 只限: ["229"] }',
      '0 万元',
    ],
    ['adds all units', '{ 名称: 丁, 加: "培训费.{项}" }', '9.113593 万元'],
    ['adds some units', '{ 名称: 戊, 加: "培训费.{项}", 只限: [示例市政务服务中心, 本级] }', '7.113593 万元'],
    ['adds what is counted', '{ 名称: 庚, 加: [人员.在职人员, 人员.退休人员] }', '170 人'],
  ])('%s: %s', (_, sum, expected) => {
    const sums = `  汇总.甲: ${sum}\n`;
    expect(valueOf(sums, '汇总.甲')).toBe(expected);
  });

  it.each([
    ['绩效.项目.全年预算数', '"绩效.{项}.资金.年度资金总额.全年预算数", 只限: [项目]'],
    ['收入.总计.上年', '[收入.总计.上年, 支出.总计.上年], 减: 支出.总计.上年'],
  ])('comes to %s where it adds the forms of a kind, or last year’s figures: %s', (same, terms) => {
    const { figures, slips } = compiled(`  汇总.甲: { 名称: 甲, 加: ${terms} }\n`);
    expect(slips).toEqual([]);
    expect(figures.get('汇总.甲').value).toMatchObject({ state: 'known' });
    expect(compareValues(figures.get('汇总.甲').value, figures.get(same).value).kind).toBe('equal');
  });

  it('is made of other sums, in whatever order they stand', () => {
    const sums =
      '  汇总.二: { 名称: 二, 加: [汇总.一, 会议费.决算数] }\n  汇总.一: { 名称: 一, 加: [培训费, 委托业务费] }\n';
    expect(valueOf(sums, '汇总.二')).toBe('34.304577 万元');
  });

  it('that is broken down has a figure for each row, one of them also where one side has none', () => {
    const sums =
      '  其余.支出: { 名称: 其余支出, 分: 科目, 加: "支出.{科目}.一般公共预算.基本支出", 减: "委托业务费.{科目}" }\n';
    const { figures, slips } = compiled(sums);
    expect(slips).toEqual([]);
    expect(figures.get('其余.2010350.支出').label).toBe('事业运行（2010350）其余支出');
    expect(figures.get('其余.2010350.支出').value).toMatchObject({ state: 'known' });
    const of = (id: string): string => {
      const { value } = figures.get(id);
      return value.state === 'known' ? value.exact.toString() : value.state;
    };
    expect(of('其余.2010350.支出')).toBe('1031.564703');
    expect(of('其余.2080501.支出')).toBe('60.197575');
  });

  it('of rows that are not disclosed is not disclosed', () => {
    const hidden = edited(files, DEMO_ACCOUNTS, '  本级: 41135.93', '  本级: 未公开');
    expect(valueOf('  汇总.甲: { 名称: 甲, 加: "培训费.{项}" }\n', '汇总.甲', hidden)).toBe('undisclosed');
  });

  it('is inherited, and another one of the same name stands in its place', () => {
    const child = new TextEncoder().encode(
      '名称: 下级\n依据: 虚构\n年度: 2023\n继承: meetings\n自定合计:\n  汇总.甲: { 名称: 新, 加: 培训费 }\n',
    );
    const packs = withSums(
      '  汇总.甲: { 名称: 旧, 加: 会议费.决算数 }\n  汇总.乙: { 名称: 乙, 加: 培训费 }\n',
    ).filter(({ path }) => path.startsWith('templates/'));
    const { entered } = packsOf([...packs, { path: 'templates/child/pack.yaml', bytes: child }]);
    expect(entered.get('child')?.facts.sums.map(({ id, label }) => `${id} ${label}`)).toEqual([
      '汇总.甲 新',
      '汇总.乙 乙',
    ]);
  });

  it('is among the words of its pack, with a booklet and without; units do not enter it', () => {
    const sums = '  其余.支出: { 名称: 其余支出, 分: 科目, 加: "委托业务费.{科目}" }\n';
    const all = withSums(sums);
    const { packs, entered } = packsOf(all.filter(({ path }) => path.startsWith('templates/')));
    const pack = packs.get('meetings');
    if (pack === undefined) throw new Error('no pack');
    for (const sample of [findSample(all, 'meetings'), undefined]) {
      const ids = packWords(pack, sample).figures.map(({ id }) => id);
      expect(ids).toContain('其余.支出');
      expect(ids).toContain('其余.{科目}.支出');
    }
    expect(JSON.stringify(contentJsonSchemas(entered)['accounts'])).not.toContain('其余');
  });
});

describe('a sum that a pack cannot declare', () => {
  it.each([
    ['汇总.甲: { 名称: 甲, 加: 会议费.决算 }', 'unknown-figure 没有“会议费.决算”这个数字'],
    [
      '汇总.甲: { 名称: 甲, 加: "委托费.{科目}" }',
      'unknown-figure 没有“委托费.{科目}”这一栏；是否为“委托业务费.{科目}”？',
    ],
    ['汇总.甲: { 名称: 甲, 加: "培训.{项}" }', 'unknown-figure 没有“培训.{项}”这样逐项的数'],
    ['汇总.甲: { 名称: 甲, 加: "培训费.{栏}" }', 'unknown-figure “自定数”中没有写了“栏”的“培训费”'],
    [
      '汇总.甲: { 名称: 甲, 加: [会议费.决算数, 会议费.会议个数] }',
      'bad-fact “会议费决算数”的单位是万元，“会议个数”的单位是个，不能相加减',
    ],
    ['汇总.甲: { 名称: 甲, 加: 汇总.甲 }', 'bad-fact “汇总.甲”由自己算出自己'],
    ['会议费: { 名称: 甲, 加: 培训费 }', 'bad-fact “会议费”和“会议费.年初预算数”一个在另一个之下'],
    ['支出.甲: { 名称: 甲, 加: 培训费 }', 'bad-fact “支出”下的数是固定的'],
    ['甲.增减额: { 名称: 甲, 加: 培训费 }', 'bad-fact “甲.增减额”以“增减额”结尾'],
    ['甲.占.乙: { 名称: 甲, 加: 培训费 }', 'bad-fact “甲.占.乙”不能作名称'],
    [
      '汇总.甲: { 名称: 甲, 分: 科目, 加: 培训费 }',
      'bad-fact “汇总.甲”分科目列，“加”“减”的每个数都应带“{科目}”',
    ],
    ['汇总.甲: { 名称: 甲, 加: 培训费, 只限: ["201"] }', 'bad-fact “汇总.甲”写了“只限”'],
    ['汇总.甲: { 名称: 甲, 减: 培训费 }', 'missing-key 缺少“加”这一项'],
    ['汇总.甲: { 名称: 甲, 乘: 培训费 }', 'unknown-key 没有“乘”这一项'],
  ])('%s', (sum, slip) => {
    expect(compiled(`  ${sum}\n`).slips).toContainEqual(expect.stringContaining(slip));
  });

  it('two that are made of each other are told of, each at its line', () => {
    const slips = compiled(
      '  汇总.甲: { 名称: 甲, 加: 汇总.乙 }\n  汇总.乙: { 名称: 乙, 加: 汇总.甲 }\n',
    ).slips;
    expect(slips.filter((slip) => slip.includes('由自己算出自己'))).toHaveLength(2);
  });
});
