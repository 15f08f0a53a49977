import { describe, expect, it } from 'vitest';
import type { RawFile } from '../../../src/source/source-file.ts';
import { checked } from '../../support/compiled.ts';
import { edited, realFiles, textFile, textOf, withBytes } from '../../support/project.ts';

const UNIT = 'content/units/demo-bureau';
const YEAR = `${UNIT}/2023`;
const INVENTED = '虚构单位，仅供演示';
const PHONE = '138\u00a00013-8000';

async function places(change: (files: readonly RawFile[]) => readonly RawFile[]): Promise<readonly string[]> {
  return checked(change(await realFiles('demo-bureau')))
    .diagnostics.filter(({ rule }) => rule === 'personal-data')
    .map(({ severity, place }) => `${severity} ${place.file}:${place.line}:${place.column}`);
}

describe('numbers of persons', () => {
  it.each<[string, string, string, string, number, number]>([
    ['a comment', `${YEAR}/accounts.yaml`, INVENTED, PHONE, 2, 3],
    ['a comment of the unit', `${UNIT}/unit.yaml`, INVENTED, PHONE, 2, 3],
    [
      'a comment of a form',
      `${YEAR}/performance/project-1.yaml`,
      '类型: 项目',
      `类型: 项目 # ${PHONE}`,
      4,
      10,
    ],
    ['a key', `${YEAR}/narrative.yaml`, '主要职能: |-', `"${PHONE}": 1\n主要职能: |-`, 4, 2],
    ['the settings', 'content/site.yaml', '部门决算公开', PHONE, 2, 5],
    ['a comment of the settings', 'content/site.yaml', '范例：', PHONE, 3, 3],
    ['a classification', 'content/codes/2023/functional.yaml', '本表不完整', PHONE, 5, 3],
    ['the glossary', 'templates/demo-2023/glossary.yaml', '指同级财政当年拨付的资金', PHONE, 3, 7],
    ['a template', 'templates/xinjiang-2023/parts/1-overview.md.hbs', '主要职能', PHONE, 1, 6],
    [
      'lines of a template',
      'templates/xinjiang-2023/parts/1-overview.md.hbs',
      '{{叙述.主要职能}}',
      '身份证号110105194912\n31002X。',
      3,
      5,
    ],
    ['escapes', `${UNIT}/unit.yaml`, '示例市政务服务局\n', '"局\\u0031\\u0033800138000"\n', 3, 5],
    ['a folded text', `${UNIT}/unit.yaml`, '示例市政务服务局\n', '局138 0013\n  8000\n', 3, 5],
    [
      'a waiver',
      `${YEAR}/accounts.yaml`,
      '  国有资产.车辆价值: 1642013.93',
      `  国有资产.车辆价值: 1642013.93\n核对说明:\n  - { 规则: a, 数字: 支出.总计, 理由: ${PHONE}, 决定人: 甲, 日期: 2024-01-01 }`,
      0,
      29,
    ],
  ])('in %s', async (_, file, from, to, line, column) => {
    const found = await places((files) => {
      const text = textOf(files, file);
      const at = text.indexOf(from);
      return withBytes(
        files,
        file,
        new TextEncoder().encode(text.slice(0, at) + to + text.slice(at + from.length)),
      );
    });
    expect(found).toHaveLength(1);
    const lines = textOf(await realFiles('demo-bureau'), file).split('\n').length;
    expect(found).toEqual([`error ${file}:${line > 0 ? line : lines + 1}:${column}`]);
  });

  it('in the name of a form, in a file that is read for nothing, and in one of a year without accounts', async () => {
    const paths = [
      `${YEAR}/performance/13800138000.yaml`,
      `${UNIT}/2022/narrative.yaml`,
      `${UNIT}/2023/备注.txt`,
    ];
    const found = await places((files) => [
      ...files,
      textFile(paths[0] ?? '', textOf(files, `${YEAR}/performance/project-1.yaml`)),
      ...paths.slice(1).map((path) => textFile(path, '# 11010519491231002X')),
    ]);
    expect(found.map((place) => place.replace(/:\d+:\d+$/, '')).sort()).toEqual(
      paths.map((path) => `error ${path}`).sort(),
    );
  });

  it('in a booklet that is still being filled in', async () => {
    const found = await places((files) =>
      edited(
        edited(files, `${YEAR}/accounts.yaml`, '\n  在职人员: 123', '\n  在职人员: 待填'),
        `${YEAR}/performance/project-1.yaml`,
        '大厅标准化服务水平稳步提升。',
        '大厅标准化服务水平稳步提升。电话13800138000。',
      ),
    );
    expect(found).toHaveLength(1);
  });

  it('are not repeated by the finding', async () => {
    const { diagnostics } = checked(
      edited(await realFiles('demo-bureau'), `${YEAR}/narrative.yaml`, INVENTED, '１３８ 0013 8000'),
    );
    const [found] = diagnostics.filter(({ rule }) => rule === 'personal-data');
    expect(found?.message).toMatch(/“１３\*+00”/);
  });
});
