import type { Booklet } from '../../../src/compile/booklet.ts';
import { blankSheet, type TestSheet, type Value } from './sheets.ts';

/** Vehicles by kind, as the sheet of assets lists them. */
const VEHICLES = [
  '副部（省）级及以上领导用车',
  '主要负责人用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部服务用车',
  '其他用车',
];

const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算'] as const;

/** The amount of a figure in 元, or its number. */
function valueOf({ figures }: Booklet, id: string): number {
  const figure = figures.find(id);
  if (figure?.value.state !== 'known') throw new Error(`nothing is known of ${id}`);
  const { exact } = figure.value;
  return (figure.unit === '万元' ? exact.times(10000) : exact).toNumber();
}

/** A sheet as systems print it: its title, whose it is and in which unit, its head, its rows. */
function sheetOf(
  { unit }: Booklet,
  title: string,
  head: Value[][],
  rows: Value[][],
  money = '金额单位：元',
): TestSheet {
  const width = head[0]?.length ?? 1;
  const between = Array.from({ length: width - 2 }, () => undefined);
  const caption: Value[][] = [[title], [`编制单位：${unit.name}`, ...between, money]];
  return { ...blankSheet(title.slice(-20)), rows: [...caption, ...head, ...rows] };
}

/** The budget of one appropriation by code, with what is of no use to a booklet beside it. */
function budgetSheet(booklet: Booklet, fund: (typeof FUNDS)[number]): TestSheet {
  const id = new RegExp(`^年初预算\\.(2\\d+)\\.${fund}$`);
  const codes = booklet.figures
    .ids()
    .flatMap((one) => id.exec(one)?.[1] ?? [])
    .filter((code) => valueOf(booklet, `年初预算.${code}.${fund}`) > 0)
    .sort();
  const rows = codes.map((code): Value[] => {
    const amount = valueOf(booklet, `年初预算.${code}.${fund}`);
    return [code, booklet.codes.functional.get(code)?.name ?? '某项支出', amount, amount, 0];
  });
  const all = valueOf(booklet, `年初预算.${fund}`);
  const head = [
    ['项目', undefined, '本年预算数'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ];
  return sheetOf(booklet, `${booklet.year}年${fund}支出表`, head, [
    ['合计', undefined, all, all, 0],
    ...rows,
  ]);
}

/** The workbook of a body's budget: among its sheets one that looks like an approved table and is none. */
export function budgetSheets(booklet: Booklet): TestSheet[] {
  const item = (name: string): number => valueOf(booklet, `三公经费.年初预算数.${name}`);
  const items = [
    '合计',
    '因公出国（境）费',
    '公务用车购置及运行维护费',
    '公务用车购置费',
    '公务用车运行维护费',
  ];
  return [
    ...FUNDS.map((fund) => budgetSheet(booklet, fund)),
    sheetOf(
      booklet,
      `${booklet.year}年一般公共预算“三公”经费支出表`,
      [
        ['合计', '因公出国（境）费', '公务用车购置及运行维护费', undefined, undefined, '公务接待费'],
        [undefined, undefined, '小计', '公务用车购置费', '公务用车运行维护费'],
      ],
      [[...items, '公务接待费'].map(item)],
    ),
  ];
}

/** A sheet of a budget that has the head of an approved table, and amounts that no booklet prints. */
export function totalBudgetSheet(booklet: Booklet): TestSheet {
  return sheetOf(
    booklet,
    `${booklet.year}年部门支出总表`,
    [
      [
        '科目编码',
        '科目名称',
        '合计',
        '基本支出',
        '项目支出',
        '上缴上级支出',
        '经营支出',
        '对附属单位补助支出',
      ],
    ],
    [
      ['合计', undefined, 12345678.9, 12345678.9, 0, 0, 0, 0],
      ['201', '一般公共服务支出', 12345678.9, 12345678.9, 0, 0, 0, 0],
      ['20103', '政府办公厅（室）及相关机构事务', 12345678.9, 12345678.9, 0, 0, 0, 0],
      ['2010301', '行政运行', 12345678.9, 12345678.9, 0, 0, 0, 0],
    ],
  );
}

/** What was carried over of the general budget by code: the approved tables of few regions print it. */
function balancesSheet(booklet: Booklet): TestSheet {
  const FUND = '一般公共预算';
  const { figures, codes } = booklet;
  const known = (id: string): number =>
    figures.find(id)?.value.state === 'known' ? valueOf(booklet, id) : 0;
  const amounts = (code: string): Value[] => [
    known(`年初结转和结余.${code}${FUND}`),
    known(code === '' ? '收入.一般公共预算财政拨款收入' : `收入.${code}一般公共预算财政拨款收入`),
    ...['合计', '基本支出', '项目支出'].map((kind) => known(`支出.${code}${FUND}.${kind}`)),
    known(`年末结转和结余.${code}${FUND}`),
  ];
  const rows = figures
    .ids()
    .flatMap((id) => /^支出\.(2\d+)\.一般公共预算\.合计$/.exec(id)?.[1] ?? [])
    .filter((code) => amounts(`${code}.`).some((amount) => amount !== 0))
    .sort()
    .map((code): Value[] => [code, codes.functional.get(code)?.name ?? '某项支出', ...amounts(`${code}.`)]);
  const head = [
    ['项目', undefined, '年初结转和结余', '本年收入', '本年支出', undefined, undefined, '年末结转和结余'],
    ['功能分类科目编码', '科目名称', undefined, undefined, '合计', '基本支出', '项目支出'],
  ];
  return sheetOf(booklet, '一般公共预算财政拨款收入支出决算表', head, [
    ['合计', undefined, ...amounts('')],
    ...rows,
  ]);
}

/** The sheets of what the nine tables do not hold. */
export function supplementSheets(booklet: Booklet): TestSheet[] {
  const value = (id: string): number => valueOf(booklet, id);
  const lines = (rows: readonly (readonly [string, ...string[]])[]): Value[][] =>
    rows.map(([name, ...ids], index) => [
      name,
      index + 1,
      ...ids.map((id) => (id === '' ? undefined : value(id))),
    ]);
  return [
    sheetOf(
      booklet,
      '机构人员情况表',
      [['项目', '行次', '年末人数']],
      lines([
        ['实有人数', '人员.实有人数'],
        ['1.在职人员', '人员.在职人员'],
        ['2.离休人员', '人员.离休人员'],
        ['3.退休人员', '人员.退休人员'],
      ]),
      '单位：人',
    ),
    sheetOf(
      booklet,
      '机构运行信息表',
      [['项目', '行次', '统计数']],
      lines([
        ['（一）机关运行经费', '机关运行经费'],
        ['1.因公出国（境）团组数（个）', '三公经费.因公出国（境）团组数'],
        ['2.因公出国（境）人次（人次）', '三公经费.因公出国（境）人次'],
        ['3.公务用车购置数（辆）', '三公经费.公务用车购置数'],
        ['4.公务用车保有量（辆）', '三公经费.公务用车保有量'],
        ['5.国内公务接待批次（批次）', '三公经费.国内公务接待批次'],
        ['6.国内公务接待人次（人次）', '三公经费.国内公务接待人次'],
      ]),
    ),
    sheetOf(
      booklet,
      '政府采购情况表',
      [['项目', '行次', '金额']],
      lines([
        ['政府采购支出总额', '政府采购.总额'],
        ['其中：货物', '政府采购.货物'],
        ['工程', '政府采购.工程'],
        ['服务', '政府采购.服务'],
        ['授予中小企业合同金额', '政府采购.授予中小企业合同金额'],
        ['其中：授予小微企业合同金额', '政府采购.授予小微企业合同金额'],
      ]),
    ),
    sheetOf(
      booklet,
      '国有资产占用情况表',
      [['项目', '行次', '数量', '价值']],
      lines([
        ['固定资产原值', '', '国有资产.固定资产原值'],
        ['房屋（平方米）', '国有资产.房屋面积', '国有资产.房屋价值'],
        ['车辆（辆）', '国有资产.车辆数', '国有资产.车辆价值'],
        ...VEHICLES.map((kind) => [kind, `国有资产.车辆.${kind}`] as const),
        ['单价100万元（含）以上设备（台（套））', '国有资产.单价100万元以上设备数'],
      ]),
    ),
    balancesSheet(booklet),
  ];
}
