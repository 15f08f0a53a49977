import { FUNDS, REVENUE_KINDS } from '../accounts/categories.ts';
import { ZERO } from '../accounts/decimal.ts';
import type { Registry } from './registry.ts';
import { known, UNDISCLOSED_VALUE, type Value } from './value.ts';

const BY_CODE = /^(收入|支出|年初结转和结余|年末结转和结余|基本支出)\.\d+(\.|$)/;

/** Columns that hold money of one kind; all others are sums over several. */
const COLUMNS = new Set<string>([...Object.values(FUNDS), ...Object.values(REVENUE_KINDS)]);

/**
 * What a booklet says of a figure by code that it does not have: there was nothing. If it has money of undisclosed
 * classification, that may belong to any code, and the figure is undisclosed. Undefined for figures of other kinds.
 */
export function absentValue(id: string, registry: Registry): Value | undefined {
  if (!BY_CODE.test(id)) return undefined;
  return mayBeHidden(id, registry) ? UNDISCLOSED_VALUE : known(ZERO);
}

function mayBeHidden(id: string, registry: Registry): boolean {
  const [root = '', , column = ''] = id.split('.');
  const hidden = registry.ids().flatMap((one) => hiddenColumn(one, root));
  return COLUMNS.has(column) ? hidden.includes(column) : hidden.length > 0;
}

/** `非财政拨款` of `支出.未公开.非财政拨款.项目支出`, `事业收入` of `收入.事业收入.分科目`. */
function hiddenColumn(id: string, root: string): readonly string[] {
  const [first, second = '', third = '', fourth] = id.split('.');
  if (first !== root) return [];
  if (second === '未公开') return fourth === undefined ? [] : [third];
  return third === '分科目' ? [second] : [];
}
