import { APPROPRIATIONS, EXPENDITURE_KINDS, REVENUE_KINDS } from '../accounts/categories.ts';
import { nameOf, type CodeTable } from '../accounts/code-table.ts';
import { isNonZero, type Value } from '../figures/value.ts';
import { compareYears, largestChanges, type YearComparison } from '../figures/year-comparison.ts';
import type { Booklet } from './booklet.ts';
import { changeReasons, type ChangeReason } from './change-reasons.ts';

/** One line of a comparison: a figure in this year and in the year before. */
export interface ComparedRow {
  readonly label: string;
  /** Depth below the 类, for indenting names. */
  readonly depth: number;
  readonly total: boolean;
  readonly years: YearComparison;
  readonly reasons: readonly ChangeReason[];
}

/** Lines that belong together, in the order of the statutory tables. */
export interface ComparedSection {
  readonly key: string;
  readonly title: string;
  /** Empty where there is nothing in both years, or neither discloses anything. */
  readonly rows: readonly ComparedRow[];
  /** Whether some line was left out since it is not disclosed. */
  readonly undisclosed: boolean;
}

/** Why a comparison has no changes to show: no figure of last year, none that both years have, or none that changed. */
export type NoChange = 'nothing-of-last-year' | 'nothing-in-common' | 'no-change';

/** A booklet's figures against those of the year before. */
export interface BookletComparison {
  /** Single sources of revenue and items of expenditure that changed most, the largest first. */
  readonly largest: readonly ComparedRow[];
  /** Why there are none. */
  readonly noChange?: NoChange;
  readonly sections: readonly ComparedSection[];
}

const LARGEST = 10;
/** An item of expenditure over all funds, and its code. */
const WHOLE_ITEM = /^支出\.(\d+)\.合计$/;

interface Line {
  readonly id: string;
  /** A row's name in its table, where its section names the rest; otherwise the figure's own. */
  readonly label?: string;
  readonly depth?: number;
  readonly total?: boolean;
}

/** Compares a booklet with the year before, item by item; lines that both years leave empty or undisclosed are left out. */
export function compareBooklet(booklet: Booklet): BookletComparison {
  const section = (key: string, title: string, lines: readonly Line[]): ComparedSection =>
    compareSection({ key, title, lines }, booklet);
  const revenue = section('revenue', '收入', revenueLines());
  const all = section('functional', '全部支出，按功能分类', functionalLines(booklet, '合计'));
  const funds = Object.entries(APPROPRIATIONS).map(([key, fund]) =>
    section(key, `${fund}财政拨款支出，按功能分类`, functionalLines(booklet, `${fund}.合计`)),
  );
  const sources = revenue.rows.filter(({ total }) => !total);
  const items = leaves(all.rows);
  const parts = funds.flatMap(({ rows }) => leaves(rows));
  return {
    ...largestRows([...sources, ...items, ...parts]),
    sections: [
      revenue,
      section('expenditure', '支出', expenditureLines()),
      section('fiscal-appropriation', '财政拨款收入支出', FISCAL),
      withOwnReasons(all),
      ...funds,
      section('basic', '一般公共预算财政拨款基本支出，按经济分类', economicLines(booklet)),
      section('three-public', '“三公”经费', threePublicLines()),
      section('other', '机关运行和政府采购', OTHER),
    ],
  };
}

/** The reason of one fund among others stands beside that fund's own change, in the section of the fund. */
function withOwnReasons(section: ComparedSection): ComparedSection {
  const rows = section.rows.map((one) => ({
    ...one,
    reasons: one.reasons.filter(({ of }) => of === undefined),
  }));
  return { ...section, rows };
}

function codeOf(id: string): string {
  return id.split('.')[1] ?? '';
}

/** An item of all money stands for its funds; where its change is not known, its funds stand for themselves. */
function largestRows(rows: readonly ComparedRow[]): Pick<BookletComparison, 'largest' | 'noChange'> {
  const known = rows.filter(({ years }) => years.change.value.state === 'known');
  const whole = new Set(known.flatMap(({ years }) => WHOLE_ITEM.exec(years.current.id)?.[1] ?? []));
  const single = known.filter(({ years: { current } }) => {
    return WHOLE_ITEM.test(current.id) || !whole.has(codeOf(current.id));
  });
  const changes = largestChanges(
    single.map(({ years }) => years),
    LARGEST,
  );
  const byYears = new Map(single.map((one) => [one.years, one]));
  const largest = changes.flatMap((years) => {
    const found = byYears.get(years);
    // Away from their tables, many items have the same short name.
    return found === undefined ? [] : [{ ...found, label: years.current.label, depth: 0, total: false }];
  });
  return largest.length > 0 ? { largest } : { largest, noChange: noChangeIn(rows) };
}

function noChangeIn(rows: readonly ComparedRow[]): NoChange {
  if (rows.some(({ years }) => years.change.value.state === 'known')) return 'no-change';
  return rows.some(({ years }) => years.prior.value.state === 'known')
    ? 'nothing-in-common'
    : 'nothing-of-last-year';
}

/** Rows under which no other stands, totals left out. */
export function leaves(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  return rows.filter(({ depth, total }, index) => !total && (rows[index + 1]?.depth ?? 0) <= depth);
}

function compareSection(
  { key, title, lines }: { readonly key: string; readonly title: string; readonly lines: readonly Line[] },
  booklet: Booklet,
): ComparedSection {
  const compared = lines.flatMap((line) => row(line, booklet));
  const valuesOf = ({ years }: ComparedRow): readonly Value[] => [years.current.value, years.prior.value];
  const rows = compared.filter((one) => valuesOf(one).some(isNonZero));
  const undisclosed = compared.some((one) => valuesOf(one).some(({ state }) => state === 'undisclosed'));
  return { key, title, rows, undisclosed };
}

function row({ id, label, depth = 0, total = false }: Line, booklet: Booklet): readonly ComparedRow[] {
  const { figures, prior, codes } = booklet;
  const years = compareYears(id, { figures, prior, codes });
  if (years === undefined) return [];
  const reasons = changeReasons(years, booklet);
  return [{ label: label ?? years.current.label, depth, total, years, reasons }];
}

function revenueLines(): readonly Line[] {
  return [
    ...Object.values(REVENUE_KINDS).map((name) => ({ id: `收入.${name}` })),
    { id: '收入.本年收入合计', total: true },
    { id: '收入.使用非财政拨款结余' },
    { id: '收入.年初结转和结余' },
    { id: '收入.总计', total: true },
  ];
}

function expenditureLines(): readonly Line[] {
  return [
    ...Object.values(EXPENDITURE_KINDS).map((name) => ({ id: `支出.${name}` })),
    { id: '支出.本年支出合计', total: true },
    { id: '支出.结余分配' },
    { id: '支出.年末结转和结余' },
    { id: '支出.总计', total: true },
  ];
}

const FISCAL: readonly Line[] = [
  { id: '财政拨款.本年收入' },
  { id: '财政拨款.年初结转和结余' },
  { id: '财政拨款.收入总计', total: true },
  { id: '财政拨款.本年支出' },
  { id: '财政拨款.年末结转和结余' },
  { id: '财政拨款.支出总计', total: true },
];

/** Every 类, 款 and 项 of either year in one column of the expenditure, with the column's total. */
function functionalLines(booklet: Booklet, column: string): readonly Line[] {
  const total = column === '合计' ? '支出.本年支出合计' : `支出.${column}`;
  return [
    { id: total, total: true },
    ...codeLines(booklet, '支出.', `.${column}`, booklet.source.codes.functional),
  ];
}

function economicLines(booklet: Booklet): readonly Line[] {
  return [
    ...codeLines(booklet, '基本支出.', '', booklet.source.codes.economic),
    { id: '基本支出.人员经费', total: true },
    { id: '基本支出.公用经费', total: true },
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
    { id: '三公经费.决算数.合计', total: true },
    item('因公出国（境）费', 0),
    item('公务用车购置及运行维护费', 0),
    item('公务用车购置费', 1),
    item('公务用车运行维护费', 1),
    item('公务接待费', 0),
  ];
}

const OTHER: readonly Line[] = [
  { id: '机关运行经费' },
  { id: '政府采购.总额' },
  { id: '政府采购.货物', depth: 1 },
  { id: '政府采购.工程', depth: 1 },
  { id: '政府采购.服务', depth: 1 },
];
