import { describe, expect, it } from 'vitest';
import { compileSite } from '../../../src/compile/compile-site.ts';
import { realFiles } from '../../support/project.ts';
import { findingsAfter, summaries, type Plant } from '../planted.ts';

const NARRATIVE = '2023/narrative.yaml';
const PROJECT = '2023/performance/project-1.yaml';
const HALL = '支出.2010303.一般公共预算.合计: 大厅新增楼层投入使用，物业、安保和保洁服务面积增加';
const reason = (text: string): Plant['edits'] => [
  [NARRATIVE, HALL, `支出.2010303.一般公共预算.合计: ${text}`],
];
const RESULT = '惠企政策“免申即享”惠及企业3547户。';
const result = (text: string, ...literals: readonly string[]): Plant['edits'] => [
  [NARRATIVE, RESULT, `${RESULT}${text}`],
  [NARRATIVE, '字面数:\n', `字面数:\n${literals.map((literal) => `  - "${literal}"\n`).join('')}`],
];
const goal = (text: string): Plant['edits'] => [
  [PROJECT, '大厅标准化服务水平稳步提升。', `大厅标准化服务水平稳步提升。${text}`],
];

/** Section 3: words against figures. */
const WORDS: readonly Plant[] = [
  { kind: '“持平” beside a change', edits: reason('支出与上年持平'), expected: 'error reason-direction' },
  { kind: '“持平” after a fall', edits: reason('减少为零，与上年持平'), expected: 'error reason-direction' },
  { kind: '“无变化” beside a change', edits: reason('与上年相比无变化'), expected: 'error reason-direction' },
  {
    kind: '“减少” beside an increase',
    edits: reason('大厅部分楼层退租，物业服务费减少'),
    expected: 'warning reason-direction',
    at: '支出.2010303',
  },
  { kind: '“压减” with its object', edits: reason('严格压减各项开支'), expected: 'warning reason-direction' },
  {
    kind: '“增加” beside a decrease',
    edits: [[NARRATIVE, '应缴残疾人就业保障金减少', '应缴残疾人就业保障金增加']],
    expected: 'warning reason-direction',
  },
  {
    kind: 'outturn below the budget called 大于',
    edits: [[NARRATIVE, '陪餐人数压减，接待费低于全年预算', '陪餐人数压减，接待费大于全年预算']],
    expected: 'warning reason-direction',
  },
  {
    kind: 'outturn below the budget called 等于',
    edits: [[NARRATIVE, '陪餐人数压减，接待费低于全年预算', '陪餐人数压减，接待费等于全年预算']],
    expected: 'error reason-direction',
  },
  {
    kind: 'a shared reason that fits only one figure',
    edits: [[NARRATIVE, HALL, '支出.2010303.一般公共预算.合计: { 同: 支出.2013202.一般公共预算.合计 }']],
    expected: 'warning reason-direction',
  },
  {
    kind: '“基本持平” for a change of a third',
    edits: [
      [
        NARRATIVE,
        '支出.2150805.一般公共预算.合计: 惠企政策兑现平台上年建成，本年只安排政策推送和运营费用，支出减少',
        '支出.2150805.一般公共预算.合计: 支出与上年基本持平',
      ],
    ],
    expected: 'warning reason-direction',
  },
  {
    kind: '“基本持平” for equal figures',
    edits: [...equalToBudget('决算与预算基本持平')],
    expected: 'warning reason-direction',
  },
  {
    kind: 'a cause beside no difference',
    edits: [...equalToBudget('压缩各项接待开支')],
    expected: 'warning reason-direction',
  },
  {
    kind: 'a reason for an unchanged figure',
    edits: [...equalToBudget('支出持平的主要原因')],
    expected: 'note unchanged-reason',
  },
  {
    kind: '“主要包括” names an item without amount',
    edits: [
      ['2023/accounts.yaml', '  "30203":\n    名称: 咨询费\n    金额: 41965.94\n', ''],
      [
        '2023/accounts.yaml',
        '    名称: 办公费\n    金额: 467704.26',
        '    名称: 办公费\n    金额: 509670.20',
      ],
      [NARRATIVE, '新录用人员公用定额相应核增', '新录用人员公用定额相应核增，主要包括办公费、咨询费'],
    ],
    expected: 'warning empty-item-named',
    at: '咨询费',
  },
  {
    kind: 'the same text under two codes',
    edits: reason('机关补缴上年缓缴的医疗保险费，单位缴费增加'),
    expected: 'warning copied-reason',
    at: '支出.2101101',
  },
  {
    kind: 'purpose copied from another item: housing explained with medical insurance',
    edits: [
      [NARRATIVE, '在职人员增加，住房公积金缴存人数和基数同步增长', '在职人员增加，单位缴纳的医疗保险费增加'],
    ],
    expected: 'warning reason-of-another-item',
    at: '支出.2210201',
  },
  {
    kind: 'statement of emptiness beside an amount, in a reason',
    edits: [[NARRATIVE, '兄弟地市来访学习热线和大厅建设经验的批次恢复性增加', '我单位无公务接待费']],
    expected: 'error nothing-beside-amount',
  },
  {
    kind: 'statement of emptiness beside an amount, in the contents',
    edits: [[NARRATIVE, '按规定标准安排的兄弟地市来访学习人员工作餐和住宿等支出', '我单位无公务接待费']],
    expected: 'error nothing-beside-amount',
  },
  {
    kind: 'statement of emptiness beside an amount, without its name',
    edits: [[NARRATIVE, '通过政府采购网上竞价购车，成交价少于预算控制价', '本年无此项支出']],
    expected: 'error nothing-beside-amount',
  },
  {
    kind: 'no government funds beside an amount',
    edits: [[NARRATIVE, '无其他说明事项。', '本年度没有政府性基金预算财政拨款支出。']],
    expected: 'error nothing-beside-amount',
  },
];

/** Section 4: left-overs and form; section 6. */
const FORM: readonly Plant[] = [
  { kind: '下降（增长）', edits: reason('服务面积下降（增长）'), expected: 'error template-left-over' },
  { kind: '增加（减少）', edits: reason('服务面积增加（减少）'), expected: 'error template-left-over' },
  { kind: '减增加', edits: reason('保洁服务费减增加'), expected: 'error template-left-over' },
  { kind: '大小于', edits: reason('支出大小于上年'), expected: 'error template-left-over' },
  { kind: 'XX', edits: goal('经XX部门验收。'), expected: 'error template-left-over' },
  {
    kind: '××',
    edits: [['unit.yaml', '- 示例市政务服务中心', '- ××市政务服务中心']],
    expected: 'error template-left-over',
  },
  { kind: 'X局', edits: goal('由示例市X局组织。'), expected: 'error template-left-over' },
  { kind: '____', edits: reason('因____增加'), expected: 'error template-left-over' },
  { kind: '【】', edits: reason('因【请填写原因】增加'), expected: 'error template-left-over' },
  { kind: '待填 within a text', edits: goal('（待填写验收情况）'), expected: 'error template-left-over' },
  { kind: '{{ }}', edits: reason('因{{原因}}面积增加'), expected: 'warning template-left-over' },
  {
    kind: 'misprint of the template: 支出收入',
    edits: [
      [
        'templates/xinjiang-2023/parts/2-explanations.md.hbs',
        '财政拨款支出总计{{万元 财政拨款.支出总计}}',
        '财政拨款支出收入{{万元 财政拨款.支出总计}}',
      ],
    ],
    expected: 'error template-left-over',
    at: '支出收入',
  },
  {
    kind: 'word lost in the template: 较上一度',
    edits: [['templates/xinjiang-2023/parts/2-explanations.md.hbs', '根据预算绩效管理要求', '较上一度']],
    expected: 'error template-left-over',
  },
  {
    kind: 'XX局 left in a table title',
    edits: [['templates/xinjiang-2023/tables/revenue.yaml', '标题: 收入决算表', '标题: XX局收入决算表']],
    expected: 'error template-left-over',
  },
  {
    kind: 'a part headed with last year',
    edits: [
      [
        'templates/xinjiang-2023/pack.yaml',
        '标题: 第二部分 部门决算情况说明',
        '标题: 第二部分 2022年度部门决算情况说明',
      ],
    ],
    expected: 'error template-left-over',
    at: '2022年度部门决算情况说明',
  },
  {
    kind: 'broken year in a title',
    edits: [
      [
        'templates/xinjiang-2023/pack.yaml',
        '标题: 第二部分 部门决算情况说明',
        '标题: 第二部分 202 年度部门决算情况说明',
      ],
    ],
    expected: 'error template-left-over',
  },
  {
    kind: 'broken year',
    edits: [[PROJECT, '项目名称: 政务服务大厅运行保障经费', '项目名称: 202年度大厅运行保障经费']],
    expected: 'error broken-year',
  },
  { kind: 'broken year in a text', edits: goal('202 年度任务完成。'), expected: 'error broken-year' },
  {
    kind: 'the closing date of last year',
    edits: result('截至2022年12月31日，资金全部支付。', '截至2022年12月31日'),
    expected: 'error other-year',
  },
  {
    kind: 'last year’s text',
    edits: [[PROJECT, '    全年开放服务窗口186个，', '    2022年，我单位开放服务窗口186个，']],
    expected: 'warning other-year',
  },
  {
    kind: 'a year with its digits transposed',
    edits: goal('2032年任务完成。'),
    expected: 'warning other-year',
  },
  {
    kind: 'percent sign lost',
    edits: result('网办率比上年增长13.95。', '增长13.95'),
    expected: 'error broken-rate',
  },
  { kind: 'digit lost', edits: result('差错率.08%。', '08'), expected: 'error broken-rate' },
  {
    kind: 'percent sign lost in a form',
    edits: [[PROJECT, '办件按时办结率99.92%，', '办件按时办结率99.92，']],
    expected: 'error broken-rate',
  },
  {
    kind: 'digit lost in an indicator',
    edits: [[PROJECT, '完成值: "=0.31%"', '完成值: "=.31%"']],
    expected: 'error broken-rate',
  },
  {
    kind: '与 for 和 in a name',
    edits: goal('示例市大数据服务重心负责实施。'),
    expected: 'warning near-name',
  },
  {
    kind: 'a character too many in a name',
    edits: goal('示例市政务服务的中心负责实施。'),
    expected: 'warning near-name',
  },
  {
    kind: 'a character wrong in a name',
    edits: goal('由示例市大数居服务中心承担。'),
    expected: 'warning near-name',
  },
  {
    kind: 'the unit’s last character wrong',
    edits: [[NARRATIVE, '示例市政务服务局是示例市人民政府', '示例市政务服务据是示例市人民政府']],
    expected: 'warning near-name',
  },
  {
    kind: 'a body without its district',
    edits: [[PROJECT, '实施单位: 示例市政务服务中心', '实施单位: 政务服务中心']],
    expected: 'warning near-name',
  },
  {
    kind: 'an alias in use',
    edits: [
      ['unit.yaml', '类型: 行政单位', '别名: [示例市行政审批局]\n类型: 行政单位'],
      [NARRATIVE, '示例市政务服务局是示例市人民政府', '示例市行政审批局是示例市人民政府'],
    ],
    expected: 'note two-names',
  },
  {
    kind: 'an administrative body called an institution',
    edits: [[NARRATIVE, '人民政府工作部门，为正县级单位', '人民政府直属事业单位']],
    expected: 'note kind-in-text',
  },
  {
    kind: '元 for 万元',
    edits: result('全年基本支出2894.59元。', '2894.59元'),
    expected: 'error quoted-figure',
  },
  {
    kind: '元 for 万元, not named',
    edits: result('其中财政资金49.79元用于三项经费。', '49.79元'),
    expected: 'error unmatched-amount',
  },
  {
    kind: 'amount without unit',
    edits: result('全年支出6060.85，', '6060.85'),
    expected: 'error amount-without-unit',
  },
  {
    kind: 'half-width punctuation',
    edits: goal('任务完成,效果良好。'),
    expected: 'note half-width-punctuation',
  },
];

/** Section 2, as far as texts go: numbers in words against tables and forms. */
const NUMBERS: readonly Plant[] = [
  {
    kind: 'text and table differ',
    edits: result('本年支出合计6160.85万元。', '6160.85万元'),
    expected: 'error quoted-figure',
  },
  {
    kind: 'text and table differ: persons',
    edits: result('现有在职人员132人。', '在职人员132人'),
    expected: 'error quoted-figure',
  },
  {
    kind: 'number of forms',
    edits: result('绩效评价项目11个。', '项目11个'),
    expected: 'error quoted-figure',
  },
  {
    kind: 'the goal text of a form against the accounts',
    edits: goal('全年公用经费493.89万元。'),
    expected: 'warning quoted-figure',
  },
  {
    kind: 'two figures for one performance total',
    edits: result('对7589.42万元的项目支出设定绩效目标。', '7589.42万元'),
    expected: 'warning unmatched-amount',
  },
  {
    kind: 'the explanations against the forms',
    edits: [
      [NARRATIVE, '受理群众诉求31.56万件，高频', '受理群众诉求35.16万件，高频'],
      [NARRATIVE, '- "31.56万件"', '- "35.16万件"'],
    ],
    expected: 'warning narrative-number',
  },
];

/** What must not be published. */
const PRIVATE: readonly Plant[] = [
  {
    kind: 'identity number',
    edits: goal('负责人身份证号11010519491231002X。'),
    expected: 'error personal-data',
  },
  { kind: 'mobile phone', edits: goal('联系电话13800138000。'), expected: 'error personal-data' },
  {
    kind: 'mobile phone with blanks',
    edits: goal('联系电话138 0013 8000。'),
    expected: 'error personal-data',
  },
  { kind: 'bank card', edits: goal('收款账号6222021234567890128。'), expected: 'error personal-data' },
  { kind: 'e-mail', edits: goal('意见请发 zhang.san@example.com。'), expected: 'warning personal-data' },
  {
    kind: 'identity number in a name',
    edits: [[NARRATIVE, '- 办公室', '- "办公室11010519491231002X"']],
    expected: 'error personal-data',
  },
  { kind: '机密★', edits: goal('机密★10年'), expected: 'error secrecy-mark' },
  { kind: '（秘密）', edits: goal('（秘密）'), expected: 'error secrecy-mark' },
  { kind: '密级', edits: goal('密级：绝密'), expected: 'error secrecy-mark' },
  {
    kind: '内部资料',
    edits: [[NARRATIVE, '无其他说明事项。', '内部资料 注意保存']],
    expected: 'error secrecy-mark',
  },
];

/** The budget of receptions is lowered to its outturn, with the given reason for their difference. */
function equalToBudget(text: string): Plant['edits'] {
  return [
    ['2023/accounts.yaml', '    公务接待费: 30000.00\n', '    公务接待费: 27429.33\n'],
    ['2023/accounts.yaml', '三公经费.全年预算数.合计: 513000.00', '三公经费.全年预算数.合计: 510429.33'],
    [NARRATIVE, '接待用餐以自助餐为主，陪餐人数压减，接待费低于全年预算', text],
  ];
}

describe.each([
  ['words against figures', WORDS],
  ['left-overs and form', FORM],
  ['numbers in words', NUMBERS],
  ['what must not be published', PRIVATE],
])('%s', (_, plants) => {
  it.each(plants)('$kind: $expected', async (plant) => {
    expect(summaries(await findingsAfter(plant), plant.at)).toContain(plant.expected);
  });
});

/** Sentences that the checks must let pass. */
const HARMLESS: readonly Pick<Plant, 'kind' | 'edits'>[] = [
  { kind: 'a cause that goes the other way', edits: reason('在职人员减少，改由外包服务，物业服务费增加') },
  { kind: 'persons unchanged', edits: reason('人员数量与上年持平，保洁标准提高') },
  { kind: 'last year’s amounts', edits: reason('上年支出减少，本年恢复正常，服务费用增加') },
  { kind: 'prices', edits: reason('服务单价下降，但服务面积扩大') },
  { kind: 'revenue as a cause', edits: reason('物业自营收入减少，由财政保障') },
  { kind: 'last year had none', edits: reason('上年无政府采购支出安排，本年新增服务费用增加') },
  { kind: 'duties about secrets', edits: goal('保守国家秘密和商业秘密，开展保密检查。') },
  { kind: 'a service hotline', edits: goal('12345热线和0990-2342233保持畅通。') },
  {
    kind: 'a document of another year',
    edits: goal('按照《2022年优化营商环境工作方案》（示政发〔2022〕14号）执行。'),
  },
  { kind: 'money carried over', edits: goal('使用2022年度结转资金。') },
  { kind: 'a hall that is like the bureau', edits: goal('示例市政务服务大厅正常运行。') },
  { kind: 'a university and decades', edits: goal('面向XBRL接口和20年以上设备完成改造。') },
  { kind: 'plans', edits: goal('合同期至2025年12月31日，到2024年底全部建成。') },
  { kind: 'a project of two years', edits: goal('项目为2023年—2024年两年期项目。') },
  { kind: 'a rate that rose', edits: goal('办件按时办结率由97.2%提高到99.92%。') },
  { kind: 'a rate above what is said', edits: goal('窗口设备完好率达到98%以上。') },
  { kind: 'growth on last year', edits: goal('开放服务窗口数比上年增加8个。') },
  { kind: 'a rounded rate', edits: goal('办件按时办结率99.9%。') },
  { kind: 'the amounts of the accounts', edits: goal('本年支出合计6060.85万元，在职人员123人。') },
];

describe('what is right', () => {
  it('has no finding in the demonstration unit, in any year', async () => {
    expect(compileSite(await realFiles('demo-bureau')).diagnostics).toEqual([]);
  });

  it.each(HARMLESS)('$kind', async (plant) => {
    expect((await findingsAfter(plant)).map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});
