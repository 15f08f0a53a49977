import { ROW_CODE, ROW_ITEM } from '../../pack/layout-mistakes.ts';
import { LEVELS } from '../../pack/table-schema.ts';
import { alignInOrder } from './align.ts';
import type { ExpectedRow, ExpectedSide, OpenRule } from './expected-table.ts';
import type { CellListing } from './read-table.ts';
import type { RowLabel } from './row-labels.ts';
import { plainWords, withoutOrdinal } from './words.ts';

/** The rows of one side that the layout knows, with the ids of their figures. */
export interface NamedRows {
  readonly rows: ReadonlyMap<RowLabel, { readonly ids: readonly string[]; readonly total: boolean }>;
  /** What follows for codes that have no row, of the columns that were found. */
  listings(columns: readonly (number | undefined)[]): readonly CellListing[];
}

/** Says what each row of a side is: by its code, or by its name in the order of the layout. */
export function rowIds(
  expected: ExpectedSide,
  labels: readonly RowLabel[],
  items: ReadonlyMap<string, string>,
): NamedRows {
  const rows = new Map<RowLabel, { ids: readonly string[]; total: boolean }>();
  const codes = new Map<OpenRule, Set<string>>();
  for (const label of labels.filter(({ code }) => code !== '')) {
    const rule = ruleOf(expected, label.code);
    if (rule === undefined) continue;
    rows.set(label, { ids: rule.figures.map((id) => id.replaceAll(ROW_CODE, label.code)), total: false });
    codes.set(rule, (codes.get(rule) ?? new Set()).add(label.code));
  }
  const byName = labels.filter(({ code }) => code === '');
  const placed = expected.hasLabels
    ? alignInOrder(expected.rows.length, byName.length, (a, b) => likeness(expected.rows[a], byName[b]))
    : expected.rows.map((_, index) => index);
  placed.forEach((at, index) => {
    const [label, row] = [at === undefined ? undefined : byName[at], expected.rows[index]];
    if (label !== undefined && row !== undefined) rows.set(label, { ids: row.ids, total: true });
  });
  const list = expected.open.find((rule) => 'list' in rule);
  if (list !== undefined) {
    for (const label of byName.filter((one) => !rows.has(one) && one.name !== '')) {
      const key = items.get(plainWords(label.name)) ?? label.name.replaceAll(/\s+/g, '');
      const ids = list.figures.map((id) => id.replaceAll(ROW_ITEM, key));
      rows.set(label, { ids, total: false });
    }
  }
  const listings = (columns: readonly (number | undefined)[]): readonly CellListing[] =>
    expected.open.flatMap((rule) => listingOf(rule, codes.get(rule) ?? new Set(), columns));
  return { rows, listings };
}

function ruleOf({ open }: ExpectedSide, code: string): OpenRule | undefined {
  return open.find((rule) => {
    if ('levels' in rule) return /^2/.test(code) && lengthsOf(rule).includes(code.length);
    return 'economic' in rule && /^3\d{2}(\d{2})?$/.test(code) && classesOf(rule).includes(code.slice(0, 3));
  });
}

function lengthsOf({ levels }: Extract<OpenRule, { levels: unknown }>): readonly number[] {
  return levels.map((level) => LEVELS[level]);
}

function classesOf({ economic }: Extract<OpenRule, { economic: unknown }>): readonly string[] {
  return [...new Set(economic.map((code) => code.slice(0, 3)))];
}

function listingOf(
  rule: OpenRule,
  codes: ReadonlySet<string>,
  columns: readonly (number | undefined)[],
): readonly CellListing[] {
  if ('list' in rule) return [];
  const ids = rule.figures.filter((id, index) => id !== '' && columns[index] !== undefined);
  if ('levels' in rule)
    return [{ ids, lengths: lengthsOf(rule), classification: 'functional', classes: [], codes }];
  return [{ ids, lengths: [3, 5], classification: 'economic', classes: classesOf(rule), codes }];
}

/** How well a row's name fits: with its number, without it; its 行次 tells rows of one name apart. */
function likeness(expected: ExpectedRow | undefined, label: RowLabel | undefined): number {
  if (expected === undefined || label === undefined) return 0;
  const words = plainWords(label.name);
  const bare = withoutOrdinal(words);
  const fits = expected.name.test(words) ? 3 : expected.bare.test(bare) ? 2 : 0;
  return fits === 0 ? 0 : fits + (expected.line !== '' && expected.line === label.line ? 1 : 0);
}
