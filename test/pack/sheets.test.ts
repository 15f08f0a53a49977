import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../src/describe/difference/compare-packs.ts';
import { compiled, packsOf } from '../support/compiled.ts';
import { realFiles, textFile } from '../support/project.ts';

const STAFF = 'templates/demo-2023/sheets/staff.yaml';

/** A sheet of the demonstration pack whose one row holds one figure. */
function sheet(figure: string, head = '[[单位, 人数]]'): string {
  return `标题: 人员情况表\n表头: ${head}\n正文:\n  - 标签列: [项目]\n    行:\n      - { 项目: 本单位, 数: [${figure}] }\n`;
}

async function problems(path: string, text: string): Promise<readonly string[]> {
  const site = compiled([...(await realFiles('demo-bureau')), textFile(path, text)]);
  return site.diagnostics
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, message, place }) => `${place.file}:${place.line} ${rule} ${message}`);
}

describe('a sheet that is only read', () => {
  it.each([
    ['names what units enter', '人员.在职人员'],
    ['names a row of what is listed by name, though no unit has it yet', '国有资产.车辆.无人机'],
    ['names what may be left out', '三公经费.年初预算数.合计'],
    ['has a column that nobody enters', '""'],
  ])('may be of anything that %s', async (_, figure) => {
    expect(await problems(STAFF, sheet(figure))).toEqual([]);
  });

  it.each([
    [
      'a figure that there is not',
      sheet('人员.在职人数'),
      `${STAFF}:6 unknown-figure 没有“人员.在职人数”这个数字`,
    ],
    ['a column by code that there is not', sheet('"年初预算.{科目}.一般公共"'), `${STAFF}:6 template-syntax`],
    ['a head of other columns', sheet('人员.在职人员', '[[单位, 甲, 乙]]'), `${STAFF}:2 table-columns`],
    ['no title', sheet('人员.在职人员').replace(/^.*\n/, ''), `${STAFF}:1 missing-key`],
    ['what only printed tables have', `${sheet('人员.在职人员')}空表说明: 无\n`, `${STAFF}:7 unknown-key`],
  ])('with %s is told of at its line', async (_, text, told) => {
    expect(await problems(STAFF, text)).toEqual([expect.stringContaining(told)]);
  });

  it('is not told of where a pack does without what it names', async () => {
    const files = await realFiles();
    const own = textFile(
      'templates/own/pack.yaml',
      '名称: 甲\n依据: 虚构\n年度: 2023\n继承: ministry-2024\n账目:\n  不用: [机关运行经费]\n',
    );
    const { packs } = packsOf([...files, own]);
    expect(packs.get('own')?.sheets.map(({ key }) => key)).toContain('operation');
  });
});

describe('packs that read other sheets', () => {
  it('are told apart by their sheets, titles and rows', async () => {
    const files = await realFiles();
    const { packs } = packsOf([
      ...files,
      textFile(STAFF, sheet('人员.在职人员').replace('表头:', '又名: [人数表]\n表头:')),
      textFile(
        'templates/demo-2023/sheets/cars.yaml',
        sheet('国有资产.车辆数').replace('人员情况表', '车辆表'),
      ),
    ]);
    const [a, b] = [packs.get('xinjiang-2023'), packs.get('demo-2023')];
    if (a === undefined || b === undefined) throw new Error('no packs');
    const told = comparePacks(a, b).filter((one) => one.includes('只读的表'));
    expect(told.join('\n')).toContain('多出“车辆表”');
    expect(told.join('\n')).toContain('只读的表 staff 的又名');
    expect(told.join('\n')).toContain('本单位：人员.在职人员');
  });
});
