import { beforeAll, describe, expect, it } from 'vitest';
import type { BookletSource } from '../../src/document/booklet-source.ts';
import { itemsOf, textOf, type ListItem } from '../../src/document/lists.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { bookletOf, inAnnex } from '../support/forms-in-annex.ts';
import { edited, realFiles } from '../support/project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

const sourceOf = (files: readonly RawFile[]): BookletSource => bookletOf(compiled(files)).source;
const listed = (list: string, source: BookletSource): readonly ListItem[] =>
  itemsOf(list, source, (text) => `〔${text}〕`);
const textsOf = (items: readonly ListItem[], field: string): readonly string[] =>
  items.map((item) => textOf(item, field));

let files: readonly RawFile[];
let bureau: BookletSource;
let annex: BookletSource;

beforeAll(async () => {
  files = await realFiles('demo-bureau');
  bureau = sourceOf(files);
  annex = sourceOf(await inAnnex());
});

describe('a list that a template walks', () => {
  it('names the offices and the subordinate units in the order in which they were written', () => {
    expect(listed('下设处室', bureau).slice(0, 2)).toEqual([{ 名称: '办公室' }, { 名称: '人事财务科' }]);
    expect(listed('下设处室', bureau)).toHaveLength(8);
    expect(listed('下属单位', bureau)).toEqual([
      { 名称: '示例市政务服务中心', 键: '示例市政务服务中心' },
      { 名称: '示例市大数据服务中心', 键: '示例市大数据服务中心' },
    ]);
  });

  it('names a project’s figures by its form', () => {
    const projects = listed('项目', bureau);
    expect(projects).toHaveLength(12);
    expect(projects.find(({ 键 }) => 键 === 'project-7')).toEqual({
      名称: '惠企政策兑现和项目帮办代办服务',
      键: 'project-7',
      年初预算数: '绩效.project-7.资金.年度资金总额.年初预算数',
      全年预算数: '绩效.project-7.资金.年度资金总额.全年预算数',
      全年执行数: '绩效.project-7.资金.年度资金总额.全年执行数',
      执行率: '绩效.project-7.执行率',
      得分: '绩效.project-7.总分',
    });
    expect(textsOf(projects, '键')).not.toContain('overall');
  });

  it('parts basic expenditure into what is for persons and all else, by code, from the 款 that have money', () => {
    const persons = listed('人员经费科目', bureau);
    expect(persons[0]).toEqual({ 名称: '基本工资', 编码: '30101', 决算数: '基本支出.30101' });
    expect(new Set(textsOf(persons, '编码').map((code) => code.slice(0, 3)))).toEqual(
      new Set(['301', '303']),
    );
    const operating = textsOf(listed('公用经费科目', bureau), '编码');
    expect(operating.slice(0, 3)).toEqual(['30201', '30202', '30203']);
    expect(new Set(operating.map((code) => code.slice(0, 3)))).toEqual(new Set(['302', '307', '310', '399']));
    expect(operating).toEqual(operating.toSorted());
    // Of three that are entered before all others, one has nothing and one is a 类.
    const nothing = edited(
      files,
      ACCOUNTS,
      '基本支出经济分类:\n',
      '基本支出经济分类:\n  "31303": 0.00\n  "31302": 1.00\n  "313": 1.00\n',
    );
    expect(textsOf(listed('公用经费科目', sourceOf(nothing)), '编码')).toEqual(
      [...operating, '31302'].toSorted(),
    );
  });

  it('counts the vehicles of each kind that was entered', () => {
    const vehicles = listed('车辆类别', bureau);
    expect(vehicles[1]).toEqual({
      名称: '主要负责人用车',
      键: '主要负责人用车',
      辆数: '国有资产.车辆.主要负责人用车',
    });
    expect(vehicles).toHaveLength(8);
  });

  it('explains the terms of the pack and names its tables, whose titles are put into words', () => {
    const [term] = listed('名词解释', bureau);
    expect(textOf(term ?? {}, '名词').length).toBeGreaterThan(1);
    expect(textOf(term ?? {}, '释义').length).toBeGreaterThan(10);
    expect(listed('决算表清单', bureau)[0]).toEqual({
      标题: '〔收入支出决算总表〕',
      键: 'revenue-expenditure',
    });
    expect(listed('决算表清单', bureau)).toHaveLength(9);
  });

  it('of forms of one kind says their grade, goals and address, and nothing where a form does not have them', () => {
    const [training] = listed('重点项目自评表', annex);
    expect(training).toMatchObject({
      名称: '企业家培训',
      键: 'evaluation-1',
      年初预算数: '绩效.evaluation-1.资金.资金总额.年初预算数',
      等级: '良',
      预期目标: '举办企业家培训班，培训学员100名以上。',
      实际完成情况: '举办企业家培训班，培训学员98名。',
      链接: '',
    });
    expect(textsOf(listed('重点项目自评表', annex), '键')).toEqual(['evaluation-1', 'evaluation-2']);
    expect(listed('部门评价自评表', annex)).toMatchObject([
      {
        名称: '平台运维',
        等级: '',
        预期目标: '',
        实际完成情况: '',
        链接: 'https://example.cn/2023/review.pdf',
      },
    ]);
  });

  it('has the functional codes of a level by what its name ends with', () => {
    expect(textsOf(listed('一般公共预算支出类', bureau), '编码')).toContain('201');
    expect(textsOf(listed('一般公共预算支出项', bureau), '编码')).toContain('2010301');
  });
});

it('a field that holds items has no text of its own', () => {
  expect(textOf({ 下级: [], 名称: '甲' }, '下级')).toBe('');
  expect(textOf({ 下级: [], 名称: '甲' }, '名称')).toBe('甲');
  expect(textOf({}, '名称')).toBe('');
});
