import { ZERO, type Exact } from '../accounts/decimal.ts';
import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { isNonZero, isZero, type Value } from '../figures/value.ts';
import { isVariance } from '../figures/variance.ts';
import { declaredStates } from '../pack/declared-states.ts';
import type { NumberStyle, PrintedMoneyUnit } from '../pack/number-style.ts';
import type { Helper, HelperOptions, Template } from '../pack/template.ts';
import { error } from '../source/diagnostic.ts';
import { placeOfKey, type YamlPath } from '../source/yaml.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import type { BookletSource } from './booklet-source.ts';
import type { Filling } from './filling.ts';
import { formLinks } from './form-links.ts';
import { formTables } from './form-table.ts';
import { textOf, type ListItem } from './lists.ts';
import { comparedFigure, excuseOfLastYear, priorKnowledge } from './last-year.ts';
import { reasonFor, reasonPath, type Reason } from './reasons.ts';
import { statutoryTable } from './statutory-table.ts';

/** The helpers of pack/language.ts, bound to one booklet that is being filled. */
export function bindHelpers(filling: Filling): Readonly<Record<string, Helper>> {
  const helpers: Record<string, Helper> = {};
  // A phrase is a template of its own, with the same helpers.
  const phrase: Phrase = (template, fields) => template.fill({ ...filling.context, ...fields }, helpers);
  return Object.assign(
    helpers,
    figureHelpers(filling),
    wordHelpers(filling, phrase),
    listHelpers(filling.source),
    blockHelpers(filling),
  );
}

/** Fills a phrase of the pack; texts among its fields are marks already. */
type Phrase = (template: Template, fields: ListItem) => string;

function figureHelpers(filling: Filling): Record<string, Helper> {
  const inUnit =
    (unit?: PrintedMoneyUnit): Helper =>
    (id, ...rest) =>
      printed(filling, String(id), { ...(unit && { unit }), ...styleOf(rest) });
  return {
    元: inUnit('元'),
    万元: inUnit(),
    亿元: inUnit('亿元'),
    百分数: inUnit(),
    数: inUnit(),
    占比: (id, ...rest) => printed(filling, `${String(id)}.占比`, styleOf(rest)),
  };
}

/** How a helper's named arguments say that its number is printed. */
function styleOf(rest: readonly unknown[]): NumberStyle {
  const { 小数: places, 千分位: separated, 零: zero } = optionsOf(rest).hash;
  return {
    ...(typeof places === 'string' && { decimals: Number(places), rateDecimals: Number(places) }),
    ...(typeof separated === 'string' && { separated: separated === '是' }),
    ...(typeof zero === 'string' && { zero }),
  };
}

function printed(filling: Filling, id: string, style: NumberStyle): string {
  if (!filling.source.figures.has(id)) return filling.refuse('unknown-figure', `没有“${id}”这个数字`);
  const compared = comparedFigure(id);
  if (compared !== undefined) filling.compared.add(compared);
  const styled = Object.keys(style).length > 0;
  return filling.marks.add({ kind: 'figure', id, ...(styled && { style }) });
}

function figureOf(filling: Filling, id: unknown): Figure {
  return filling.source.figures.get(String(id));
}

function wordHelpers(filling: Filling, phrase: Phrase): Record<string, Helper> {
  const { phrases } = filling.source.pack;
  const reasonClause = (text: string): string => phrase(phrases.reason, { 原因文字: text });
  const nothing = (name: string): string => phrase(phrases.none, { 名称: name });
  return {
    较上年(id, ...rest) {
      const base = String(id);
      const lead = optionsOf(rest).hash['引'];
      const excused = excuseFrom(filling, base);
      if (excused !== undefined) return phrase(excused, {});
      filling.compared.add(base);
      const fields = { 增减额: `${base}.增减额`, 增减率: `${base}.增减率` };
      const words = phrase(phrases.change[direction(filling, base)], fields);
      return typeof lead === 'string' ? lead + words : words;
    },
    原因(id) {
      const reason = giveReason(filling, id);
      return reason.kind === 'text' ? filling.text(pathOfReason(filling, id), reason.text) : '';
    },
    主要原因(id, ...rest) {
      const name = optionsOf(rest).hash['无'];
      const reason = giveReason(filling, id);
      if (reason.kind === 'text') return reasonClause(filling.text(pathOfReason(filling, id), reason.text));
      return reason.kind === 'nothing' && typeof name === 'string' ? reasonClause(nothing(name)) : '';
    },
    开支内容: (name) => spentOn(filling, String(name)) ?? nothing(String(name)),
  };
}

/** What is said in place of a comparison where a declared state explains that last year's figure is missing. */
function excuseFrom({ source }: Filling, base: string): Template | undefined {
  const change = excuseOfLastYear(source)?.state.change;
  return change !== undefined && priorKnowledge(base, source) === 'missing' ? change : undefined;
}

function direction(filling: Filling, base: string): keyof typeof filling.source.pack.phrases.change {
  const change = figureOf(filling, `${base}.增减额`).value;
  if (change.state !== 'known') return 'undisclosed';
  if (change.exact.isZero()) return 'unchanged';
  if (isZero(figureOf(filling, `${base}.上年`).value)) return 'fromZero';
  return change.exact.isNegative() ? 'decrease' : 'increase';
}

/** The reason that belongs to a figure; a missing one becomes a finding. */
function giveReason(filling: Filling, id: unknown): Reason {
  const { figures, year } = filling.source;
  const reason = reasonFor(String(id), figures, year);
  // A reason that waits for last year's figure is not idle.
  if (reason.kind !== 'incomparable' || isMissed(filling, String(id))) filling.explained.add(String(id));
  if (reason.kind === 'missing') filling.diagnostics.push(reason.diagnostic);
  return reason;
}

/** Whether last year's figure is missing, and nothing explains that. */
function isMissed({ source }: Filling, id: string): boolean {
  return (
    !isVariance(id) && priorKnowledge(id, source) === 'missing' && excuseOfLastYear(source) === undefined
  );
}

/** Where the text stands that explains a figure. */
function pathOfReason({ source }: Filling, id: unknown): YamlPath {
  return reasonPath(String(id), source.year);
}

/** What an expense was for; undefined where nothing was written, which is a finding unless nothing was spent. */
function spentOn(filling: Filling, name: string): string | undefined {
  const { year } = filling.source;
  const entered = year.narrative.value.spentOn[name];
  if (entered !== undefined) return filling.text(['开支内容', name], entered);
  const figure = figureOf(filling, `三公经费.决算数.${name}`);
  if (isNonZero(figure.value)) {
    const message = `“${figure.label}”不为 0，没有写开支内容；请在“开支内容”下补写“${name}: ……”`;
    const place = placeOfKey(year.narrative.document, ['开支内容']);
    filling.diagnostics.push(error('missing-text', message, place));
  }
  return undefined;
}

function optionsOf(values: readonly unknown[]): HelperOptions {
  return values.at(-1) as HelperOptions;
}

/** The items of a list that are meant, in the order that is asked for. */
function picked(items: unknown, rest: readonly unknown[], figures: Registry): readonly ListItem[] {
  const { 有数: some, 降序: down, 升序: up } = optionsOf(rest).hash;
  const valueOf = (item: ListItem, field: unknown): Value | undefined =>
    figures.find(textOf(item, String(field)))?.value;
  const amount = (item: ListItem): Exact => {
    const value = valueOf(item, down ?? up);
    return value?.state === 'known' ? value.exact : ZERO;
  };
  const kept = (items as readonly ListItem[]).filter((item) => {
    const value = some === undefined ? undefined : valueOf(item, some);
    return some === undefined || (value !== undefined && !isZero(value));
  });
  if (typeof down === 'string') return kept.toSorted((a, b) => amount(b).comparedTo(amount(a)));
  return typeof up === 'string' ? kept.toSorted((a, b) => amount(a).comparedTo(amount(b))) : kept;
}

function listHelpers({ figures }: BookletSource): Record<string, Helper> {
  return {
    中文序号: (index) => chineseNumeral(Number(index) + 1),
    连列: (items, ...rest) =>
      picked(items, rest, figures)
        .map((item) => textOf(item, '名称'))
        .join('、'),
    each(items, ...rest) {
      const { fn, inverse, data } = optionsOf(rest);
      const list = picked(items, rest, figures);
      if (list.length === 0) return inverse?.(this) ?? '';
      return list
        .map((item, index) => {
          const flags = { index, first: index === 0, last: index === list.length - 1 };
          // What stands around a list can be named in its block, too.
          return fn?.({ ...(this as object), ...item }, { data: { ...data, ...flags } }) ?? '';
        })
        .join('');
    },
    有文字(text, ...rest) {
      const { fn, inverse } = optionsOf(rest);
      const written: unknown = typeof text === 'function' ? text() : text;
      return (written === '' ? inverse : fn)?.(this) ?? '';
    },
    if(condition, ...rest) {
      const { fn, inverse } = optionsOf(rest);
      return (holds(condition) ? fn : inverse)?.(this) ?? '';
    },
    unless(condition, ...rest) {
      const { fn, inverse } = optionsOf(rest);
      return (holds(condition) ? inverse : fn)?.(this) ?? '';
    },
  };
}

/** A list is true if it has items. */
function holds(condition: unknown): boolean {
  return Array.isArray(condition) ? condition.length > 0 : condition === true;
}

function blockHelpers(filling: Filling): Record<string, Helper> {
  const { source } = filling;
  return {
    序号: (index) => filling.marks.add({ kind: 'name', text: String(Number(index) + 1) }),
    节: () => chineseNumeral(filling.nextSection('main')),
    小节: () => chineseNumeral(filling.nextSection('inner')),
    有数(...values) {
      const { fn, inverse } = optionsOf(values);
      const some = values.slice(0, -1).some((id) => !isZero(figureOf(filling, id).value));
      return (some ? fn : inverse)?.(this) ?? '';
    },
    若单位(...values) {
      const { fn, inverse } = optionsOf(values);
      return (values.slice(0, -1).includes(source.year.unit.kind) ? fn : inverse)?.(this) ?? '';
    },
    若情形(...values) {
      const { fn, inverse } = optionsOf(values);
      const declared = declaredStates(source.pack, source.year.accounts).map(({ name }) => name);
      return (
        (values.slice(0, -1).some((name) => declared.includes(String(name))) ? fn : inverse)?.(this) ?? ''
      );
    },
    绩效自评表: (kind) =>
      filling.marks.add({
        kind: 'tables',
        views: () => formTables(source, filling.say, String(kind)),
        links: formLinks(source, String(kind)),
      }),
    决算表: (key) => {
      const table = source.pack.tables.find((one) => one.key === key);
      if (table === undefined) return filling.refuse('unknown-name', `模板包没有决算表“${String(key)}”`);
      return filling.marks.add({
        kind: 'tables',
        views: () => [statutoryTable(source, table, filling.say)],
      });
    },
  };
}
