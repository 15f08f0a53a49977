import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentJsonSchemas } from '../../src/accounts/schema/json-schema.ts';
import { compiled, packsOf } from '../support/compiled.ts';
import { edited, realFiles, ROOT, textFile, textOf, withBytes } from '../support/project.ts';
import { DEMO_ACCOUNTS, withTestPack } from '../support/test-packs.ts';

const PACK = 'templates/meetings/pack.yaml';
const files = await withTestPack('meetings');
const COUNT = '  会议费.会议个数: { 名称: 会议个数, 单位: 个 }';

/** What is wrong after a line was put into the pack, as `rule line message`; the line's own number is 0. */
function findings(line: string, input = files): readonly string[] {
  const changed = edited(input, PACK, COUNT, `${COUNT}\n${line}`);
  const at = textOf(changed, PACK).split('\n').indexOf(line) + 1;
  return compiled(changed)
    .diagnostics.filter(({ severity, place }) => severity === 'error' && place.file === PACK)
    .map(({ rule, place, message }) => `${rule} ${place.line - at} ${message}`);
}

describe('a fact that a pack cannot declare', () => {
  it.each([
    ['人员.实有人数', '已经是通用的数'],
    ['国有资产.车辆.大客车', '已经是通用的数'],
    ['三公经费.决算数.会议费', '已经是通用的数'],
    ['支出.会议费', '“支出”下的数是固定的'],
    ['批复数.会议费', '在 accounts.yaml 中另有用处'],
    ['会议费', '一个在另一个之下'],
    ['会议费.会议个数.外事', '一个在另一个之下'],
    ['讲座.增减额', '这是由别的数算出的'],
    ['讲座.2010301', '不能作名称'],
    ['讲座 次数', '不能作名称'],
  ])('%s: %s', (id, words) => {
    const found = findings(`  ${id}: { 名称: 讲座, 单位: 次 }`);
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^bad-fact 0 .*${words}`)));
  });

  it.each([
    ['  讲座: { 名称: 讲座, 单位: 次, 年初预算: 讲座预算 }', 'unknown-figure 0 没有“讲座预算”这个数字'],
    [
      '  讲座: { 名称: 讲座, 单位: 次, 关系: [{ 等于: 会议费.决算数, 程度: 错误, 依据: 甲 }] }',
      'bad-fact 0 “讲座”的单位是次，“会议费决算数”的单位是万元，不能相比；请改正关系',
    ],
    [
      '  讲座: { 名称: 讲座, 单位: 次, 关系: [{ 占比: { 部分: 会议费.会议个数, 整体: 人员.实有人数 }, 程度: 错误, 依据: 甲 }] }',
      'bad-fact 0 “讲座”的单位是次，写了“占比”的应为 %；请改正单位或关系',
    ],
    ['  讲座: { 名称: 讲座, 单位: 次, 关系: [{ 程度: 错误, 依据: 甲 }] }', 'wrong-value 0 '],
    ['  讲座: { 名称: 讲座, 单位: 次, 分列: 科目 }', 'unknown-key 0 没有“分列”这一项'],
  ])('%s', (line, finding) => {
    const entered = edited(files, DEMO_ACCOUNTS, '\n会议费:\n', '\n讲座: 3\n\n会议费:\n');
    expect(findings(line, entered)).toContainEqual(expect.stringContaining(finding));
  });
});

describe('the use that a pack makes of common facts', () => {
  const USE = '自定数:';
  const used = (use: string) => edited(files, PACK, `\n${USE}\n`, `\n账目:\n  ${use}\n\n${USE}\n`);
  /** Without what was entered, and without the approved values, which would stand in its place. */
  const without = (input: typeof files, entry: string, approved: RegExp) =>
    withBytes(
      input,
      DEMO_ACCOUNTS,
      new TextEncoder().encode(
        textOf(edited(input, DEMO_ACCOUNTS, entry, ''), DEMO_ACCOUNTS).replaceAll(approved, ''),
      ),
    );
  const AREA = ['  房屋面积: 9018.60    # 平方米\n', /^ {2}国有资产\.房屋面积: .*\n/gmu] as const;
  const problems = (input: typeof files) =>
    compiled(input).diagnostics.filter(({ severity }) => severity === 'error');

  it('what it does not use cannot be entered, and is in no list of figures', () => {
    const changed = used('不用: [人员]');
    expect(problems(changed).map(({ rule, message }) => `${rule} ${message}`)).toContainEqual(
      expect.stringContaining('unknown-key 没有“人员”这一项'),
    );
    const bare = without(
      changed,
      '人员:\n  在职人员: 123\n  离休人员: 1\n  退休人员: 47\n',
      /^ {2}人员\..*\n/gmu,
    );
    const booklet = compiled(bare).units[0]?.booklets.find(({ year }) => year === 2023);
    expect(booklet?.figures.ids().filter((id) => id.startsWith('人员.'))).toEqual([]);
    expect(booklet?.figures.get('人员.实有人数').value.state).toBe('undisclosed');
    expect(compiled(bare).diagnostics.filter(({ rule }) => rule === 'missing-key')).toEqual([]);
  });

  it('what need not be entered is not told where it is not entered', () => {
    const changed = without(used('可不填: [国有资产.房屋面积]'), ...AREA);
    const booklet = compiled(changed).units[0]?.booklets.find(({ year }) => year === 2023);
    expect(booklet?.figures.get('国有资产.房屋面积').value.state).toBe('undisclosed');
    expect(problems(changed).filter(({ rule }) => rule === 'missing-key')).toEqual([]);
    expect(problems(without(files, ...AREA)).map(({ rule }) => rule)).toContain('missing-key');
  });

  it('a section that need not be entered is entered as a whole or not at all', () => {
    const changed = edited(used('可不填: [人员]'), DEMO_ACCOUNTS, '  离休人员: 1\n', '');
    expect(problems(changed).map(({ message }) => message)).toContain('缺少“离休人员”这一项；请补上');
  });

  it('what it asks for must be entered', () => {
    expect(problems(used('必填: [全年预算]')).map(({ message }) => message)).toContain(
      '缺少“全年预算”这一项；请补上',
    );
  });

  it('no approved total is asked for of what it does not use; its own list that names one is a slip', () => {
    const changed = without(
      used('不用: [人员]'),
      '人员:\n  在职人员: 123\n  离休人员: 1\n  退休人员: 47\n',
      /^ {2}人员\..*\n/gmu,
    );
    expect(problems(changed).filter(({ rule }) => rule === 'missing-approved')).toEqual([]);
    const own = edited(
      used('不用: [国有资产.房屋面积]'),
      PACK,
      '\n自定数:\n',
      '\n必有: { 批复数: [收入.总计, 国有资产.房屋面积] }\n\n自定数:\n',
    );
    expect(problems(own)).toContainEqual(
      expect.objectContaining({ rule: 'bad-fact', message: expect.stringContaining('没有批复数可填') }),
    );
  });

  it('what was spent of an appropriation is held against the adjusted budget where that is entered', () => {
    const budgets = (general: string): typeof files =>
      edited(
        used('必填: [全年预算]'),
        DEMO_ACCOUNTS,
        '\n支出:\n',
        `\n全年预算: { 一般公共预算: ${general}, 政府性基金预算: 99999999.00, 国有资本经营预算: 99999999.00 }\n\n支出:\n`,
      );
    const told = (input: typeof files) =>
      compiled(input).diagnostics.flatMap(({ rule, message, severity }) =>
        rule === 'budget-and-outturn' && severity === 'warning' ? [message] : [],
      );
    expect(told(budgets('99999999.00'))).toEqual([]);
    expect(told(budgets('1000000.00'))).toEqual([expect.stringContaining('“一般公共预算财政拨款支出”为')]);
    const byCode = '{ "2010301": 1000000.00, "2010350": 99999999.00 }';
    expect(told(budgets(byCode))).toEqual([
      expect.stringContaining('（2010301）一般公共预算财政拨款支出”为'),
    ]);
  });

  it.each([
    ['不用: [人员编制]', '没有“人员编制”这个填报的数'],
    ['可不填: [收入.事业收入]', '“收入.事业收入”是每本决算都要填的数'],
  ])('%s: %s', (use, words) => {
    expect(problems(used(use))).toContainEqual(
      expect.objectContaining({ rule: 'bad-fact', message: expect.stringContaining(words) }),
    );
  });
});

it('a pack that inherits has the facts of its parent, and may change them by their names', () => {
  const child = new TextEncoder().encode(
    '名称: 下级\n依据: 虚构\n年度: 2023\n继承: meetings\n自定数:\n  会议费.会议个数: { 名称: 会议数, 单位: 场 }\n',
  );
  const { entered } = packsOf([
    ...files.filter(({ path }) => path.startsWith('templates/')),
    { path: 'templates/child/pack.yaml', bytes: child },
  ]);
  expect(entered.get('child')?.facts.find('会议费.会议个数')?.label).toBe('会议数');
  expect(entered.get('child')?.facts.find('委托业务费')?.keys).toBe('科目');
  expect(entered.get('demo-2023')).toBe(entered.get('xinjiang-2023'));
});

it('editors are offered the facts of the pack that a file names', () => {
  const { entered } = packsOf(files.filter(({ path }) => path.startsWith('templates/')));
  const { accounts } = contentJsonSchemas(entered);
  const text = JSON.stringify(accounts);
  expect(text).toContain('"properties":{"模板":{"const":"meetings"}}');
  expect(text).toContain('"title":"占商品和服务支出"');
  expect(JSON.stringify(contentJsonSchemas()['accounts'])).not.toContain('会议');
});

it('the examples of the handbook are ones that a pack can have', async () => {
  const handbook = readFileSync(join(ROOT, 'templates/README.md'), 'utf8');
  const section = handbook.slice(handbook.indexOf('\n## §8 '), handbook.indexOf('\n## §9 '));
  const examples = [...section.matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = '']) => yaml);
  expect(examples).toHaveLength(5);
  const pack = ['名称: 例', '依据: 例', '年度: 2023', '继承: demo-2023', ...examples].join('\n');
  const templates = (await realFiles()).filter(({ path }) => path.startsWith('templates/'));
  const { diagnostics, entered } = packsOf([...templates, textFile('templates/example/pack.yaml', pack)]);
  expect(diagnostics.filter(({ place }) => place.file === 'templates/example/pack.yaml')).toEqual([]);
  expect(entered.get('example')?.facts.placeOf('委托业务费.2010301')?.path).toEqual([
    '委托业务费',
    '2010301',
  ]);
  expect(entered.get('example')?.facts.placeOf('支出明细.2010301.资本性支出')?.path).toEqual([
    ...['支出明细', '2010301', '资本性支出'],
  ]);
  expect(entered.get('example')?.facts.sums.map(({ id }) => id)).toHaveLength(4);
  expect(entered.get('example')?.texts.slots.map(({ name }) => name)).toEqual([
    '会议费说明',
    '主要用于',
    '项目概况',
  ]);
});
