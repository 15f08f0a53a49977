import { ZERO, type Exact } from '../accounts/decimal.ts';
import { isPresent } from '../figures/present.ts';
import { quotientId, quotientIn, type Quotient } from '../figures/quotients.ts';
import type { Registry } from '../figures/registry.ts';
import { isZero } from '../figures/value.ts';
import { declaredStates } from '../pack/declared-states.ts';
import type { NumberStyle, PrintedMoneyUnit } from '../pack/number-style.ts';
import type { Helper } from '../pack/template.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import type { BookletSource } from './booklet-source.ts';
import type { Filling } from './filling.ts';
import { formLinks } from './form-links.ts';
import { formTables } from './form-table.ts';
import { textOf, type ListItem } from './lists.ts';
import { optionsOf } from '../pack/helper-options.ts';
import { figuresCompared } from '../figures/compared-figures.ts';
import { statutoryTable } from './statutory-table.ts';
import { figureOf, wordHelpers, type Phrase } from './word-helpers.ts';

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

function figureHelpers(filling: Filling): Record<string, Helper> {
  const inUnit =
    (unit?: PrintedMoneyUnit): Helper =>
    (id, ...rest) =>
      printed(filling, String(id), { ...(unit && { unit }), ...styleOf(rest) });
  const quotient =
    (name: Quotient): Helper =>
    (part, whole, ...rest) =>
      printed(filling, quotientId(String(part), name, String(whole)), styleOf(rest));
  return {
    元: inUnit('元'),
    万元: inUnit(),
    亿元: inUnit('亿元'),
    百分数: inUnit(),
    数: inUnit(),
    占: quotient('占'),
    完成率: quotient('完成'),
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
  if (!filling.source.figures.has(id)) return filling.refuse('unknown-figure', missingFigure(id));
  for (const compared of figuresCompared(id)) filling.compared.add(compared);
  const said = filling.signInWords ? { ...style, unsigned: true } : style;
  const styled = Object.keys(said).length > 0;
  return filling.marks.add({ kind: 'figure', id, ...(styled && { style: said }) });
}

/** Of two figures in a list either may be missing, or their units not be the same. */
function missingFigure(id: string): string {
  return quotientIn(id) === undefined ? `没有“${id}”这个数字` : `“${id}”的两个数中有一个没有，或者单位不同`;
}

/** The items of a list that are meant, in the order that is asked for. */
function picked(items: unknown, rest: readonly unknown[], figures: Registry): readonly ListItem[] {
  const { 有数: some, 降序: down, 升序: up } = optionsOf(rest).hash;
  const amount = (item: ListItem): Exact => {
    const value = figures.find(textOf(item, String(down ?? up)))?.value;
    return value?.state === 'known' ? value.exact : ZERO;
  };
  const all = items as readonly ListItem[];
  const kept =
    some === undefined ? all : all.filter((item) => isPresent(figures, textOf(item, String(some))));
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
