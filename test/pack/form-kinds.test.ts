import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/compile/compile-site.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { bookletOf, FIRST, inAnnex, LINKED, PACK, textOfForm, YEAR } from '../support/forms-in-annex.ts';
import { edited, realFiles, textFile, textOf, withBytes } from '../support/project.ts';

const annexOf = (site: Site): string =>
  (
    bookletOf(site)
      .render()
      .parts.find(({ key }) => key === 'annex')?.content ?? []
  )
    .map((node) => toString(node))
    .join('\n');

/** What is found in the pack and in the forms of its own kinds, as `file:line severity rule`. */
function found({ diagnostics }: Site, folder = /forms-in-annex|performance\/(?:evaluation|review)/u) {
  return diagnostics
    .filter(({ place }) => folder.test(place.file))
    .map(
      ({ place, rule, severity }) =>
        `${place.file.split('/').at(-1) ?? ''}:${place.line} ${severity} ${rule}`,
    );
}

describe('kinds of forms that a pack declares', () => {
  it('have their own levels, rows of money and columns, and print in the part where the pack puts them', async () => {
    const site = compiled(await inAnnex());
    expect(found(site)).toEqual([]);
    const form = bookletOf(site)
      .render()
      .forms.find(({ key }) => key === 'evaluation-1');
    expect(form?.body.map((row) => row.map(({ text, rows }) => text + (rows > 1 ? `↓${rows}` : '')))).toEqual(
      [
        ['评价项目名称', '企业家培训'],
        ['资金', '年初预算数', '全年预算数', '全年执行数', '执行率'],
        ['资金总额', '30.00', '50.00', '45.00', '90.00%'],
        ['上级补助资金', '0.00', '20.00', '18.00', ''],
        ['本级资金', '30.00', '30.00', '27.00', ''],
        ['一级指标', '二级指标', '指标值', '完成值', '分值', '得分', '偏差原因'],
        [
          ...['产出↓2', '培训学员', '>=100名', '=98名', '50', '49.00'],
          '两名学员因生产任务临时退训，今后预留候补名额。',
        ],
        ['结业率', '>=95%', '=96%', '10', '10.00', ''],
        [
          ...['效益', '签约订单额', '>=400万元', '=120万元', '40', '12.00'],
          '多数订单洽谈尚未落地，已安排专人跟进。',
        ],
        ['总分', '100', '71分', ''],
      ],
    );
  });

  it('are counted by grade and averaged, and a text can walk them', async () => {
    const annex = annexOf(compiled(await inAnnex()));
    expect(annex).toContain(
      '评价重点项目2个，全年执行50.00万元，执行率90.91%，平均得分85.5分，其中优1个、良1个、合格0个。',
    );
    expect(annex).toContain(
      '企业家培训：全年执行45.00万元，得71分，评为良。举办企业家培训班，培训学员98名。',
    );
    expect(annex).toContain('融资对接会：全年执行5.00万元，得100分，评为优。');
  });

  it('that are only linked print a line with the address, or with the words that stand for it', async () => {
    const files = await inAnnex();
    expect(annexOf(compiled(files))).toContain('平台运维：https://example.cn/2023/review.pdf');
    const parts = bookletOf(compiled(files)).render().parts;
    expect(JSON.stringify(parts)).toContain('"href":"https://example.cn/2023/review.pdf"');
    const words = edited(files, LINKED, 'https://example.cn/2023/review.pdf', 见另册);
    expect(annexOf(compiled(words))).toContain(`平台运维：${见另册}`);
    expect(JSON.stringify(bookletOf(compiled(words)).render().parts)).not.toContain('"href"');
  });

  it('leave the kinds that they stand beside as they were', async () => {
    const site = compiled(await inAnnex());
    const plain = compiled(await realFiles('changji-sme'));
    const inherited = (one: Site) =>
      bookletOf(one)
        .render()
        .forms.filter(({ key }) => /^(?:overall|project)/.test(key));
    expect(inherited(site)).toEqual(inherited(plain));
    expect(bookletOf(site).figures.get('绩效.项目.全年执行数').value).toEqual(
      bookletOf(plain).figures.get('绩效.项目.全年执行数').value,
    );
  });

  it('make their own checks speak of them by their own names', async () => {
    const files = edited(await inAnnex(), FIRST, '得分: 12.00', '得分: 41.00');
    const messages = compiled(files).diagnostics.filter(({ place }) => place.file === FIRST);
    expect(messages.map(({ rule }) => rule)).toEqual(['score-above-weight', 'idle-deviation-reason']);
    const weights = edited(
      await inAnnex(),
      FIRST,
      '分值: 10\n        得分: 10.00',
      '分值: 5\n        得分: 5.00',
    );
    const [finding] = compiled(weights).diagnostics.filter(({ rule }) => rule === 'indicator-weights');
    expect(finding?.message).toContain('“企业家培训”自评表二级指标分值合计为 95，应为 100，差 5 分');
  });
});

const 见另册 = '见部门评价报告（另册）';

describe('a slip in a form is found where it stands', () => {
  it.each([
    ['a kind that the pack has not', '类型: 重点项目', '类型: 重点项', '1 error unknown-form'],
    ['a kind left out', '类型: 重点项目\n', '', '1 error missing-key'],
    ['a row of money of another kind', '本级资金:', '其他资金:', '6 error unknown-key'],
    ['a column that the kind has not', '偏差原因: 多数', '设定依据: 多数', '31 error unknown-key'],
    ['a third level', '- 二级指标: 结业率', '- 三级指标: 结业率', '19 error unknown-key'],
    [
      'points for spending that the kind has not',
      '年度总体目标:',
      '执行得分: 9\n年度总体目标:',
      '7 error unknown-key',
    ],
    ['a name under another key', '评价项目名称: 企', '项目名称: 企', '2 error unknown-key'],
  ])('%s', async (_, from, to, finding) => {
    const site = compiled(edited(await inAnnex(), FIRST, from, to));
    expect(found(site)).toContain(`evaluation-1.yaml:${finding}`);
  });

  it('an unknown kind is told of with those that there are, and the nearest', async () => {
    const site = compiled(edited(await inAnnex(), FIRST, '类型: 重点项目', '类型: 重点项'));
    const message = site.diagnostics.find(({ rule }) => rule === 'unknown-form')?.message ?? '';
    expect(message).toBe(
      '模板包没有“重点项”这种自评表；是否为“重点项目”？；可以写的有：整体、项目、重点项目、部门评价',
    );
  });

  it('a file named like a kind would mix up their figures', async () => {
    const site = compiled([
      ...(await inAnnex()),
      textFile(`${YEAR}performance/重点项目.yaml`, textOfForm('evaluation-2')),
    ]);
    expect(found(site, /重点项目\.yaml/u)).toEqual(['重点项目.yaml:1 error bad-name']);
  });
});

describe('a slip in a pack’s kinds is found where it stands', () => {
  it.each([
    [
      'a layout that is missing',
      '格式: key-project.yaml',
      '格式: key-projects.yaml',
      'pack.yaml:14 error missing-file',
    ],
    ['no layout', '    格式: key-project.yaml\n', '', 'pack.yaml:13 error missing-key'],
    [
      'rows and sources at once',
      '合计: 资金总额,',
      '合计: 资金总额, 按来源: 是,',
      'pack.yaml:19 error missing-value',
    ],
    ['a number of levels that there is not', '级数: 2', '级数: 4', 'pack.yaml:20 error wrong-value'],
    ['a column that there is not', '栏: [偏差原因]', '栏: [偏差]', 'pack.yaml:20 error wrong-value'],
    [
      'a name under which none is found',
      '名称栏: 评价项目名称',
      '名称栏: 项目',
      'pack.yaml:18 error wrong-value',
    ],
    [
      'points for spending without money',
      '张数: 每个项目一张',
      '张数: 每个项目一张, 执行得分: 是',
      'pack.yaml:28 error missing-key',
    ],
    [
      'a figure that forms cannot come to',
      '张数: 不限',
      '张数: 不限\n    执行数应为: 支出.项目',
      'pack.yaml:16 error unknown-figure',
    ],
    [
      'a requirement of a kind that there is not',
      '自评表种类:',
      '必有: { 自评表: { 重点: 支出.项目支出 } }\n自评表种类:',
      'pack.yaml:12 error unknown-name',
    ],
    [
      'a state that excuses a form that there is not',
      '自评表种类:',
      '情形: { 停办: { 免: [重点项目自评表] } }\n自评表种类:',
      'pack.yaml:12 error unknown-name',
    ],
  ])('%s', async (_, from, to, finding) => {
    const site = compiled(edited(await inAnnex(), `${PACK}pack.yaml`, from, to));
    expect(found(site, /forms-in-annex/u)).toEqual([finding]);
  });

  it('a name that ids cannot have', async () => {
    const site = compiled(edited(await inAnnex(), `${PACK}pack.yaml`, '合计: 资金总额', '合计: 资金.总额'));
    expect(found(site, /forms-in-annex/u)).toContain('pack.yaml:19 error bad-name');
  });

  it.each([
    ['a level that the kind has not', '{ 值: 二级指标 }', '{ 值: 三级指标 }', 24],
    ['a column that the kind has not', '{ 值: 偏差原因 }', '{ 值: 设定依据 }', 29],
    ['a row of money that the kind has not', '数: 资金.资金总额.全年预算数', '数: 资金.合计.全年预算数', 11],
    [
      'points that the kind has not',
      '{ 数: 执行率, 格式: 百分数, 跨列: 3 }',
      '{ 数: 执行得分, 跨列: 3 }',
      13,
    ],
  ])('in a layout: %s', async (_, from, to, line) => {
    const site = compiled(edited(await inAnnex(), `${PACK}forms/key-project.yaml`, from, to));
    expect(found(site, /forms-in-annex/u)).toContain(`key-project.yaml:${line} error unknown-name`);
  });

  it.each([
    [
      'forms printed twice',
      '## 二、部门评价',
      '{{绩效自评表 "重点项目"}}\n\n## 二、部门评价',
      '11 error table-placement',
    ],
    [
      'a kind that there is not',
      '{{绩效自评表 "部门评价"}}',
      '{{绩效自评表 "部门"}}',
      '13 error unknown-name',
    ],
    [
      'a list of a kind that there is not',
      '{{#each 重点项目自评表}}',
      '{{#each 重点自评表}}',
      '5 error unknown-name',
    ],
    [
      'a grade that there is not',
      '绩效.重点项目.等级.良.个数',
      '绩效.重点项目.等级.中.个数',
      '3 error unknown-figure',
    ],
  ])('in a text: %s', async (_, from, to, finding) => {
    const site = compiled(edited(await inAnnex(), `${PACK}parts/annex.md.hbs`, from, to));
    expect(found(site, /forms-in-annex/u)).toContain(`annex.md.hbs:${finding}`);
  });
});

describe('a pack without forms', () => {
  /** The real booklet without forms, with a pack that says that there are none and does not speak of them. */
  async function withoutForms(): Promise<readonly RawFile[]> {
    const files = (await realFiles('changji-sme')).filter(({ path }) => !path.includes('/performance/'));
    const path = `${YEAR}accounts.yaml`;
    const accounts = textOf(files, path)
      .replace('模板: xinjiang-2023', '模板: no-forms')
      .replaceAll(/^ +绩效\..*\n/gmu, '');
    const parts = [
      '  - { 键: overview, 标题: 第一部分 单位概况, 模板: 1-overview.md.hbs }',
      '  - { 键: explanations, 标题: 第二部分 情况说明, 模板: explanations.md.hbs }',
      '  - { 键: glossary, 标题: 第三部分 名词解释, 模板: 3-glossary.md.hbs }',
      '  - { 键: tables, 标题: 第四部分 报表, 模板: 4-tables.md.hbs }',
    ];
    return [
      ...withBytes(files, path, new TextEncoder().encode(accounts)),
      textFile(
        'templates/no-forms/pack.yaml',
        `名称: 不公开自评表\n依据: 虚构\n年度: 2023\n继承: xinjiang-2023\n自评表种类: {}\n部分:\n${parts.join('\n')}\n`,
      ),
      textFile(
        'templates/no-forms/parts/explanations.md.hbs',
        '## 一、收入\n\n收入{{万元 收入.总计}}万元。\n',
      ),
    ];
  }

  it('asks for none and prints none', async () => {
    const site = compiled(await withoutForms());
    const errors = site.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    expect(bookletOf(site).render().forms).toEqual([]);
    expect(
      bookletOf(site)
        .figures.ids()
        .filter((id) => id.startsWith('绩效.')),
    ).toEqual([]);
  });

  it('tells of a form that somebody wrote all the same', async () => {
    const site = compiled([...(await withoutForms()), textFile(FIRST, textOfForm('evaluation-1'))]);
    expect(found(site)).toEqual(['evaluation-1.yaml:1 error unknown-form']);
  });
});

describe('a sentence that counts the forms of a kind', () => {
  it.each([
    ['重点项目绩效评价表3张', ['quoted-figure']],
    ['重点评价表共4份', ['quoted-figure']],
    ['重点项目绩效评价表2张', []],
    ['部门评价自评表2张', ['quoted-figure']],
    ['项目支出绩效自评表9张', ['quoted-figure']],
  ])('is held against the booklet, by whatever name the pack gives them: %s', async (words, rules) => {
    const narrative = `${YEAR}narrative.yaml`;
    const files = edited(
      await inAnnex(),
      narrative,
      '其他说明事项: 无其他说明事项。',
      `其他说明事项: 本年公开${words}。`,
    );
    const told = compiled(files).diagnostics.filter(
      ({ place, rule }) => place.file === narrative && rule === 'quoted-figure',
    );
    expect(told.map(({ rule }) => rule)).toEqual(rules);
  });
});
