import { describe, expect, it } from 'vitest';
import { compiled, packsOf } from '../support/compiled.ts';
import { comparePacks } from '../../src/describe/difference/compare-packs.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, textFile, textOf } from '../support/project.ts';
import { DEMO_ACCOUNTS, withTestPack } from '../support/test-packs.ts';

const PACK = 'templates/meetings/pack.yaml';
const files = await withTestPack('meetings');

function withRelations(relations: string, input: readonly RawFile[] = files) {
  return edited(input, PACK, '\n自定数:\n', `\n关系:\n${relations}\n自定数:\n`);
}

function found(input: readonly RawFile[]): readonly string[] {
  return compiled(input)
    .diagnostics.filter(({ severity, rule }) => severity !== 'note' || rule === 'declared-relation')
    .map(
      ({ severity, rule, message, place }) => `${severity} ${rule} ${place.file}:${place.line} ${message}`,
    );
}

const lineOf = (start: string): number =>
  textOf(files, DEMO_ACCOUNTS)
    .split('\n')
    .findIndex((line) => line.startsWith(start)) + 1;

describe('a relation that a pack states between any figures', () => {
  it.each([
    ['两边相等', '数: 收入.总计, 等于: 支出.总计'],
    ['两个通用的数', '数: 支出.总计, 等于: [支出.本年支出合计, 支出.结余分配, 支出.年末结转和结余]'],
    ['通用的数和自定的数', '数: 会议费.决算数, 不大于: 支出.一般公共预算.基本支出'],
    ['各科目', '数: "支出.{科目}.一般公共预算.基本支出", 不大于: "支出.{科目}.合计"'],
    ['各单位之和', '数: 基本支出.30216, 等于: "培训费.{项}"'],
    ['各科目之和', '数: 基本支出.30227, 等于: "委托业务费.{科目}"'],
  ])('that holds is not told of: %s', (name, relation) => {
    expect(found(withRelations(`  ${name}: { ${relation}, 程度: 错误, 依据: 甲 }\n`))).toEqual([]);
  });

  it.each([
    [
      '等于',
      '数: 收入.总计, 等于: 支出.本年支出合计, 程度: 错误',
      /^error declared-relation .*“收入总计”为 [\d.]+，应为 [\d.]+（“本年支出合计”；甲乙文件），差 [\d.]+元；/u,
    ],
    [
      '不大于',
      '数: 支出.一般公共预算.合计, 不大于: [会议费.决算数, 培训费], 程度: 警告',
      /^warning declared-relation .*应不大于 130251\.28（“会议费决算数”“培训费”之和；甲乙文件）/u,
    ],
    [
      '占比',
      '数: 会议费.占商品和服务支出, 占比: { 部分: 会议费.决算数, 整体: 基本支出.301 }, 程度: 提示',
      /^note declared-relation .*“会议费占商品和服务支出”为 1\.02%，应为/u,
    ],
    [
      '逐科目',
      '数: "支出.{科目}.一般公共预算.合计", 不大于: "委托业务费.{科目}", 程度: 警告',
      /^warning declared-relation .*“一般行政管理事务（2010302）一般公共预算财政拨款支出”|^warning declared-relation .*行政运行（2010301）/u,
    ],
    ['逐项', '数: "培训费.{项}", 不大于: 会议费.会议个数, 程度: 警告', /^error bad-fact .*不能相比/u],
  ])('that does not hold is told of as the pack says, at the entry: %s', (name, relation, words) => {
    const all = found(withRelations(`  ${name}: { ${relation}, 依据: 甲乙文件 }\n`));
    expect(all).toContainEqual(expect.stringMatching(words));
  });

  it('is told of at the line of its figure', () => {
    const [first = ''] = found(
      withRelations('  甲: { 数: 培训费, 不大于: 会议费.决算数, 程度: 错误, 依据: 乙 }\n'),
    );
    expect(first).toContain(`error declared-relation ${DEMO_ACCOUNTS}:${lineOf('  本级: 41135.93')} `);
  });

  it('can be accepted with a reason, as other rules can', () => {
    const wrong = withRelations('  甲: { 数: 培训费, 不大于: 会议费.决算数, 程度: 错误, 依据: 乙 }\n');
    const [message = ''] = compiled(wrong)
      .diagnostics.filter(({ rule }) => rule === 'declared-relation')
      .map((one) => one.message);
    const says = message.slice(0, message.lastIndexOf('；'));
    const accepted = edited(
      wrong,
      DEMO_ACCOUNTS,
      '\n批复数:\n',
      `\n核对说明:\n  - 规则: declared-relation\n    数字: 培训费\n    内容: ${says}\n    理由: 依规定另行安排\n    决定人: 计划财务科\n    日期: 2024-07-01\n\n批复数:\n`,
    );
    expect(found(accepted).filter((one) => one.startsWith('error'))).toEqual([]);
  });

  it('is inherited, changed by its name, or done away with', () => {
    const parent = withRelations(
      '  甲: { 数: 培训费, 不大于: 会议费.决算数, 程度: 错误, 依据: 乙 }\n  丁: { 数: 收入.总计, 等于: 支出.总计, 程度: 错误, 依据: 乙 }\n',
    );
    const of = (relations: string): readonly string[] => {
      const child = textFile(
        'templates/child/pack.yaml',
        `名称: 下级\n依据: 虚构\n年度: 2023\n继承: meetings\n${relations}`,
      );
      const pack = packsOf([...parent.filter(({ path }) => path.startsWith('templates/')), child]).packs.get(
        'child',
      );
      return (pack?.facts.relations ?? []).flatMap(({ name, severity }) =>
        name === '' ? [] : [`${name} ${severity}`],
      );
    };
    expect(of('')).toEqual(['甲 error', '丁 error']);
    expect(of('关系:\n  甲: 无\n')).toEqual(['丁 error']);
    expect(of('关系:\n  甲: { 数: 培训费, 不大于: 会议费.决算数, 程度: 提示, 依据: 乙 }\n')).toEqual([
      '甲 note',
      '丁 error',
    ]);
  });

  it('is one of the things in which packs differ', () => {
    const templates = (all: readonly RawFile[]) =>
      packsOf(all.filter(({ path }) => path.startsWith('templates/'))).packs;
    const a = templates(files).get('meetings');
    const b = templates(
      withRelations('  丁: { 数: 收入.总计, 等于: 支出.总计, 程度: 错误, 依据: 乙 }\n'),
    ).get('meetings');
    if (a === undefined || b === undefined) throw new Error('no pack');
    expect(comparePacks(a, b).join('\n')).toContain('关系 丁');
  });
});

describe('a relation that a pack cannot state', () => {
  it.each([
    ['数: 收入.合计数, 等于: 支出.总计, 程度: 错误, 依据: 甲', 'unknown-figure', '没有“收入.合计数”这个数字'],
    ['数: 收入.总计, 等于: 支出.总, 程度: 错误, 依据: 甲', 'unknown-figure', '没有“支出.总”这个数字'],
    [
      '数: "支出.{科目}.基本", 等于: 支出.总计, 程度: 错误, 依据: 甲',
      'unknown-figure',
      '没有“支出.{科目}.基本”这一栏',
    ],
    ['数: 收入.总计, 等于: 人员.实有人数, 程度: 错误, 依据: 甲', 'bad-fact', '不能相比'],
    [
      '数: 收入.总计, 占比: { 部分: 收入.事业收入, 整体: 收入.总计 }, 程度: 错误, 依据: 甲',
      'bad-fact',
      '应为 %',
    ],
    ['数: 收入.总计, 程度: 错误, 依据: 甲', 'wrong-value', '应写其一'],
    ['等于: 支出.总计, 程度: 错误, 依据: 甲', 'missing-key', '数'],
  ])('%s', (relation, rule, words) => {
    const all = found(withRelations(`  某: { ${relation} }\n`));
    const line =
      textOf(withRelations(`  某: { ${relation} }\n`), PACK)
        .split('\n')
        .findIndex((one) => one.startsWith('  某:')) + 1;
    expect(all).toContainEqual(
      expect.stringMatching(new RegExp(`^error ${rule} ${PACK}:${line} .*${RegExp.escape(words)}`)),
    );
  });
});
