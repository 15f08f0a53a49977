import { APPROPRIATIONS, EXPENDITURE_KINDS, REVENUE_KINDS } from '../accounts/categories.ts';
import { nameOf, type CodeTable } from '../accounts/code-table.ts';
import { isZero } from '../figures/value.ts';
import { compareYears, largestChanges, type YearComparison } from '../figures/year-comparison.ts';
import type { Booklet } from './booklet.ts';

/** One line of a comparison: a figure in this year and in the year before. */
export interface ComparedRow {
  readonly label: string;
  /** Depth below the 类, for indenting names. */
  readonly depth: number;
  readonly total: boolean;
  readonly years: YearComparison;
}

/** Lines that belong together, in the order of the statutory tables. */
export interface ComparedSection {
  readonly key: string;
  readonly title: string;
  /** Empty where neither year discloses anything. */
  readonly rows: readonly ComparedRow[];
}

/** A booklet's figures against those of the year before. */
export interface BookletComparison {
  /** Single sources of revenue and items of expenditure that changed most, the largest first. */
  readonly largest: readonly ComparedRow[];
  readonly sections: readonly ComparedSection[];
}

const LARGEST = 10;

interface Line {
  readonly id: string;
  readonly label: string;
  readonly depth?: number;
  readonly total?: boolean;
}

/** Compares a booklet with the year before, item by item; lines that both years leave empty or undisclosed are left out. */
export function compareBooklet(booklet: Booklet): BookletComparison {
  const compare = (lines: readonly Line[]): readonly ComparedRow[] =>
    lines.flatMap((line) => row(line, booklet));
  const revenue = compare(revenueLines());
  const [all = [], ...funds] = ['合计', ...Object.values(APPROPRIATIONS).map((fund) => `${fund}.合计`)].map(
    (column) => compare(functionalLines(booklet, column)),
  );
  const items = (all.length > 0 ? [all] : funds).flatMap(leaves);
  const sources = revenue.filter(({ total }) => !total);
  return {
    largest: largestRows([...sources, ...items]),
    sections: [
      { key: 'revenue', title: '收入', rows: revenue },
      { key: 'expenditure', title: '支出', rows: compare(expenditureLines()) },
      { key: 'functional', title: '全部支出，按功能分类', rows: all },
      ...Object.entries(APPROPRIATIONS).map(([key, fund], index) => ({
        key,
        title: `${fund}财政拨款支出，按功能分类`,
        rows: funds[index] ?? [],
      })),
      {
        key: 'basic',
        title: '一般公共预算财政拨款基本支出，按经济分类',
        rows: compare(economicLines(booklet)),
      },
      { key: 'three-public', title: '“三公”经费', rows: compare(threePublicLines()) },
      { key: 'other', title: '机关运行和政府采购', rows: compare(OTHER) },
    ],
  };
}

function largestRows(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const largest = largestChanges(
    rows.map(({ years }) => years),
    LARGEST,
  );
  // Away from their tables, many items have the same short name.
  return largest.map((years) => {
    const label = years.current.label.replace(/支出合计$/, '');
    return { label, depth: 0, total: false, years };
  });
}

/** Rows under which no other stands, totals left out. */
export function leaves(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  return rows.filter(({ depth, total }, index) => !total && (rows[index + 1]?.depth ?? 0) <= depth);
}

function row(
  { id, label, depth = 0, total = false }: Line,
  { figures, prior, codes }: Booklet,
): readonly ComparedRow[] {
  const years = compareYears(id, { figures, prior, codes });
  if (years === undefined) return [];
  const values = [years.current.value, years.prior.value];
  const says = values.some((value) => value.state === 'known' && !isZero(value));
  return says ? [{ label, depth, total, years }] : [];
}

function revenueLines(): readonly Line[] {
  return [
    ...Object.values(REVENUE_KINDS).map((name) => ({ id: `收入.${name}`, label: name })),
    { id: '收入.本年收入合计', label: '本年收入合计', total: true },
    { id: '收入.使用非财政拨款结余', label: '使用非财政拨款结余' },
    { id: '收入.年初结转和结余', label: '年初结转和结余' },
    { id: '收入.总计', label: '收入总计', total: true },
  ];
}

function expenditureLines(): readonly Line[] {
  return [
    ...Object.values(EXPENDITURE_KINDS).map((name) => ({ id: `支出.${name}`, label: name })),
    { id: '支出.本年支出合计', label: '本年支出合计', total: true },
    { id: '支出.结余分配', label: '结余分配' },
    { id: '支出.年末结转和结余', label: '年末结转和结余' },
    { id: '支出.总计', label: '支出总计', total: true },
  ];
}

/** Every 类, 款 and 项 of either year in one column of the expenditure, with the column's total. */
function functionalLines(booklet: Booklet, column: string): readonly Line[] {
  const total = column === '合计' ? '支出.本年支出合计' : `支出.${column}`;
  return [
    { id: total, label: '合计', total: true },
    ...codeLines(booklet, '支出.', `.${column}`, booklet.source.codes.functional),
  ];
}

function economicLines(booklet: Booklet): readonly Line[] {
  return [
    ...codeLines(booklet, '基本支出.', '', booklet.source.codes.economic),
    { id: '基本支出.人员经费', label: '人员经费合计', total: true },
    { id: '基本支出.公用经费', label: '公用经费合计', total: true },
  ];
}

function codeLines(booklet: Booklet, before: string, after: string, table: CodeTable): readonly Line[] {
  const codes = knownIds(booklet).flatMap((id) => {
    const code =
      id.startsWith(before) && id.endsWith(after) ? id.slice(before.length, id.length - after.length) : '';
    return /^\d+$/.test(code) ? [code] : [];
  });
  return [...new Set(codes)].sort().map((code) => ({
    id: `${before}${code}${after}`,
    label: nameOf(code, table),
    depth: (code.length - 3) / 2,
  }));
}

/** Ids of this year's figures and of all that is known of last year. */
function knownIds({ figures, prior, source, year }: Booklet): readonly string[] {
  const last = prior({ id: '收入.总计', unit: '万元' })?.registry?.ids() ?? [];
  const compared = source.unit.comparatives.find((one) => one.year === year - 1);
  return [...figures.ids(), ...last, ...Object.keys(compared?.value.figures ?? {})];
}

function threePublicLines(): readonly Line[] {
  const item = (name: string, depth: number) => ({ id: `三公经费.决算数.${name}`, label: name, depth });
  return [
    { ...item('合计', 0), total: true },
    item('因公出国（境）费', 0),
    item('公务用车购置及运行维护费', 0),
    item('公务用车购置费', 1),
    item('公务用车运行维护费', 1),
    item('公务接待费', 0),
  ];
}

const OTHER: readonly Line[] = [
  { id: '机关运行经费', label: '机关运行经费' },
  { id: '政府采购.总额', label: '政府采购支出总额' },
  { id: '政府采购.货物', label: '货物', depth: 1 },
  { id: '政府采购.工程', label: '工程', depth: 1 },
  { id: '政府采购.服务', label: '服务', depth: 1 },
];
