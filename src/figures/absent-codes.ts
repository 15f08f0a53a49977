import { APPROPRIATIONS, FUNDS, REVENUE_KINDS } from '../accounts/categories.ts';
import { ZERO } from '../accounts/decimal.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import { codeLabel, type Classifications } from '../accounts/code-table.ts';
import { remembered } from '../source/remembered.ts';
import { isCodeCell } from './code-columns.ts';
import type { Registry } from './registry.ts';
import { known, UNDISCLOSED_VALUE, type Value } from './value.ts';

/** Cells of the common tables, and what is said of them: shares, comparisons. */
const BY_CODE = /^(收入|支出|年初结转和结余|年末结转和结余|基本支出)\.\d+(\.|$)/;

/** Columns that hold money of one kind; all others are sums over several. */
const COLUMNS = new Set<string>([...Object.values(FUNDS), ...Object.values(REVENUE_KINDS)]);

/**
 * What a booklet says of a figure by code that it does not have: there was nothing. If it has money of undisclosed
 * classification, that may belong to any code, and the figure is undisclosed. Undefined for figures of other kinds.
 */
export function absentValue(id: string, registry: Registry): Value | undefined {
  if (!BY_CODE.test(id) && !isCodeCell(id, registry.book)) return undefined;
  return mayBeHidden(id, registry) ? UNDISCLOSED_VALUE : known(ZERO);
}

/** What a figure by code is called that only last year had, as this year's figures are called. */
export function absentLabel(id: string, codes: Classifications, book: FactBook): string {
  const { fact, key } = book.placeOf(id) ?? {};
  if (fact !== undefined && key !== undefined && /^\d+$/.test(key)) {
    const table = fact.keys === '经济科目' ? codes.economic : codes.functional;
    return `${codeLabel(key, table)}${fact.rowLabel ?? fact.label}`;
  }
  const [section = '', code = '', ...column] = id.split('.');
  if (!/^\d+$/.test(code)) return id;
  return `${codeLabel(code, codes.functional)}${columnLabel(section, column)}`;
}

function columnLabel(section: string, column: readonly string[]): string {
  const [first = '', second] = column;
  if (section !== '收入' && section !== '支出') return `${first}${section}`;
  if (second === undefined) return first === '合计' && section === '支出' ? '本年支出合计' : first;
  const fund = Object.values<string>(APPROPRIATIONS).includes(first) ? `${first}财政拨款` : first;
  return `${fund}${second === '合计' ? section : second}`;
}

function mayBeHidden(id: string, registry: Registry): boolean {
  const [root = '', , column = ''] = id.split('.');
  const hidden = hiddenColumns(registry).get(root);
  return hidden !== undefined && (!COLUMNS.has(column) || hidden.has(column));
}

/** The columns with money of undisclosed classification, by the first step of their ids. */
type HiddenColumns = ReadonlyMap<string, ReadonlySet<string>>;

const hiddenColumns = remembered((registry: Registry): HiddenColumns => {
  const columns = new Map<string, Set<string>>();
  for (const id of registry.ids()) {
    const [root = '', column] = hiddenColumn(id);
    if (column === undefined) continue;
    const ofRoot = columns.get(root);
    if (ofRoot === undefined) columns.set(root, new Set([column]));
    else ofRoot.add(column);
  }
  return columns;
});

/** `支出` and `非财政拨款` of `支出.未公开.非财政拨款.项目支出`, `收入` and `事业收入` of `收入.事业收入.分科目`. */
function hiddenColumn(id: string): readonly [root?: string, column?: string | undefined] {
  if (!id.endsWith('.分科目') && !id.includes('.未公开.')) return [];
  const [root = '', second, third, fourth] = id.split('.');
  if (second === '未公开') return fourth === undefined ? [] : [root, third];
  if (second === '分科目') return [root, ''];
  return third === '分科目' ? [root, second] : [];
}
