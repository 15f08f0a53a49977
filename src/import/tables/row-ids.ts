import { isBelow, ROW_CODE, ROW_ITEM } from '../../figures/row-patterns.ts';
import { GROUP_NAME, LEVELS } from '../../pack/table-schema.ts';
import { remembered } from '../../source/remembered.ts';
import { alignInOrder } from './align.ts';
import type { ExpectedRow, ExpectedSide, OpenRule } from './expected-table.ts';
import type { CellListing } from './read-table.ts';
import type { RowLabel } from './row-labels.ts';
import { patternOf, plainWords, withoutCountUnit, withoutOrdinal } from './words.ts';

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
  for (const [label, { ids }] of namedRows(expected, byName)) rows.set(label, { ids, total: true });
  for (const [label, ids] of subtotals(expected, labels, rows)) rows.set(label, { ids, total: false });
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

/** The rows that a layout has once, in its order; those of a name that nothing else has may stand anywhere. */
function namedRows(
  { rows, hasLabels }: ExpectedSide,
  labels: readonly RowLabel[],
): ReadonlyMap<RowLabel, ExpectedRow> {
  const placed = hasLabels
    ? alignInOrder(rows.length, labels.length, (a, b) => likeness(rows[a], labels[b]))
    : rows.map((_, index) => index);
  const found = new Map<RowLabel, ExpectedRow>();
  placed.forEach((at, index) => {
    const [label, row] = [at === undefined ? undefined : labels[at], rows[index]];
    if (label !== undefined && row !== undefined) found.set(label, row);
  });
  const taken = new Set(found.values());
  for (const label of labels.filter((one) => !found.has(one))) {
    const fitting = rows.filter((row) => likeness(row, label) > 0);
    const alike = labels.filter((other) => fitting.some((row) => likeness(row, other) > 0));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1 && alike.length === 1 && !taken.has(only))
      found.set(label, only);
  }
  return found;
}

/** Rows behind those of a class or section that say what these come to, that of the smaller group first. */
function subtotals(
  { open }: ExpectedSide,
  labels: readonly RowLabel[],
  known: { has(label: RowLabel): boolean },
): ReadonlyMap<RowLabel, readonly string[]> {
  const found = new Map<RowLabel, readonly string[]>();
  const told = new Set<string>();
  let above = '';
  for (const label of labels) {
    if (label.code !== '') above = label.code;
    if (label.code !== '' || above === '' || known.has(label)) continue;
    const rule = ruleOf({ open }, above) ?? open.find((one) => 'economic' in one || 'levels' in one);
    if (rule === undefined || !('subtotals' in rule)) continue;
    const groups = (rule.subtotals ?? []).toSorted((a, b) => LEVELS[b.level] - LEVELS[a.level]);
    const fitting = groups.flatMap(({ level, name }) => {
      const code = above.slice(0, LEVELS[level]);
      const pattern = patternOf(name.replaceAll(GROUP_NAME, '{{}}'));
      return pattern.test(plainWords(label.name)) && !told.has(code) ? [code] : [];
    });
    const [code] = fitting;
    if (code === undefined) continue;
    told.add(code);
    found.set(
      label,
      rule.figures.map((id) => id.replaceAll(ROW_CODE, code)),
    );
  }
  return found;
}

function ruleOf({ open }: Pick<ExpectedSide, 'open'>, code: string): OpenRule | undefined {
  return open.find((rule) => {
    if ('levels' in rule)
      return /^2/.test(code) && lengthsOf(rule).includes(code.length) && isBelow(code, rule.only ?? ['2']);
    return 'economic' in rule && /^3\d{2}(\d{2})?$/.test(code) && isBelow(code, classesOf(rule));
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
    return [{ ids, lengths: lengthsOf(rule), classification: 'functional', below: rule.only ?? [], codes }];
  const lengths = [...new Set(rule.economic.map((code) => code.length))];
  return [{ ids, lengths, classification: 'economic', below: classesOf(rule), codes }];
}

/** How well a row's name fits: with its number, without it; its 行次 tells rows of one name apart. */
function likeness(expected: ExpectedRow | undefined, label: RowLabel | undefined): number {
  if (expected === undefined || label === undefined) return 0;
  const { words, bare, uncounted } = nameOf(label);
  const isBare = (): boolean => expected.bare.test(bare) || expected.bare.test(uncounted);
  const fits = expected.name.test(words) ? 3 : isBare() ? 2 : 0;
  return fits === 0 ? 0 : fits + (expected.line !== '' && expected.line === label.line ? 1 : 0);
}

/** A row's name: as it is compared, without its number, and without the unit in which it counts. */
const nameOf = remembered(({ name }: RowLabel) => {
  const words = plainWords(name);
  const bare = withoutOrdinal(words);
  return { words, bare, uncounted: withoutCountUnit(bare) };
});
