import { beforeAll, describe, expect, it } from 'vitest';
import {
  compareBooklet,
  type BookletComparison,
  type ComparedRow,
} from '../../src/compile/booklet-comparison.ts';
import { exactOf } from '../../src/figures/figure.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles, withBytes } from '../support/project.ts';

const LAST = 'content/units/changji-sme/2022/accounts.yaml';
/** An item of the invented unit that last year had as well. */
const ITEM = '  "2011308":\n    名称: 招商引资\n    一般公共预算:\n      项目支出: 589203.38\n';
const LINE = '  支出.2150805.一般公共预算.合计: 34.50';
let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles('changji-sme', 'demo-bureau');
});

/** The repository's own booklets, compared once. */
const own = new Map<string, BookletComparison>();

function compared(slug: string, year: number, input = files): BookletComparison {
  const key = `${slug}/${year}`;
  const known = input === files ? own.get(key) : undefined;
  if (known !== undefined) return known;
  const others = /^content\/units\/([^/]+)\//;
  const unit = compiled(input.filter(({ path }) => (others.exec(path)?.[1] ?? slug) === slug)).units[0];
  const booklet = unit?.booklets.find((one) => one.year === year);
  if (booklet === undefined) throw new Error('no booklet');
  const comparison = compareBooklet(booklet);
  if (input === files) own.set(key, comparison);
  return comparison;
}

/** The real booklet with nothing known of last year but these figures. */
function knowing(...lines: readonly string[]): readonly RawFile[] {
  const head = ['年度: 2022', '金额单位: 万元', '用途: 仅作上年对比', '对比数:'];
  const text = [...head, ...lines.map((line) => `  ${line}`), ''].join('\n');
  return withBytes(files, LAST, new TextEncoder().encode(text));
}

describe('the lines of a comparison', () => {
  const rowsOf = ({ sections }: BookletComparison, key: string): readonly ComparedRow[] =>
    sections.find((one) => one.key === key)?.rows ?? [];
  const namesOf = (rows: readonly ComparedRow[]): readonly string[] =>
    rows.map(({ label, depth, total }) => `${'－'.repeat(depth)}${label}${total ? '＝' : ''}`);

  it('are those of the tables, in their order, each with its own name, where there is something of everything', () => {
    const comparison = compared('demo-bureau', 2023);
    expect(comparison.sections.map(({ key }) => key)).toEqual([
      ...['revenue', 'expenditure', 'fiscal-appropriation', 'functional'],
      ...['generalBudget', 'governmentFund', 'stateCapital', 'basic', 'three-public', 'other'],
    ]);
    expect(namesOf(rowsOf(comparison, 'revenue'))).toEqual([
      '一般公共预算财政拨款收入',
      '政府性基金预算财政拨款收入',
      '国有资本经营预算财政拨款收入',
      '上级补助收入',
      '事业收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
      '本年收入合计＝',
      '使用非财政拨款结余',
      '年初结转和结余',
      '收入总计＝',
    ]);
    expect(namesOf(rowsOf(comparison, 'expenditure'))).toEqual([
      '基本支出',
      '项目支出',
      '上缴上级支出',
      '经营支出',
      '对附属单位补助支出',
      '本年支出合计＝',
      '结余分配',
      '年末结转和结余',
      '支出总计＝',
    ]);
    expect(namesOf(rowsOf(comparison, 'fiscal-appropriation'))).toEqual([
      '本年财政拨款收入',
      '年初财政拨款结转和结余',
      '财政拨款收入总计＝',
      '本年财政拨款支出',
      '年末财政拨款结转和结余',
      '财政拨款支出总计＝',
    ]);
    expect(namesOf(rowsOf(comparison, 'stateCapital'))).toEqual([
      '国有资本经营预算财政拨款支出＝',
      '国有资本经营预算支出',
      '－解决历史遗留问题及改革成本支出',
      '－－国有企业退休人员社会化管理补助支出',
      '－其他国有资本经营预算支出',
      '－－其他国有资本经营预算支出',
    ]);
    expect(namesOf(rowsOf(comparison, 'basic')).slice(0, 2)).toEqual(['工资福利支出', '－基本工资']);
    expect(namesOf(rowsOf(comparison, 'basic')).slice(-2)).toEqual(['人员经费＝', '公用经费＝']);
    expect(namesOf(rowsOf(comparison, 'three-public'))).toEqual([
      '“三公”经费决算数＝',
      '因公出国（境）费',
      '公务用车购置及运行维护费',
      '－公务用车购置费',
      '－公务用车运行维护费',
      '公务接待费',
    ]);
    expect(namesOf(rowsOf(comparison, 'other'))).toEqual([
      '机关运行经费',
      '政府采购支出总额',
      '－政府采购货物支出',
      '－政府采购工程支出',
      '－政府采购服务支出',
    ]);
  });

  /** This year, last year, the change and its rate, exact; rates to two decimals. */
  const numbersOf = (row: ComparedRow | undefined): readonly (string | undefined)[] =>
    row === undefined
      ? []
      : [
          ...[row.years.current, row.years.prior, row.years.change].map((figure) =>
            exactOf(figure)?.toString(),
          ),
          exactOf(row.years.rate)?.toFixed(2),
        ];
  const labelled = (rows: readonly ComparedRow[], name: string): ComparedRow | undefined =>
    rows.find(({ label }) => label === name);

  it('say of each line what both years have of it, and by how much it changed', () => {
    const comparison = compared('demo-bureau', 2023);
    // 27429.33 of 2023 and 19726.58 of 2022, in 元.
    expect(numbersOf(labelled(rowsOf(comparison, 'three-public'), '公务接待费'))).toEqual([
      ...['2.742933', '1.972658', '0.770275'],
      '39.05',
    ]);
    const fell = rowsOf(compared('changji-sme', 2023), 'generalBudget');
    expect(numbersOf(labelled(fell, '事业运行'))).toEqual(['114.13', '175.18', '-61.05', '-34.85']);
  });

  it.each([
    [
      'last year’s booklet',
      'demo-bureau',
      () => edited(files, 'content/units/demo-bureau/2023/accounts.yaml', ITEM, ''),
      ['招商引资', '47.601534', '招商引资（2011308）本年支出合计'],
    ],
    [
      'a list of last year’s figures',
      'changji-sme',
      () => edited(files, LAST, LINE, `  支出.2060702.一般公共预算.合计: 5.00\n${LINE}`),
      ['科普活动', '5', '科普活动（2060702）一般公共预算财政拨款支出'],
    ],
  ] as const)('that only %s has are less all of it', (_, slug, input, [name, amount, label]) => {
    const comparison = compared(slug, 2023, input());
    const row = labelled(rowsOf(comparison, 'generalBudget'), name);
    expect(numbersOf(row)).toEqual(['0', amount, `-${amount}`, '-100.00']);
    expect(row?.depth).toBe(2);
    const [large] = comparison.largest.filter((one) => one.label === label);
    expect(numbersOf(large)).toEqual(['0', amount, `-${amount}`, '-100.00']);
  });
});

describe('the largest changes', () => {
  it('are those of the funds where last year is not known over all funds', () => {
    const { largest, noChange } = compared('changji-sme', 2023);
    expect(noChange).toBeUndefined();
    expect(largest.slice(0, 3).map(({ label }) => label)).toEqual([
      '其他商贸事务支出（2011399）一般公共预算财政拨款支出',
      '产业发展（2150517）一般公共预算财政拨款支出',
      '事业运行（2011350）一般公共预算财政拨款支出',
    ]);
  });

  it('are chosen for each item by itself', () => {
    const { largest } = compared(
      'changji-sme',
      2023,
      knowing('收入.一般公共预算财政拨款收入: 300.00', '支出.2011399.一般公共预算.合计: 208.48'),
    );
    expect(largest.map(({ label }) => label)).toEqual([
      '其他商贸事务支出（2011399）一般公共预算财政拨款支出',
      '一般公共预算财政拨款收入',
    ]);
  });

  it.each([
    ['nothing of last year is known', knowing, 'nothing-of-last-year'],
    [
      'last year knows what this year does not disclose',
      () => knowing('支出.2011350.合计: 1.00'),
      'nothing-in-common',
    ],
    ['what both years know is the same', () => knowing('支出.2101199.一般公共预算.合计: 0.09'), 'no-change'],
  ] as const)('are none where %s, and the page says which', (_, input, reason) => {
    const { largest, noChange } = compared('changji-sme', 2023, input('收入.总计: 450.53'));
    expect([largest, noChange]).toEqual([[], reason]);
  });
});

describe('a change', () => {
  const reasonsOf = (comparison: BookletComparison, id: string): readonly string[] =>
    comparison.sections
      .flatMap(({ rows }) => rows)
      .filter(({ years }) => years.current.id === id)
      .flatMap(({ reasons }) => reasons)
      .map(({ of, text }) => `${of === undefined ? '' : `${of.label}：`}${text}`);

  it('stands beside the reason that the booklet gives for it, also one that it shares', () => {
    const comparison = compared('changji-sme', 2023);
    expect(reasonsOf(comparison, '支出.2011399.一般公共预算.合计')).toEqual([
      '本年单位减少中小企业发展服务项目经费',
    ]);
    // 同: 财政拨款.支出总计
    expect(reasonsOf(comparison, '支出.一般公共预算.合计')).toEqual(['本年单位减少中小企业发展服务项目经费']);
    expect(reasonsOf(comparison, '收入.总计')[0]).toMatch(/^本年度增加昌吉州三级联动/);
    expect(comparison.largest[0]?.reasons).toEqual([{ text: '本年单位减少中小企业发展服务项目经费' }]);
  });

  it('over all funds stands beside the reason of the one fund that it is from', () => {
    const comparison = compared('demo-bureau', 2023);
    expect(reasonsOf(comparison, '支出.2010303.合计')).toEqual([
      '大厅新增楼层投入使用，物业、安保和保洁服务面积增加',
    ]);
    // Other money was spent on this as well: the reason is the fund's, and says so away from the fund's own section.
    expect(reasonsOf(comparison, '支出.2010350.合计')).toEqual([]);
    expect(reasonsOf(comparison, '支出.2010350.一般公共预算.合计')[0]).toMatch(/^下属中心/);
    const sections = [{ key: '', title: '', rows: comparison.largest, undisclosed: false }];
    expect(reasonsOf({ largest: [], sections }, '支出.2010350.合计')[0]).toMatch(
      /^事业运行（2010350）一般公共预算财政拨款支出：下属中心/,
    );
  });

  it('that is none needs no reason', () => {
    expect(reasonsOf(compared('changji-sme', 2023), '支出.2101199.一般公共预算.合计')).toEqual([]);
  });
});
