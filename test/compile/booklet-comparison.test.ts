import { beforeAll, describe, expect, it } from 'vitest';
import { compareBooklet, type BookletComparison } from '../../src/compile/booklet-comparison.ts';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles, withBytes } from '../support/project.ts';

const LAST = 'content/units/changji-sme/2022/accounts.yaml';
let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles('changji-sme', 'demo-bureau');
});

function compared(slug: string, year: number, input = files): BookletComparison {
  const unit = compileSite(input).units.find((one) => one.slug === slug);
  const booklet = unit?.booklets.find((one) => one.year === year);
  if (booklet === undefined) throw new Error('no booklet');
  return compareBooklet(booklet);
}

/** The real booklet with nothing known of last year but these figures. */
function knowing(...lines: readonly string[]): readonly RawFile[] {
  const head = ['年度: 2022', '金额单位: 万元', '用途: 仅作上年对比', '对比数:'];
  const text = [...head, ...lines.map((line) => `  ${line}`), ''].join('\n');
  return withBytes(files, LAST, new TextEncoder().encode(text));
}

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
