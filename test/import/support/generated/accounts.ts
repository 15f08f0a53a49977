import { COMMON_FACTS } from '../../../../src/accounts/facts/common-facts.ts';
import type { FactBook } from '../../../../src/accounts/facts/fact-book.ts';
import type { RawFile } from '../../../../src/source/source-file.ts';
import { generalCodes, total, type Fen } from '../../../support/large-department/amounts.ts';
import type { Draws } from './draws.ts';

const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算'] as const;
const FUND_CODES = [
  [],
  ['2120801', '2120899', '2296002', '2296099'],
  ['2230105', '2230199', '2239999'],
] as const;
const PERSONNEL = ['30101', '30102', '30103', '30107', '30108', '30110', '30113', '30301', '30302', '30399'];
const OPERATING = ['30201', '30202', '30205', '30206', '30207', '30211', '30213', '30217', '30231', '31002'];
const KINDS = ['基本支出', '项目支出'] as const;
const THREE_PUBLIC = ['因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费'];
const COUNTS = [
  ...['因公出国（境）团组数', '因公出国（境）人次', '公务用车购置数', '公务用车保有量'],
  ...['国内公务接待批次', '国内公务接待人次'],
];
const VEHICLES = [
  ...['副部（省）级及以上领导用车', '主要负责人用车', '机要通信用车', '应急保障用车', '执法执勤用车'],
  ...['特种专业技术用车', '离退休干部服务用车', '其他用车'],
];

interface Spent {
  readonly code: string;
  readonly fund: number;
  readonly kinds: readonly [Fen, Fen];
  readonly budget: Fen;
  readonly opening: Fen;
  readonly closing: Fen;
}

/** The accounts of a year of a generated unit, which balance. */
export class Accounts {
  private readonly draws: Draws;
  private readonly year: number;
  private readonly items: readonly Spent[];
  private readonly book: FactBook;

  constructor(draws: Draws, shared: readonly RawFile[], year: number, book: FactBook) {
    this.draws = draws;
    this.year = year;
    const { shape } = draws;
    this.book = book;
    const general = draws.some(generalCodes(shared), shape.general);
    const other = draws.some(general, shape.others);
    this.items = [
      ...general.map((code) => this.item(code, 0)),
      ...draws.some(FUND_CODES[1], shape.funds).map((code) => this.item(code, 1)),
      ...draws.some(FUND_CODES[2], shape.stateCapital).map((code) => this.item(code, 2)),
      ...other.map((code) => this.item(code, 3)),
    ];
  }

  /** The text of `accounts.yaml`. */
  text(): string {
    const balances = (name: string, of: (item: Spent) => Fen): string =>
      `${name}:\n${[...FUNDS, '非财政拨款'].map((fund, index) => `  ${fund}:${this.list(this.of(index), of)}`).join('')}`;
    const received = ({ kinds, closing, opening }: Spent): Fen => kinds[0] + kinds[1] + closing - opening;
    const none = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入'];
    return [
      `# 虚构单位，由程序生成，仅供测试。\n年度: ${this.year}\n金额单位: ${this.draws.shape.unit}\n模板: ${this.draws.shape.pack}\n公开:\n  公开日期: ${this.year + 1}-09-05\n`,
      `人员:\n${['在职人员', '离休人员', '退休人员'].map((one) => `  ${one}: ${this.draws.numbers.between(0, 90)}\n`).join('')}`,
      '收入:\n',
      ...FUNDS.map((fund, index) => `  ${fund}财政拨款收入:${this.list(this.of(index), received)}`),
      ...none.map((one) => `  ${one}: 0.00\n`),
      `  其他收入:${this.list(this.of(3), received)}  使用非财政拨款结余: 0.00\n`,
      balances('年初结转和结余', ({ opening }) => opening),
      balances('年末结转和结余', ({ closing }) => closing),
      '结余分配: 0.00\n支出:\n',
      ...this.expenditure(),
      '年初预算:\n',
      ...FUNDS.map((fund, index) => `  ${fund}:${this.list(this.of(index), ({ budget }) => budget)}`),
      this.economic(),
      this.others(),
      this.declared(),
    ].join('');
  }

  /** What the pack alone asks for. */
  private declared(): string {
    const own = this.book.facts.filter(
      ({ id, required }) => required !== 'never' && COMMON_FACTS.find(id) === undefined,
    );
    const tree = new Map<string, string[]>();
    for (const { path, keys, unit, columnOf } of own) {
      const section = path[0] ?? '';
      const lines = tree.get(section) ?? [];
      tree.set(section, lines);
      if (columnOf !== undefined || keys !== undefined) continue;
      path.slice(1, -1).forEach((step, depth) => {
        const line = `${'  '.repeat(depth + 1)}${step}:\n`;
        if (!lines.includes(line)) lines.push(line);
      });
      const value =
        unit === '万元'
          ? this.draws.written(this.draws.perhaps())
          : String(this.draws.numbers.between(0, 40));
      lines.push(`${'  '.repeat(path.length - 1)}${path.at(-1)}: ${value}\n`);
    }
    for (const [section, lines] of tree) if (lines.length === 0) lines.push(...this.columns(section, own));
    return [...tree].map(([section, lines]) => `${section}:\n${lines.join('')}`).join('');
  }

  /** Columns of what the general budget spent on each code. */
  private columns(section: string, own: FactBook['facts']): readonly string[] {
    const columns = own.flatMap(({ columnOf, path }) => (columnOf === section ? (path.at(-1) ?? []) : []));
    return this.of(0).map(({ code, kinds }) => {
      const shares = this.draws.shares(kinds[0] + kinds[1], columns.length);
      const cells = columns.flatMap((column, index) => {
        const share = shares[index] ?? 0;
        return share === 0 ? [] : [`${column}: ${this.draws.written(share)}`];
      });
      return `  "${code}": { ${cells.join(', ')} }\n`;
    });
  }

  private expenditure(): readonly string[] {
    const rows = new Map<string, string>();
    for (const { code, fund, kinds } of this.items) {
      const lines = KINDS.flatMap((kind, index) =>
        kinds[index] ? `      ${kind}: ${this.draws.written(kinds[index])}\n` : [],
      );
      const block = `    ${[...FUNDS, '非财政拨款'][fund]}:\n${lines.join('')}`;
      rows.set(code, (rows.get(code) ?? `  "${code}":\n`) + block);
    }
    return [...rows.values()];
  }

  private item(code: string, fund: number): Spent {
    const [basic, project] = [this.draws.perhaps(), this.draws.perhaps()];
    const kinds = basic + project === 0 ? ([this.draws.amount(), 0] as const) : ([basic, project] as const);
    const spent = kinds[0] + kinds[1];
    const carries = this.draws.numbers.between(1, 10) > this.draws.shape.empty;
    const closing = carries ? this.draws.amount() : 0;
    const opening = carries ? Math.min(this.draws.amount(), spent) : 0;
    const budget = this.draws.pick([spent, this.draws.perhaps(), this.draws.amount()]);
    return { code, fund, kinds, budget, opening, closing };
  }

  private of(fund: number): readonly Spent[] {
    return this.items.filter((item) => item.fund === fund);
  }

  private list(items: readonly Spent[], of: (item: Spent) => Fen): string {
    const rows = items.filter((item) => of(item) !== 0);
    return rows.length === 0
      ? ' 0.00\n'
      : `\n${rows.map((item) => `    "${item.code}": ${this.draws.written(of(item))}\n`).join('')}`;
  }

  private economic(): string {
    const basic = total(this.of(0).map(({ kinds }) => kinds[0]));
    if (basic === 0) return '基本支出经济分类: {}\n';
    const codes = [
      ...this.draws.some(PERSONNEL, this.draws.numbers.between(1, 8)),
      ...this.draws.some(OPERATING, this.draws.numbers.between(0, 8)),
    ];
    const shares = this.draws.shares(basic, codes.length);
    const rows = codes.flatMap((code, index) =>
      shares[index] ? `  "${code}": ${this.draws.written(shares[index])}\n` : [],
    );
    return `基本支出经济分类:\n${rows.join('')}`;
  }

  private others(): string {
    const public_ = (): string =>
      `{ ${THREE_PUBLIC.map((one) => `${one}: ${this.draws.written(this.draws.perhaps())}`).join(', ')} }`;
    const spent = ['货物', '工程', '服务'].map((one) => [one, this.draws.perhaps()] as const);
    const all = total(spent.map(([, amount]) => amount));
    const contracts = (share: number): Fen => Math.floor((all * share) / this.draws.step) * this.draws.step;
    return [
      `机关运行经费: ${this.draws.written(this.draws.perhaps())}\n三公经费:\n`,
      ...['年初预算数', '全年预算数', '决算数'].map((one) => `  ${one}: ${public_()}\n`),
      ...COUNTS.map((one) => `  ${one}: ${this.draws.count()}\n`),
      `政府采购:\n${spent.map(([one, amount]) => `  ${one}: ${this.draws.written(amount)}\n`).join('')}`,
      `  授予中小企业合同金额: ${this.draws.written(contracts(0.8))}\n  授予小微企业合同金额: ${this.draws.written(contracts(0.5))}\n`,
      `国有资产:\n  固定资产原值: ${this.draws.written(this.draws.amount())}\n  房屋面积: ${this.draws.numbers.between(0, 9000)}.00\n`,
      `  房屋价值: ${this.draws.written(this.draws.perhaps())}\n  车辆价值: ${this.draws.written(this.draws.perhaps())}\n  车辆:\n`,
      ...VEHICLES.map((one) => `    ${one}: ${this.draws.count()}\n`),
      `  单价100万元以上设备数: ${this.draws.count()}\n`,
    ].join('');
  }
}
