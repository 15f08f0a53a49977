import { ancestorsOf } from '../accounts/code-levels.ts';
import { nameOf, type CodeTable } from '../accounts/code-table.ts';
import { isPersonnel } from '../accounts/economic-classes.ts';
import { codesOfFund } from '../accounts/facts/fund-codes.ts';
import { FUNDS, type Appropriation } from '../accounts/categories.ts';
import { gradeOfForm } from '../figures/define/evaluations.ts';
import { isZero } from '../figures/value.ts';
import type { LoadedEvaluation } from '../accounts/load-evaluations.ts';
import { formList } from '../pack/language.ts';
import type { BookletSource } from './booklet-source.ts';
import type { Say } from './filling.ts';

/** One item of a list: texts, names of figures, or plain keys, by field. */
export type ListItem = Readonly<Record<string, string>>;

/** The lists that templates can walk (pack/language.ts names their fields). */
export function bookletLists(source: BookletSource, say: Say): Readonly<Record<string, readonly ListItem[]>> {
  const { narrative } = source.year;
  const vehicles = source.year.accounts.value.entered.keysOf('国有资产.车辆');
  return {
    下设处室: narrative.value.offices.map((name) => ({ 名称: name })),
    下属单位: source.year.unit.subordinates.map((name) => ({ 名称: name, 键: name })),
    项目: projects(source),
    ...formLists(source),
    一般公共预算支出类: expenditureClasses(source),
    一般公共预算支出项: expenditureItems(source, 'generalBudget'),
    政府性基金支出项: expenditureItems(source, 'governmentFund'),
    国有资本经营支出项: expenditureItems(source, 'stateCapital'),
    人员经费科目: economicItems(source, isPersonnel),
    公用经费科目: economicItems(source, (code) => !isPersonnel(code)),
    车辆类别: vehicles.map((name) => ({ 名称: name, 键: name, 辆数: `国有资产.车辆.${name}` })),
    名词解释: source.pack.glossary.map(({ term, definition }) => ({ 名词: term, 释义: definition })),
    决算表清单: source.pack.tables.map(({ key, layout }) => ({ 标题: say(layout.title), 键: key })),
  };
}

/** The forms that are about one project each, in their order. */
function projects({ year }: BookletSource): readonly ListItem[] {
  return year.evaluations.filter(({ value }) => value.kind.count === 'per-project').map(formItem);
}

/** The forms of each kind that the pack lays down, by the name of their list. */
function formLists({ year, pack }: BookletSource): Readonly<Record<string, readonly ListItem[]>> {
  return Object.fromEntries(
    pack.forms.map(({ kind, grades }) => [
      formList(kind.key),
      year.evaluations
        .filter(({ value }) => value.kind.key === kind.key)
        .map((form) => ({
          ...formItem(form),
          等级: gradeOfForm(form.value, grades) ?? '',
          预期目标: form.value.goals?.expected ?? '',
          实际完成情况: form.value.goals?.achieved ?? '',
          链接: form.value.link ?? '',
        })),
    ]),
  );
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

function hasMoney(source: BookletSource, id: string): boolean {
  const figure = source.figures.find(id);
  return figure !== undefined && !isZero(figure.value);
}

function codeItem(code: string, table: CodeTable, fund: Appropriation): ListItem {
  const [first = code, second = code] = ancestorsOf(code);
  return {
    编码: code,
    类名: nameOf(first, table),
    款名: nameOf(second, table),
    名称: nameOf(code, table),
    支出: `支出.${code}.${FUNDS[fund]}.合计`,
  };
}

function expenditureClasses(source: BookletSource): readonly ListItem[] {
  const table = source.codes.functional;
  return [...table.keys()]
    .filter((code) => code.length === 3)
    .sort()
    .map((code) => codeItem(code, table, 'generalBudget'))
    .filter((item) => hasMoney(source, item['支出'] ?? ''));
}

/** The lowest level entered for a fund, in code order (R67). */
function expenditureItems(source: BookletSource, fund: Appropriation): readonly ListItem[] {
  return codesOfFund(source.year.accounts.value.entered, fund)
    .toSorted()
    .map((code) => codeItem(code, source.codes.functional, fund))
    .filter((item) => hasMoney(source, item['支出'] ?? ''));
}

/** The 款 of basic expenditure with an amount, disclosed or not (R68). */
function economicItems(source: BookletSource, belongs: (code: string) => boolean): readonly ListItem[] {
  return source.year.accounts.value.entered
    .keysOf('基本支出')
    .filter((code) => code.length === 5 && belongs(code))
    .toSorted()
    .map((code) => ({
      名称: nameOf(code, source.codes.economic),
      决算数: `基本支出.${code}`,
    }))
    .filter((item) => hasMoney(source, item.决算数));
}
