import { describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/source/source-file.ts';
import { checked, compiled } from '../support/compiled.ts';
import { edited, realFiles, textFile } from '../support/project.ts';

const PACK = 'templates/xinjiang-2023/';
/** The pack that it inherits tables and forms from. */
const BASE = 'templates/ministry-2024/';
const OVERVIEW = `${PACK}parts/1-overview.md.hbs`;
const TABLES = `${PACK}parts/4-tables.md.hbs`;
const FIRST = '## 一、主要职能\n';

/** What is found in templates after a change, as `file:line severity rule`. */
function slips(files: readonly RawFile[]): readonly string[] {
  return checked(files)
    .diagnostics.filter(({ place, severity }) => place.file.startsWith('templates/') && severity !== 'note')
    .map(
      ({ place, rule, severity }) =>
        `${place.file.slice('templates/'.length)}:${place.line} ${severity} ${rule}`,
    );
}

type Change = readonly [file: string, from: string, to: string];

function changed(files: readonly RawFile[], changes: readonly Change[]): readonly RawFile[] {
  return changes.reduce((all, [file, from, to]) => edited(all, file, from, to), files);
}

async function after(...changes: readonly Change[]) {
  return slips(changed(await realFiles('changji-sme'), changes));
}

/** A line of its own before the overview's first heading. */
const inOverview = (line: string) => after([OVERVIEW, FIRST, `${line}\n\n${FIRST}`]);
const AT_FIRST_LINE = 'xinjiang-2023/parts/1-overview.md.hbs:1 error';

describe('a slip in a text is found at its line', () => {
  it.each([
    ['a partial that does not exist', '{{> nope}}', 'unknown-name'],
    ['a partial with arguments', '{{> vehicle-operation-variance 年度=收入.总计}}', 'template-syntax'],
    ['a partial whose name is worked out', '{{> (lookup . "x")}}', 'template-syntax'],
    ['a name where a count belongs', '{{序号 啊}}', 'template-syntax'],
    ['a count outside a list', '{{序号 @index}}', 'template-syntax'],
    ['a flag outside a list', '{{#if @last}}甲{{/if}}', 'template-syntax'],
    ['a word where a list belongs', '{{#unless 年度}}甲{{/unless}}', 'unknown-name'],
    ['a name of a phrase outside it', '比上年{{万元 增减额}}万元', 'unknown-figure'],
    ['a text of a phrase outside it', '{{原因文字}}', 'unknown-name'],
    ['a list without names joined', '{{连列 名词解释}}', 'template-syntax'],
    ['a block helper on its own', '{{each 下设处室}}', 'template-syntax'],
    ['a printing helper as a block', '{{#万元 收入.总计}}甲{{/万元}}', 'template-syntax'],
    ['a kind of body that there is not', '{{#若单位 "企业"}}甲{{/若单位}}', 'unknown-name'],
    ['a kind of form that there is not', '{{绩效自评表 "部门"}}', 'unknown-name'],
    ['a table that there is not', '{{决算表 "revenu"}}', 'unknown-name'],
    ['a figure without a helper in a list', '{{#each 车辆类别}}{{辆数}}{{/each}}', 'template-syntax'],
    ['a helper for another unit in a list', '{{#each 车辆类别}}{{万元 辆数}}{{/each}}', 'wrong-helper'],
    ['names for the items of a list', '{{#each 下设处室 as |甲|}}{{甲}}{{/each}}', 'template-syntax'],
    ['a picture', '![图](https://example.cn/x.png)', 'raw-code'],
    ['a foot note', '甲[^注]。', 'template-left-over'],
    ['words struck out', '甲~~乙~~丙', 'template-left-over'],
    ['a list of boxes', '- [ ] 甲', 'raw-code'],
    ['a link', '见[附件](附件.pdf)。', 'template-left-over'],
    ['a link with a title', '见[附件](附件.pdf "甲")。', 'raw-code'],
    ['a link that is defined apart', '见[附件]。\n\n[附件]: 附件.pdf', 'raw-code'],
    ['a table whose head has too few columns', '| 甲 |\n|---|---|', 'raw-code'],
    ['a table without a head', '|---|---|\n| 甲 | 乙 |', 'raw-code'],
    ['decimals in words', '{{万元 收入.总计 小数="一"}}', 'template-syntax'],
    ['a separator that is neither yes nor no', '{{万元 收入.总计 千分位="要"}}', 'template-syntax'],
    ['code of web pages', '甲<br>乙', 'raw-code'],
    ['braces that are not filled', '甲\\{{乙}}', 'raw-code'],
    ['full-width braces around a helper', '｛｛年度｝｝', 'raw-code'],
    ['full-width braces around a partial', '｛｛> revenue｝｝', 'raw-code'],
    ['single braces', '{> revenue}', 'raw-code'],
    ['braces apart', '{ {年度} }', 'raw-code'],
    ['a heading with full-width marks', '＃＃ 甲', 'raw-code'],
    ['a heading without a space', '##甲', 'raw-code'],
    ['a row of a table with full-width bars', '| 甲 | 乙 |\n|---|---|\n｜ 丙 ｜ 丁 ｜', 'raw-code'],
    ['a heading of another level', '#### 甲', 'raw-code'],
  ])('%s', async (_, line, rule) => {
    const found = await inOverview(line);
    expect(
      found.some(
        (one) => one.startsWith('xinjiang-2023/parts/1-overview.md.hbs:') && one.endsWith(` error ${rule}`),
      ),
    ).toBe(true);
  });

  it('what stands around a list can be named in its block', async () => {
    expect(
      await inOverview('{{#each 下设处室}}{{年度}}{{名称}}{{#if 下属单位}}有{{else}}无{{/if}}{{/each}}'),
    ).toEqual([]);
  });

  it('an empty list takes its other branch', async () => {
    expect(await inOverview('{{#each 下属单位}}{{名称}}{{else}}没有{{/each}}')).toEqual([]);
  });
});

describe('partials', () => {
  const PARTIAL = `${PACK}partials/vehicle-operation-variance.md.hbs`;
  const withPartial = async (name: string, text: string, ...changes: readonly Change[]) => {
    const files = [...(await realFiles('changji-sme')), textFile(`${PACK}partials/${name}.md.hbs`, text)];
    return slips(changed(files, changes));
  };

  it('that include themselves are found, by whatever way', async () => {
    expect(await withPartial('a', '{{> b}}', [OVERVIEW, FIRST, `{{> a}}\n\n${FIRST}`])).toContain(
      `${AT_FIRST_LINE} unknown-name`.replace('parts/1-overview.md.hbs', 'partials/a.md.hbs'),
    );
    const own = await after([PARTIAL, '{{!--', '{{> vehicle-operation-variance}}{{!--']);
    expect(own).toContain('xinjiang-2023/partials/vehicle-operation-variance.md.hbs:1 error partial-cycle');
  });

  it('that double forty times come to an end', async () => {
    const files = [...(await realFiles('changji-sme'))];
    for (let n = 0; n < 40; n += 1)
      files.push(
        textFile(`${PACK}partials/p${n}.md.hbs`, n === 39 ? '甲' : `{{> p${n + 1}}}{{> p${n + 1}}}`),
      );
    const found = slips(edited(files, OVERVIEW, FIRST, `{{> p0}}\n\n${FIRST}`));
    expect(found.some((one) => one.endsWith('error template-too-large'))).toBe(true);
  });

  it('know the item of the list in which they stand', async () => {
    expect(
      await withPartial('office', '{{名称}}', [
        OVERVIEW,
        FIRST,
        `{{#each 下设处室}}{{> office}}、{{/each}}\n\n${FIRST}`,
      ]),
    ).toEqual([]);
    expect(await withPartial('office', '{{名称}}', [OVERVIEW, FIRST, `{{> office}}\n\n${FIRST}`])).toContain(
      'xinjiang-2023/partials/office.md.hbs:1 error unknown-name',
    );
  });

  it('of a pack stand in the place of those it inherits', async () => {
    const files = edited(
      await realFiles('demo-bureau'),
      'templates/demo-2023/partials/vehicle-operation-variance.md.hbs',
      '公务用车运行维护费全年预算数',
      '公务用车运行维护费（本包）全年预算数',
    );
    const text = JSON.stringify(compiled(files).units[0]?.booklets.at(-1)?.render().parts);
    expect(text).toContain('公务用车运行维护费（本包）');
  });
});

describe('statutory tables', () => {
  const LIST = '  - state-capital\n\n措辞';

  it.each([
    ['in a sentence', `见{{决算表 "revenue"}}。`],
    ['in a heading', `## {{决算表 "revenue"}}`],
  ])('%s are found', async (_, line) => {
    const found = await after(
      [TABLES, '{{决算表 键}}', '{{标题}}'],
      [OVERVIEW, FIRST, `${line}\n\n${FIRST}`],
    );
    expect(found).toContain(`${AT_FIRST_LINE} table-placement`);
  });

  it('that a pack lists are printed once: not never, not twice', async () => {
    expect(await after([TABLES, '{{决算表 键}}', '{{标题}}'])).toContain(
      'xinjiang-2023/pack.yaml:26 error table-placement',
    );
    expect(await inOverview('{{决算表 "revenue"}}')).toContain(
      'xinjiang-2023/parts/4-tables.md.hbs:6 error table-placement',
    );
    const twice = await after([`${PACK}pack.yaml`, LIST, '  - state-capital\n  - revenue\n\n措辞']);
    expect(twice.some((one) => one.endsWith('error listed-twice'))).toBe(true);
  });

  it('two of one number are found where the second is listed', async () => {
    const found = await after(['templates/ministry-2024/tables/revenue.yaml', '公开02表', '公开03表']);
    expect(found).toContain('xinjiang-2023/pack.yaml:29 error listed-twice');
  });

  it('two parts of one key are found', async () => {
    const found = await after([`${PACK}pack.yaml`, '  - 键: glossary', '  - 键: overview']);
    expect(found.some((one) => one.endsWith('error listed-twice'))).toBe(true);
  });

  it.each([
    [
      'a column that there is not',
      'tables/revenue.yaml',
      '收入.{科目}.上级补助收入',
      '收入.{科目}.上级补助',
      'unknown-figure',
    ],
    [
      'a figure that there is not',
      'tables/revenue.yaml',
      '- 收入.上级补助收入',
      '- 收入.上级补助',
      'unknown-figure',
    ],
    [
      'a figure of a row that there is not',
      'tables/revenue-expenditure.yaml',
      '[收入.总计]',
      '[收入.总记]',
      'unknown-figure',
    ],
    [
      'a level of codes that there is not',
      'tables/expenditure.yaml',
      '逐科目: [类, 款, 项]',
      '逐科目: [类, 款, 目]',
      'wrong-value',
    ],
    [
      'a row’s code in a row without',
      'tables/revenue.yaml',
      '- 收入.上级补助收入',
      '- 收入.{科目}.上级补助收入',
      'template-syntax',
    ],
    [
      'a head narrower than the rows',
      'tables/revenue.yaml',
      '    - { 文: 其他收入, 跨行: 2 }\n',
      '',
      'table-columns',
    ],
    [
      'a row shorter than the others',
      'tables/revenue.yaml',
      '          - 收入.{科目}.其他收入\n',
      '',
      'table-columns',
    ],
    ['too many widths', 'tables/revenue.yaml', '列宽: [9, 28,', '列宽: [9, 9, 28,', 'table-columns'],
    ['a name in a note', 'tables/revenue.yaml', '注: 注：', '注: 注：{{年份}}', 'unknown-name'],
    [
      'a helper in a head',
      'tables/revenue.yaml',
      '文: 其他收入,',
      '文: "{{数 其他收入}}",',
      'unknown-figure',
    ],
    [
      'a table in a title',
      'tables/revenue.yaml',
      '标题: ',
      '标题: 表{{决算表 "revenue"}}',
      'template-syntax',
    ],
    ['a brace that only closes', 'tables/revenue.yaml', '注: 注：', '注: 注：年度}}', 'raw-code'],
    ['full-width braces in a note', 'tables/revenue.yaml', '注: 注：', '注: 注：｛｛年度｝｝', 'raw-code'],
    [
      'full-width braces in the title',
      'pack.yaml',
      '"{{单位.名称}}{{年度}}',
      '"｛｛单位.名称｝｝{{年度}}',
      'raw-code',
    ],
    ['full-width braces in a phrase', 'pack.yaml', '增加: 增加{{', '增加: 增加｛｛', 'raw-code'],
    ['a loose brace beside a helper', 'tables/revenue.yaml', '注: 注：', '注: 注：{{年度}}｝', 'raw-code'],
    [
      'a text of a form that there is not',
      'forms/project.yaml',
      '值: 主管部门',
      '值: 主管单位',
      'unknown-name',
    ],
    [
      'a figure of a form that there is not',
      'forms/project.yaml',
      '数: 总分值',
      '数: 总分数',
      'unknown-name',
    ],
    [
      'a row of a form that is too short',
      'forms/project.yaml',
      '{ 值: 项目名称, 跨列: 7 }',
      '{ 值: 项目名称, 跨列: 6 }',
      'table-columns',
    ],
    ['braces in a term', 'glossary.yaml', '收入之外', '收入{{年度}}之外', 'raw-code'],
  ])('%s: found in its file', async (_, file, from, to, rule) => {
    const found = await after([`${BASE}${file}`, from, to]);
    expect(
      found.some((one) => one.startsWith(`ministry-2024/${file}:`) && one.endsWith(` error ${rule}`)),
    ).toBe(true);
  });

  it('a name in a part’s title that nothing has is found', async () => {
    const found = await after([
      `${PACK}pack.yaml`,
      '标题: 第一部分 单位概况',
      '标题: 第一部分 {{年份}}单位概况',
    ]);
    expect(found).toEqual(['xinjiang-2023/pack.yaml:13 error unknown-name']);
  });
});

describe('packs that are not in use', () => {
  it('stop nobody, whatever is wrong with them', async () => {
    const draft = [
      textFile(
        'templates/draft-2024/pack.yaml',
        '名称: 草稿\n依据: 尚未印发\n年度: 2024\n继承: xinjiang-2023\n',
      ),
      textFile('templates/draft-2024/parts/1-overview.md.hbs', '{{#each 处室}}'),
    ];
    const found = slips([...(await realFiles('changji-sme')), ...draft]);
    expect(found).toEqual(['draft-2024/parts/1-overview.md.hbs:1 warning template-syntax']);
  });

  it('a pack that is used by its heir is in use', async () => {
    const files = edited(await realFiles('demo-bureau'), OVERVIEW, FIRST, `{{没有}}\n\n${FIRST}`);
    expect(slips(files)).toContain(`${AT_FIRST_LINE} unknown-name`);
  });
});
