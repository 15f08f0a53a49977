import { describe, expect, it } from 'vitest';
import type { TableView } from '../../src/document/table-view.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles, textFile } from '../support/project.ts';

const PACK = 'templates/open';
const PARTS = `部分:
  - { 键: text, 标题: 说明, 印标题: 否, 模板: text.md.hbs }
  - { 键: annex, 标题: "附件：{{年度}}年度报表", 模板: ministry-2024/parts/2-tables.md.hbs }
`;

/** demo-bureau's booklet of 2023 in a pack that prints these tables, and what is found in the pack. */
async function printed(tables: Readonly<Record<string, string>>, pack = PARTS) {
  const files = [
    textFile(
      `${PACK}/pack.yaml`,
      `名称: 甲\n依据: 虚构，供测试\n年度: 2023\n继承: ministry-2024\n${pack}决算表: [${Object.keys(tables).join(', ')}]\n`,
    ),
    textFile(`${PACK}/parts/text.md.hbs`, '## {{节}}、情况\n\n{{单位.名称}}。\n'),
    ...Object.entries(tables).map(([key, text]) => textFile(`${PACK}/tables/${key}.yaml`, text)),
  ];
  const content = edited(
    await realFiles('demo-bureau'),
    'content/units/demo-bureau/2023/accounts.yaml',
    '模板: demo-2023',
    '模板: open',
  );
  const site = compiled([...content, ...files]);
  const found = site.diagnostics
    .filter(({ place }) => place.file.startsWith(PACK))
    .map(({ place, rule }) => `${place.file.slice(PACK.length + 1)}:${place.line} ${rule}`);
  return { booklet: site.units[0]?.booklets.find(({ year }) => year === 2023), found };
}

async function rowsOf(text: string): Promise<readonly (readonly string[])[]> {
  const { booklet, found } = await printed({ own: text });
  expect(found).toEqual([]);
  return bodyOf(booklet?.render().tables[0]);
}

function bodyOf(view: TableView | undefined): readonly (readonly string[])[] {
  return view?.body.map((row) => row.map((cell) => cell.text)) ?? [];
}

describe('a table of a pack’s own', () => {
  it('has codes in three columns, amounts in 元 with separators, and nothing for zero', async () => {
    const rows = await rowsOf(`标题: 甲
纸向: 纵
数字: { 单位: 元, 千分位: 是, 零: "" }
表头: [[类, 款, 项, 名称, 合计, 基本支出]]
正文:
  - 标签列: [类, 款, 项, 名称]
    行:
      - { 逐科目: [类, 项], 数: ["支出.{科目}.国有资本经营预算.合计", "支出.{科目}.国有资本经营预算.基本支出"] }
      - { 合计行: 合计, 数: [支出.国有资本经营预算.合计, 支出.国有资本经营预算.基本支出] }
`);
    expect(rows).toEqual([
      ['223', '', '', '国有资本经营预算支出', '1,577,042.16', '30,807.81'],
      ['223', '01', '05', '国有企业退休人员社会化管理补助支出', '424,735.09', '30,807.81'],
      ['223', '99', '99', '其他国有资本经营预算支出', '1,152,307.07', ''],
      ['合计', '1,577,042.16', '30,807.81'],
    ]);
  });

  it('has the codes of some classes alone, and behind each section and each class what it comes to', async () => {
    const rows = await rowsOf(`标题: 甲
纸向: 纵
表头: [[序号, 编码, 名称, 合计]]
正文:
  - 标签列: [序号, 编码, 名称]
    行:
      - 逐科目: [项]
        只限: ["204", "206"]
        小计: [{ 逐: 类, 名: "{名称}小计" }, { 逐: 款, 名: 款小计 }]
        数: ["支出.{科目}.一般公共预算.合计"]
`);
    expect(rows).toEqual([
      ['1', '2040605', '普法宣传', '12.34'],
      ['款小计', '12.34'],
      ['公共安全支出小计', '12.34'],
      ['2', '2060503', '科技条件专项', '241.68'],
      ['款小计', '241.68'],
      ['3', '2060702', '科普活动', '15.10'],
      ['款小计', '15.10'],
      ['科学技术支出小计', '256.78'],
    ]);
  });

  it('has economic codes with what each class comes to, be they listed or not', async () => {
    const rows = await rowsOf(`标题: 乙
纸向: 纵
表头: [[编码, 名称, 金额]]
正文:
  - 标签列: [编码, 名称]
    行: [{ 逐经济科目: ["30301", "31002"], 小计: { 逐: 类, 名: 小计 }, 数: ["基本支出.{科目}"] }]
`);
    const totals = rows.filter(([name]) => name === '小计').map(([, amount]) => Number(amount));
    const below = (start: string): number =>
      rows.filter(([code]) => code?.startsWith(start)).reduce((sum, row) => sum + Number(row[2]), 0);
    expect(totals).toHaveLength(2);
    expect(totals[0]).toBeCloseTo(below('303'), 1);
    expect(totals[1]).toBeCloseTo(below('310'), 1);
    expect(rows.filter(([code]) => code?.startsWith('303')).length).toBeGreaterThan(1);
  });

  it.each([
    ['逐科目: [类], 小计: { 逐: 类, 名: 甲 }', 'template-syntax'],
    ['逐科目: [项], 只限: ["20503"], 小计: { 逐: 类, 名: 甲 }', 'template-syntax'],
    ['逐科目: [项], 小计: { 逐: 项, 名: 甲 }', 'wrong-value'],
    ['逐经济科目: ["301"], 小计: { 逐: 款, 名: 甲 }', 'template-syntax'],
  ])(
    'with a subtotal of nothing below it or of more than is listed is told of: %s',
    async (rule, finding) => {
      const { found } = await printed({
        own: `标题: 丙
纸向: 纵
表头: [[编码, 合计]]
正文:
  - 标签列: [编码]
    行: [{ ${rule}, 数: ["支出.{科目}.合计"] }]
`,
      });
      expect(found).toContainEqual(expect.stringContaining(`tables/own.yaml:6 ${finding}`));
    },
  );

  it('has a row for each item of a list, numbered', async () => {
    const rows = await rowsOf(`标题: 乙
纸向: 纵
表头: [[序号, 单位名称]]
正文:
  - 标签列: [序号, 名称]
    行: [{ 逐项: 下属单位, 数: [] }]
`);
    expect(rows).toEqual([
      ['1', '示例市政务服务中心'],
      ['2', '示例市大数据服务中心'],
    ]);
  });

  it.each([
    ['上缴上级支出', '注：甲\n示例市政务服务局本表为空表。'],
    ['基本支出', '注：甲'],
  ])('of %s says below it that it is empty if it is', async (kind, note) => {
    const { booklet } = await printed({
      own: `标题: 丙
纸向: 纵
表头: [[名称, 数]]
正文:
  - 标签列: [名称]
    行: [{ 逐科目: [项], 数: ["支出.{科目}.一般公共预算.${kind}"] }]
注: 注：甲
空表说明: "{{单位.名称}}本表为空表。"
`,
    });
    expect(booklet?.render().tables[0]?.note).toBe(note);
  });
});

describe('a table that uses another pack’s', () => {
  it('is that one but for what it states', async () => {
    const { booklet, found } = await printed({
      'three-public': '用: ministry-2024/tables/three-public\n编号: 附表\n注: 注：{{年度}}年度\n',
    });
    expect(found).toEqual([]);
    const [table] = booklet?.render().tables ?? [];
    expect([table?.title, table?.number, table?.note]).toEqual([
      '财政拨款“三公”经费支出决算表',
      '附表',
      '注：2023年度',
    ]);
    expect(booklet?.render().parts.map(({ key, title, hidden }) => [key, title, hidden])).toEqual([
      ['text', '说明', true],
      ['annex', '附件：2023年度报表', false],
    ]);
  });

  it.each([
    ['of a pack that there is not', '用: minstry-2024/tables/revenue', 'unknown-pack'],
    ['that its pack does not have', '用: ministry-2024/tables/revenu', 'missing-file'],
    ['that is itself', '用: open/tables/own', 'pack-cycle'],
    ['written in another form', '用: ministry-2024/revenue', 'wrong-value'],
  ])('%s is told of at its line', async (_, text, rule) => {
    const { found } = await printed({ own: `${text}\n` });
    expect(found).toContain(`tables/own.yaml:1 ${rule}`);
  });
});

describe('keys', () => {
  it.each(['figures', 'Overview', '概况', '1-text', 'a'.repeat(41)])(
    '%s cannot be that of a part',
    async (key) => {
      const { found } = await printed(
        { revenue: '用: ministry-2024/tables/revenue\n' },
        PARTS.replace('键: text', `键: ${key}`),
      );
      expect(found).toContain('pack.yaml:6 bad-name');
    },
  );
});
