import { rowId, type FactKeys } from '../accounts/facts/fact.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import { COMMON_FACTS } from '../accounts/facts/common-facts.ts';
import type { FigureUnit } from '../figures/figure.ts';
import { ROW_CODE, ROW_ITEM } from '../figures/row-patterns.ts';
import { remembered } from '../source/remembered.ts';
import { BELOW, CODE_LEVELS, LISTS, type CodeLevel, type Field, type Fields } from './lists.ts';

/** A list of what a pack's own facts and sums are broken down by, with a figure for each of them. */
export interface FactList {
  readonly keys: FactKeys;
  /** Of lists by code, the level of its items. */
  readonly level?: CodeLevel;
  /** Patterns of its figures' ids, by field. */
  readonly figures: ReadonlyMap<string, string>;
  readonly fields: Fields;
}

/** Names that stand for something else in templates. */
const TAKEN: ReadonlySet<string> = new Set(['年度', '上年度', '单位', '公开', '叙述']);

/** Facts and sums that begin with one step and are broken down alike. */
interface Group {
  readonly keys: FactKeys;
  readonly figures: Map<string, { readonly pattern: string; readonly unit?: FigureUnit }>;
}

/**
 * The lists that follow from what a pack declares: for 支出明细 by code 支出明细类, 支出明细款 and 支出明细项, for 培训费 by
 * unit 培训费. The items of all that begin with one step and are broken down alike have a field for each, by its last step.
 */
export const factLists = remembered((book: FactBook): ReadonlyMap<string, FactList> => {
  const lists = [...groupsOf(book)].flatMap(([root, group]) => listsOf(root, group));
  return new Map(lists.filter(([name]) => !LISTS.has(name) && !TAKEN.has(name)));
});

function groupsOf(book: FactBook): readonly (readonly [string, Group])[] {
  const groups = new Map<string, Group>();
  const own = book.facts.filter(({ id }) => COMMON_FACTS.find(id) === undefined);
  for (const one of [...own, ...book.sums]) {
    if (one.keys === undefined) continue;
    const steps = one.id.split('.');
    const [root = '', last = ''] = [steps[0], steps.at(-1)];
    const key = `${root} ${one.keys}`;
    const group = groups.get(key) ?? { keys: one.keys, figures: new Map() };
    groups.set(key, group);
    const row = isByCode(one.keys) ? ROW_CODE : ROW_ITEM;
    const unit = 'unit' in one ? { unit: one.unit } : {};
    if (!group.figures.has(last)) group.figures.set(last, { pattern: rowId(one, row), ...unit });
  }
  return [...groups].map(([key, group]) => [key.slice(0, key.indexOf(' ')), group]);
}

function isByCode(keys: FactKeys): boolean {
  return keys === '科目' || keys === '经济科目';
}

function listsOf(root: string, { keys, figures }: Group): readonly (readonly [string, FactList])[] {
  const patterns = new Map([...figures].map(([name, { pattern }]) => [name, pattern]));
  const own = [...figures].map(
    ([name, { unit }]) => [name, { kind: 'figure', ...(unit !== undefined && { unit }) }] as const,
  );
  if (!isByCode(keys)) {
    const fields = new Map<string, Field>([['名称', { kind: 'text' }], ['键', { kind: 'string' }], ...own]);
    return [[root, { keys, figures: patterns, fields }]];
  }
  const levels = keys === '科目' ? CODE_LEVELS : CODE_LEVELS.slice(0, 2);
  return levels.map((level, index) => [
    root + level,
    { keys, level, figures: patterns, fields: codeFields(keys, own, levels.slice(index)) },
  ]);
}

function codeFields(
  keys: FactKeys,
  own: readonly (readonly [string, Field])[],
  [, ...below]: readonly CodeLevel[],
): Fields {
  const names = keys === '科目' ? ['编码', '类名', '款名', '名称'] : ['编码', '类名', '名称'];
  const texts = names.map((name) => [name, { kind: 'text' }] as const);
  const items =
    below.length === 0 ? [] : [[BELOW, { kind: 'list', items: codeFields(keys, own, below) }] as const];
  return new Map<string, Field>([...texts, ...own, ...items]);
}
