import type { RawFile } from '../../../src/source/source-file.ts';
import { COMMON_FACTS } from '../../../src/accounts/facts/common-facts.ts';
import type { FactBook } from '../../../src/accounts/facts/fact-book.ts';
import { compiled, opened } from '../../support/compiled.ts';
import { generalCodes, Numbers, sharesOf, total, type Fen } from '../../support/large-department/amounts.ts';
import { textFile } from '../../support/project.ts';

/** What is drawn of a unit; the rest follows from its seed. */
export interface UnitShape {
  readonly seed: number;
  readonly pack: string;
  /** How many 项 it spends from each fund, and without any. */
  readonly general: number;
  readonly funds: number;
  readonly stateCapital: number;
  readonly others: number;
  readonly unit: '元' | '万元';
  /** Of ten amounts that may be nothing, how many are. */
  readonly empty: number;
}

export const GENERATED = { slug: 'generated', year: 2023 } as const;

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

/** Words of reasons and texts: no number and no name of a figure is among them. */
const CAUSES = [
  '人员调整',
  '任务增多',
  '设备更新',
  '进度放缓',
  '政策到位',
  '合同结清',
  '标准提高',
  '临时安排',
];
const MATTERS = [
  '窗口服务',
  '档案整理',
  '业务培训',
  '设施维修',
  '专题调研',
  '现场核查',
  '系统升级',
  '宣传推广',
];
const EFFECTS = ['相应变动', '比计划有所变化', '按实际列支', '与安排基本相符'];

interface Spent {
  readonly code: string;
  readonly fund: number;
  readonly kinds: readonly [Fen, Fen];
  readonly budget: Fen;
  readonly opening: Fen;
  readonly closing: Fen;
}

/**
 * An invented unit whose accounts balance, in a pack: it has what the pack asks for, with a reason of its own for each
 * figure.
 *
 * @param shared the code tables and packs
 * @param earlier the unit's files of earlier years, if it has any
 */
export function generatedUnit(
  shape: UnitShape,
  shared: readonly RawFile[],
  year: number = GENERATED.year,
  earlier: readonly RawFile[] = [],
): readonly RawFile[] {
  const maker = new Maker(shape, shared, year);
  const folder = `content/units/${GENERATED.slug}`;
  const own = `${folder}/${year}`;
  const name = `示例${maker.pick(['东山', '南湖', '西林', '北原'])}市${maker.pick(MATTERS)}局`;
  const unit = textFile(`${folder}/unit.yaml`, `名称: ${name}\n类型: 行政单位\n下属单位: []\n`);
  const base = [
    ...shared,
    ...(earlier.length > 0 ? earlier : [unit]),
    textFile(`${own}/accounts.yaml`, maker.accounts()),
  ];
  const narrative = (...given: Parameters<Maker['narrative']>): RawFile =>
    textFile(`${own}/narrative.yaml`, maker.narrative(...given));
  const filled = [...base, narrative([])];
  const prior = missing(filled, 'missing-prior', /“([^“”：]+): ……”/gu);
  const before = textFile(`${folder}/${year - 1}/accounts.yaml`, maker.comparatives(prior));
  const compared = earlier.some(({ path }) => path === before.path) ? [] : [before];
  const all = [...filled, ...compared];
  const reasons = missing(all, 'missing-reason', /补写“(.+?): ……”/gu);
  const texts = missing(all, 'missing-text', /narrative\.yaml 没有写；请补写“(.+?): ……”/gu);
  return [...base, ...compared, narrative(reasons, texts)];
}

/** Ids that findings of a rule ask for. */
function missing(files: readonly RawFile[], rule: string, form: RegExp): readonly string[] {
  const { diagnostics } = compiled(files);
  const told = diagnostics.filter((one) => one.rule === rule);
  return [
    ...new Set(told.flatMap(({ message }) => [...message.matchAll(form)].flatMap(([, id]) => id ?? []))),
  ];
}

/** A hundredth of 万元 in 分. */
const PRINTED = 10_000;

class Maker {
  private readonly shape: UnitShape;
  private readonly year: number;
  private readonly numbers: Numbers;
  private readonly step: number;
  private readonly items: readonly Spent[];
  private readonly book: FactBook;
  private reasons = 0;

  constructor(shape: UnitShape, shared: readonly RawFile[], year: number) {
    this.shape = shape;
    this.year = year;
    this.numbers = new Numbers(shape.seed + 1);
    const pack = opened(shared).packs.packs.get(shape.pack);
    if (pack === undefined) throw new Error(`no pack ${shape.pack}`);
    this.book = pack.facts.book;
    this.step = shape.unit === '元' ? 1 : 10_000;
    const general = this.some(generalCodes(shared), shape.general);
    const other = this.some(general, shape.others);
    this.items = [
      ...general.map((code) => this.item(code, 0)),
      ...this.some(FUND_CODES[1], shape.funds).map((code) => this.item(code, 1)),
      ...this.some(FUND_CODES[2], shape.stateCapital).map((code) => this.item(code, 2)),
      ...other.map((code) => this.item(code, 3)),
    ];
  }

  pick<T>(list: readonly T[]): T {
    return list[this.numbers.between(0, list.length - 1)] as T;
  }

  private some(codes: readonly string[], count: number): readonly string[] {
    const wanted = new Set<string>();
    while (wanted.size < Math.min(count, codes.length)) wanted.add(this.pick(codes));
    return codes.filter((code) => wanted.has(code));
  }

  private amount(least = 1): Fen {
    const size = 10 ** this.numbers.between(1, 5);
    return this.numbers.between(least, size) * 10_000 + (this.step === 1 ? this.numbers.between(0, 9999) : 0);
  }

  private perhaps(): Fen {
    return this.numbers.between(1, 10) <= this.shape.empty ? 0 : this.amount();
  }

  private item(code: string, fund: number): Spent {
    const [basic, project] = [this.perhaps(), this.perhaps()];
    const kinds = basic + project === 0 ? ([this.amount(), 0] as const) : ([basic, project] as const);
    const spent = kinds[0] + kinds[1];
    const carries = this.numbers.between(1, 10) > this.shape.empty;
    const closing = carries ? this.amount() : 0;
    const opening = carries ? Math.min(this.amount(), spent) : 0;
    const budget = this.pick([spent, this.perhaps(), this.amount()]);
    return { code, fund, kinds, budget, opening, closing };
  }

  private written(amount: Fen): string {
    const decimals = this.step === 1 ? amount : amount / this.step;
    return `${Math.floor(decimals / 100)}.${String(decimals % 100).padStart(2, '0')}`;
  }

  private of(fund: number): readonly Spent[] {
    return this.items.filter((item) => item.fund === fund);
  }

  private list(items: readonly Spent[], of: (item: Spent) => Fen): string {
    const rows = items.filter((item) => of(item) !== 0);
    return rows.length === 0
      ? ' 0.00\n'
      : `\n${rows.map((item) => `    "${item.code}": ${this.written(of(item))}\n`).join('')}`;
  }

  accounts(): string {
    const balances = (name: string, of: (item: Spent) => Fen): string =>
      `${name}:\n${[...FUNDS, '非财政拨款'].map((fund, index) => `  ${fund}:${this.list(this.of(index), of)}`).join('')}`;
    const received = ({ kinds, closing, opening }: Spent): Fen => kinds[0] + kinds[1] + closing - opening;
    const none = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入'];
    return [
      `# 虚构单位，由程序生成，仅供测试。\n年度: ${this.year}\n金额单位: ${this.shape.unit}\n模板: ${this.shape.pack}\n公开:\n  公开日期: ${this.year + 1}-09-05\n`,
      `人员:\n${['在职人员', '离休人员', '退休人员'].map((one) => `  ${one}: ${this.numbers.between(0, 90)}\n`).join('')}`,
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
      const value = unit === '万元' ? this.written(this.perhaps()) : String(this.numbers.between(0, 40));
      lines.push(`${'  '.repeat(path.length - 1)}${path.at(-1)}: ${value}\n`);
    }
    for (const [section, lines] of tree) if (lines.length === 0) lines.push(...this.columns(section, own));
    return [...tree].map(([section, lines]) => `${section}:\n${lines.join('')}`).join('');
  }

  /** Columns of what the general budget spent on each code. */
  private columns(section: string, own: FactBook['facts']): readonly string[] {
    const columns = own.flatMap(({ columnOf, path }) => (columnOf === section ? (path.at(-1) ?? []) : []));
    return this.of(0).map(({ code, kinds }) => {
      const shares = this.shares(kinds[0] + kinds[1], columns.length);
      const cells = columns.flatMap((column, index) => {
        const share = shares[index] ?? 0;
        return share === 0 ? [] : [`${column}: ${this.written(share)}`];
      });
      return `  "${code}": { ${cells.join(', ')} }\n`;
    });
  }

  private expenditure(): readonly string[] {
    const rows = new Map<string, string>();
    for (const { code, fund, kinds } of this.items) {
      const lines = KINDS.flatMap((kind, index) =>
        kinds[index] ? `      ${kind}: ${this.written(kinds[index])}\n` : [],
      );
      const block = `    ${[...FUNDS, '非财政拨款'][fund]}:\n${lines.join('')}`;
      rows.set(code, (rows.get(code) ?? `  "${code}":\n`) + block);
    }
    return [...rows.values()];
  }

  /** Parts of an amount of which none is less than is printed. */
  private shares(amount: Fen, count: number): readonly Fen[] {
    const [first = 0, ...others] = sharesOf(Math.floor(amount / PRINTED), count, this.numbers).map(
      (share) => share * PRINTED,
    );
    return [first + (amount % PRINTED), ...others];
  }

  private economic(): string {
    const basic = total(this.of(0).map(({ kinds }) => kinds[0]));
    if (basic === 0) return '基本支出经济分类: {}\n';
    const codes = [
      ...this.some(PERSONNEL, this.numbers.between(1, 8)),
      ...this.some(OPERATING, this.numbers.between(0, 8)),
    ];
    const shares = this.shares(basic, codes.length);
    const rows = codes.flatMap((code, index) =>
      shares[index] ? `  "${code}": ${this.written(shares[index])}\n` : [],
    );
    return `基本支出经济分类:\n${rows.join('')}`;
  }

  private others(): string {
    const public_ = (): string =>
      `{ ${THREE_PUBLIC.map((one) => `${one}: ${this.written(this.perhaps())}`).join(', ')} }`;
    const count = (): number =>
      this.numbers.between(1, 10) <= this.shape.empty ? 0 : this.numbers.between(1, 60);
    const spent = ['货物', '工程', '服务'].map((one) => [one, this.perhaps()] as const);
    const all = total(spent.map(([, amount]) => amount));
    const contracts = (share: number): Fen => Math.floor((all * share) / this.step) * this.step;
    return [
      `机关运行经费: ${this.written(this.perhaps())}\n三公经费:\n`,
      ...['年初预算数', '全年预算数', '决算数'].map((one) => `  ${one}: ${public_()}\n`),
      ...COUNTS.map((one) => `  ${one}: ${count()}\n`),
      `政府采购:\n${spent.map(([one, amount]) => `  ${one}: ${this.written(amount)}\n`).join('')}`,
      `  授予中小企业合同金额: ${this.written(contracts(0.8))}\n  授予小微企业合同金额: ${this.written(contracts(0.5))}\n`,
      `国有资产:\n  固定资产原值: ${this.written(this.amount())}\n  房屋面积: ${this.numbers.between(0, 9000)}.00\n`,
      `  房屋价值: ${this.written(this.perhaps())}\n  车辆价值: ${this.written(this.perhaps())}\n  车辆:\n`,
      ...VEHICLES.map((one) => `    ${one}: ${count()}\n`),
      `  单价100万元以上设备数: ${count()}\n`,
    ].join('');
  }

  comparatives(ids: readonly string[]): string {
    const values = ids.map(
      (id) => `  ${id}: ${this.pick([this.written(this.amount()), '0.00', '未公开'])}\n`,
    );
    return `年度: ${this.year - 1}\n金额单位: ${this.shape.unit}\n用途: 仅作上年对比\n对比数:${values.length === 0 ? ' {}\n' : `\n${values.join('')}`}`;
  }

  narrative(ids: readonly string[], texts: readonly string[] = []): string {
    const reason = (): string => {
      this.reasons += 1;
      return `${this.pick(MATTERS)}${this.pick(CAUSES)}，${this.pick(MATTERS)}${this.pick(EFFECTS)}`;
    };
    return [
      `主要职能: |-\n  （一）负责${reason()}。\n  （二）承担${reason()}。\n下设处室:\n  - 办公室\n  - 综合科\n`,
      `原因:${ids.length === 0 ? ' {}\n' : `\n${ids.map((id) => `  ${id}: ${reason()}\n`).join('')}`}`,
      `开支内容:\n  因公出国（境）费: 出访${reason()}\n  公务用车运行维护费: 车辆${reason()}\n  公务接待费: 来访${reason()}\n`,
      ...texts.map((name) => `${name}: ${this.pick(MATTERS)}\n`),
      `其他用车用途: ${this.pick(MATTERS)}用车\n绩效管理:\n  成效: ${reason()}。\n  发现的问题及原因: ${reason()}。\n`,
      `  下一步改进措施: ${reason()}。\n其他说明事项: ${reason()}。\n`,
    ].join('');
  }
}
