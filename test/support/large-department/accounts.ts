import { sharesOf, total, yuan, type Fen, type Item, type Numbers } from './amounts.ts';

/** The money of a department: items by fund, and what it spends that is no appropriation. */
export interface Money {
  readonly general: readonly Item[];
  readonly funds: readonly Item[];
  readonly stateCapital: readonly Item[];
  /** Code of what was spent of other money, and how much. */
  readonly other: { readonly code: string; readonly spent: Fen };
}

const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算'] as const;

const PERSONNEL = [
  ...['30101', '30102', '30103', '30106', '30107', '30108', '30109', '30110', '30111', '30112', '30113'],
  ...['30114', '30199', '30301', '30302', '30304', '30305', '30307', '30309', '30399'],
];
const OPERATING = [
  ...['30201', '30202', '30203', '30204', '30205', '30206', '30207', '30208', '30209', '30211', '30213'],
  ...['30214', '30215', '30216', '30226', '30227', '30228', '30229', '30239', '30299', '31002'],
];
/** “三公”经费 by kind and the economic code under which basic expenditure shows it. */
const THREE_PUBLIC = [
  { name: '因公出国（境）费', code: '30212', planned: 12_000_000, adjusted: 9_500_000, spent: 8_935_000 },
  { name: '公务用车购置费', code: '31013', planned: 36_000_000, adjusted: 36_000_000, spent: 35_620_000 },
  { name: '公务用车运行维护费', code: '30231', planned: 70_000_000, adjusted: 65_000_000, spent: 61_250_000 },
  { name: '公务接待费', code: '30217', planned: 6_000_000, adjusted: 4_800_000, spent: 4_186_000 },
];

const itemsOf = ({ general, funds, stateCapital }: Money): readonly (readonly Item[])[] => [
  general,
  funds,
  stateCapital,
];

/** Expenditure of a kind, over all appropriations. */
export function spentOn(money: Money, kind: Item['kind']): Fen {
  return total(itemsOf(money).map((items) => spentOf(items, kind)));
}

/** All project expenditure, that from other money included. */
export function projectMoney(money: Money): Fen {
  return spentOn(money, '项目支出') + money.other.spent;
}

export function spentOf(items: readonly Item[], kind?: Item['kind']): Fen {
  return total(items.map((item) => (kind === undefined || item.kind === kind ? item.spent : 0)));
}

const OPERATING_SHARE = 0.17;

/** What of the operating funds is the administrative bodies'. */
export function agencyOperating({ general }: Money): Fen {
  return Math.round(spentOf(general, '基本支出') * OPERATING_SHARE * 0.6);
}

const received = ({ spent, closing, opening }: Item): Fen => spent + closing - opening;

/** accounts.yaml of the department. */
export function accountsText(money: Money, numbers: Numbers): string {
  const funds = itemsOf(money);
  const basic = spentOf(money.general, '基本支出');
  const operating = Math.round(basic * OPERATING_SHARE);
  const personnel = basic - operating;
  const list = (items: readonly Item[], of: (item: Item) => Fen, indent = '    '): string =>
    items.flatMap((item) => (of(item) === 0 ? [] : `${indent}"${item.code}": ${yuan(of(item))}\n`)).join('');
  const balances = (name: string, of: (item: Item) => Fen): string =>
    `${name}:\n${funds.map((items, index) => block(FUNDS[index] ?? '', list(items, of))).join('')}  非财政拨款: 0.00\n\n`;
  return [
    '# 虚构单位，由程序生成，仅供测试：名称、数字、文字均为虚构。\n年度: 2024\n金额单位: 元\n模板: ministry-2024\n\n',
    '人员:\n  在职人员: 1386\n  离休人员: 12\n  退休人员: 874\n\n',
    '收入:\n',
    ...funds.map((items, index) => `  ${FUNDS[index]}财政拨款收入:\n${list(items, received)}`),
    '  上级补助收入: 0.00\n',
    `  事业收入:\n    "${money.other.code}": ${yuan(money.other.spent)}\n`,
    '  经营收入: 0.00\n  附属单位上缴收入: 0.00\n  其他收入: 0.00\n  使用非财政拨款结余: 0.00\n\n',
    balances('年初结转和结余', ({ opening }) => opening),
    balances('年末结转和结余', ({ closing }) => closing),
    '结余分配: 0.00\n\n支出:\n',
    ...expenditure(money),
    '\n年初预算:\n',
    ...funds.map((items, index) => `  ${FUNDS[index]}:\n${list(items, ({ budget }) => budget)}`),
    '\n基本支出经济分类:\n',
    ...economic(PERSONNEL, sharesOf(personnel, PERSONNEL.length, numbers)),
    ...operatingRows(operating, numbers),
    '\n机关运行经费: ',
    `${yuan(agencyOperating(money))}\n\n`,
    THREE_PUBLIC_TEXT,
    procurement(numbers),
    ASSETS,
    approved(money, { personnel, operating }),
  ].join('');
}

function block(name: string, rows: string): string {
  return rows === '' ? `  ${name}: 0.00\n` : `  ${name}:\n${rows}`;
}

function expenditure({ other, ...money }: Money): readonly string[] {
  const rows = new Map<string, string[]>();
  const add = (code: string, line: string): void => {
    rows.set(code, [...(rows.get(code) ?? []), line]);
  };
  itemsOf({ other, ...money }).forEach((items, index) => {
    for (const { code, kind, spent } of items)
      add(code, `    ${FUNDS[index]}:\n      ${kind}: ${yuan(spent)}\n`);
  });
  add(other.code, `    非财政拨款:\n      项目支出: ${yuan(other.spent)}\n`);
  return [...rows].map(([code, lines]) => `  "${code}":\n${lines.join('')}`);
}

function economic(codes: readonly string[], amounts: readonly Fen[]): readonly string[] {
  return codes.map((code, index) => `  "${code}": ${yuan(amounts[index] ?? 0)}\n`);
}

/** What of the operating funds is “三公”经费 is told to the fen; the rest is shared out. */
function operatingRows(operating: Fen, numbers: Numbers): readonly string[] {
  const told = THREE_PUBLIC.map(({ spent }) => spent);
  const others = sharesOf(operating - total(told), OPERATING.length, numbers);
  return economic([...OPERATING, ...THREE_PUBLIC.map(({ code }) => code)], [...others, ...told]);
}

const threePublic = (amount: 'planned' | 'adjusted' | 'spent'): string =>
  `{ ${THREE_PUBLIC.map((one) => `${one.name}: ${yuan(one[amount])}`).join(', ')} }`;

const THREE_PUBLIC_TEXT = `三公经费:
  年初预算数: ${threePublic('planned')}
  全年预算数: ${threePublic('adjusted')}
  决算数: ${threePublic('spent')}
  因公出国（境）团组数: 2
  因公出国（境）人次: 5
  公务用车购置数: 2
  公务用车保有量: 31
  国内公务接待批次: 64
  国内公务接待人次: 512

`;

function procurement(numbers: Numbers): string {
  const [goods, works, services] = [1, 2, 3].map(() => numbers.between(90_000_000, 900_000_000));
  const all = total([goods ?? 0, works ?? 0, services ?? 0]);
  return `政府采购:
  货物: ${yuan(goods ?? 0)}
  工程: ${yuan(works ?? 0)}
  服务: ${yuan(services ?? 0)}
  授予中小企业合同金额: ${yuan(Math.round(all * 0.78))}
  授予小微企业合同金额: ${yuan(Math.round(all * 0.41))}

`;
}

const ASSETS = `国有资产:
  固定资产原值: 684203915.44
  房屋面积: 64318.20
  房屋价值: 312048870.00
  车辆价值: 9124300.00
  车辆:
    副部（省）级及以上领导用车: 0
    主要负责人用车: 2
    机要通信用车: 3
    应急保障用车: 6
    执法执勤用车: 11
    特种专业技术用车: 4
    离退休干部服务用车: 2
    其他用车: 3
  单价100万元以上设备数: 17

`;

/** The totals that the pack asks for. */
function approved(money: Money, { personnel, operating }: { personnel: Fen; operating: Fen }): string {
  const all = itemsOf(money).flat();
  const income = total(all.map(received)) + money.other.spent;
  const opening = total(all.map((item) => item.opening));
  const spent = spentOf(all) + money.other.spent;
  const amounts: Readonly<Record<string, Fen>> = {
    '收入.本年收入合计': income,
    '收入.总计': income + opening,
    '支出.本年支出合计': spent,
    '支出.总计': income + opening,
    '财政拨款.收入总计': income + opening - money.other.spent,
    '财政拨款.支出总计': income + opening - money.other.spent,
    '支出.一般公共预算.合计': spentOf(money.general),
    '基本支出.人员经费': personnel,
    '基本支出.公用经费': operating,
    '三公经费.决算数.合计': total(THREE_PUBLIC.map(({ spent: amount }) => amount)),
    '支出.政府性基金预算.合计': spentOf(money.funds),
    '支出.国有资本经营预算.合计': spentOf(money.stateCapital),
  };
  return `批复数:\n${Object.entries(amounts)
    .map(([id, amount]) => `  ${id}: ${yuan(amount)}\n`)
    .join('')}`;
}
