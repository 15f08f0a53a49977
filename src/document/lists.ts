import { nameOf } from '../accounts/code-table.ts';
import { isPresent } from '../figures/present.ts';
import { isPersonnel } from '../accounts/economic-classes.ts';
import type { LoadedEvaluation } from '../accounts/load-evaluations.ts';
import { cellIds } from '../figures/cell-ids.ts';
import { gradeOfForm } from '../figures/define/evaluations.ts';
import { factLists } from '../pack/fact-lists.ts';
import { FIXED_LISTS } from '../pack/fixed-lists.ts';
import { CODE_LEVELS, CODE_LISTS, formList, TABLE_LIST, TERM_LIST } from '../pack/lists.ts';
import type { BookletSource } from './booklet-source.ts';
import { codeItems } from './code-items.ts';
import { factItems } from './fact-items.ts';
import type { Say } from './filling.ts';

/** One item of a list: texts, names of figures, plain keys, or the items below it, by field. */
export type ListItem = Readonly<Record<string, string | readonly object[]>>;

/** Makes the items of a list. */
type MakeItems = (source: BookletSource, say: Say) => readonly ListItem[];

const LISTS: Readonly<Record<string, MakeItems>> = {
  下设处室: ({ year }) => year.narrative.value.offices.map((name) => ({ 名称: name })),
  下属单位: ({ year }) => year.unit.subordinates.map((name) => ({ 名称: name, 键: name })),
  项目: projects,
  人员经费科目: (source) => economicItems(source, isPersonnel),
  公用经费科目: (source) => economicItems(source, (code) => !isPersonnel(code)),
  车辆类别: ({ year }) =>
    year.accounts.value.entered
      .keysOf('国有资产.车辆')
      .map((name) => ({ 名称: name, 键: name, 辆数: `国有资产.车辆.${name}` })),
  [TERM_LIST]: ({ pack }) => pack.glossary.map(({ term, definition }) => ({ 名词: term, 释义: definition })),
  [TABLE_LIST]: ({ pack }, say) =>
    pack.tables.map(({ key, layout }) => ({ 标题: say(layout.title), 键: key })),
};

/** The items of a list that templates can walk (pack/lists.ts names their fields). */
export function itemsOf(name: string, source: BookletSource, say: Say): readonly ListItem[] {
  const list = CODE_LISTS[name.slice(0, -1)];
  const level = CODE_LEVELS.find((one) => name.endsWith(one));
  if (list !== undefined && level !== undefined) return codeItems(list, level, source);
  const own = factLists(source.pack.facts.book).get(name);
  if (own !== undefined) return factItems(own, source);
  return FIXED_LISTS.get(name) ?? LISTS[name]?.(source, say) ?? formItems(name, source) ?? [];
}

/** A text of an item; empty for a field that holds items. */
export function textOf(item: ListItem, field: string): string {
  const value = item[field];
  return typeof value === 'string' ? value : '';
}

/** The forms that are about one project each, in their order. */
function projects({ year }: BookletSource): readonly ListItem[] {
  return year.evaluations.filter(({ value }) => value.kind.count === 'per-project').map(formItem);
}

/** The forms of the kind after which a list is named. */
function formItems(list: string, { year, pack }: BookletSource): readonly ListItem[] | undefined {
  const form = pack.forms.find(({ kind }) => formList(kind.key) === list);
  if (form === undefined) return undefined;
  return year.evaluations
    .filter(({ value }) => value.kind.key === form.kind.key)
    .map((one) => ({
      ...formItem(one),
      等级: gradeOfForm(one.value, form.grades) ?? '',
      预期目标: one.value.goals?.expected ?? '',
      实际完成情况: one.value.goals?.achieved ?? '',
      链接: one.value.link ?? '',
    }));
}

function formItem({ name, value }: LoadedEvaluation): ListItem {
  const money = `绩效.${name}.资金.${value.kind.money?.total ?? ''}`;
  return {
    名称: value.name ?? value.kind.title,
    键: name,
    年初预算数: `${money}.年初预算数`,
    全年预算数: `${money}.全年预算数`,
    全年执行数: `${money}.全年执行数`,
    执行率: `绩效.${name}.执行率`,
    得分: `绩效.${name}.总分`,
  };
}

const BASIC = cellIds('基本支出');

/** The 款 of basic expenditure with an amount, disclosed or not (R68). */
function economicItems(source: BookletSource, belongs: (code: string) => boolean): readonly ListItem[] {
  return source.year.accounts.value.entered
    .keysOf('基本支出')
    .filter((code) => code.length === 5 && belongs(code) && isPresent(source.figures, BASIC(code)))
    .toSorted()
    .map((code) => ({
      名称: nameOf(code, source.codes.economic),
      编码: code,
      决算数: BASIC(code),
    }));
}
