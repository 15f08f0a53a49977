import { quotientId, type Quotient } from '../../figures/quotients.ts';
import type { OwnPhrase } from '../../pack/own-phrases.ts';
import type { Pack } from '../../pack/pack.ts';
import { optionsOf } from '../../pack/helper-options.ts';
import type { Helper, HelperOptions, Template } from '../../pack/template.ts';
import type { StatedUnit } from '../reading.ts';
import { printedNumber } from './number-text.ts';
import type { Option, Said } from './pattern.ts';
import type { SymbolicContext, SymbolicList } from './symbolic-context.ts';
import { nothingIn, SymbolicLists } from './symbolic-lists.ts';
import type { Symbols, Wording } from './symbols.ts';
import { COUNT, moneyIn } from './units.ts';

/** What stands for the place of an item in its list while its block is filled. */
const PLACES = { first: '@first', last: '@last' };

/**
 * The helpers of pack/language.ts for a template that is read backwards: each returns a pattern of all that it may print,
 * where the helpers that fill a booklet (document/helpers.ts) print one thing.
 */
export class SymbolicHelpers {
  private readonly pack: Pack;
  private readonly symbols: Symbols;
  private readonly context: SymbolicContext;
  private negative = false;
  private readonly lists: SymbolicLists;
  readonly helpers: Readonly<Record<string, Helper>>;

  constructor(pack: Pack, symbols: Symbols, context: SymbolicContext) {
    this.pack = pack;
    this.symbols = symbols;
    this.context = context;
    this.lists = new SymbolicLists(symbols, context);
    this.helpers = { ...this.figures(), ...this.words(), ...this.blocks(), ...this.items() };
  }

  private figure(id: string, unit: StatedUnit): string {
    return this.context.slot({ kind: 'figure', id, unit, ...(this.negative && { negative: true }) });
  }

  /** A rate, or the words that a pack has for one that has no value. */
  private rate(id: string): string {
    const { growthFromZero, growthOfNothing } = this.pack.conventions;
    const words = [growthFromZero, growthOfNothing].filter((word) => printedNumber(word) === undefined);
    const figure = this.figure(id, COUNT);
    return words.length === 0 ? figure : this.symbols.oneOf([figure, ...words]);
  }

  private figures(): Record<string, Helper> {
    const inUnit =
      (unit: StatedUnit): Helper =>
      (id) =>
        this.figure(String(id), unit);
    const quotient =
      (name: Quotient): Helper =>
      (part, whole) =>
        this.rate(quotientId(String(part), name, String(whole)));
    return {
      元: inUnit(moneyIn('元')),
      万元: inUnit(moneyIn('万元')),
      亿元: inUnit(moneyIn('亿元')),
      百分数: (id) => this.rate(String(id)),
      数: inUnit(COUNT),
      占: quotient('占'),
      完成率: quotient('完成'),
      占比: (id) => this.rate(`${String(id)}.占比`),
    };
  }

  private words(): Record<string, Helper> {
    const { own } = this.pack.phrases;
    return {
      较上年: (id, ...rest) => this.change(String(id), leadOf(rest)),
      较预算: (id, ...rest) => this.againstBudget(String(id), leadOf(rest)),
      措辞: (name, id) => this.symbols.oneOf(this.ownPhrases(own.get(String(name)) ?? {}, String(id))),
      原因: (id) => this.reason(String(id)),
      主要原因: (id, ...rest) => {
        const { 无: name } = optionsOf(rest).hash;
        const nothing = typeof name === 'string' ? [this.reasonClause(this.none(name))] : [];
        return this.symbols.oneOf([...nothing, this.reasonClause(this.reason(String(id))), '']);
      },
      开支内容: (name) => {
        const text = this.context.slot({ kind: 'text', path: ['开支内容', String(name)] });
        return this.symbols.oneOf([this.none(String(name)), text]);
      },
    };
  }

  /** Any wording of a change on last year, or what is said where there is nothing to compare with. */
  private change(base: string, lead: string): string {
    const { increase, fromZero, unchanged, decrease, undisclosed } = this.pack.phrases.change;
    const fields = { 增减额: `${base}.增减额`, 增减率: `${base}.增减率` };
    const told = [increase, fromZero, unchanged, decrease, undisclosed].map((phrase): Wording => {
      const text = lead + this.phrase(phrase, fields, phrase === decrease);
      return phrase === unchanged ? { text, says: { zero: [fields.增减额] } } : { text };
    });
    const excuses = [...this.pack.states.values()].flatMap(({ change }) =>
      change === undefined ? [] : [{ text: this.phrase(change, {}) }],
    );
    return this.symbols.eitherOf([...told, ...excuses]);
  }

  private againstBudget(base: string, lead: string): string {
    const { above, below, equal, noBudget, undisclosed } = this.pack.phrases.budget;
    const fields = { 差异额: `${base}.预决算差异额`, 差异率: `${base}.预决算差异率` };
    const told = [above, below, equal, noBudget, undisclosed].flatMap((phrase) =>
      phrase === undefined ? [] : [lead + this.phrase(phrase, fields, phrase === below)],
    );
    return this.symbols.oneOf(told);
  }

  private ownPhrases(phrases: OwnPhrase, id: string): readonly string[] {
    const fields = { 数: id, 名称: this.context.slot({ kind: 'name', field: '措辞' }) };
    return Object.entries(phrases).map(([sign, phrase]) => this.phrase(phrase, fields, sign === '负'));
  }

  private reason(id: string): string {
    return this.context.slot({ kind: 'text', path: ['原因', id] });
  }

  private reasonClause(text: string): string {
    return this.phrase(this.pack.phrases.reason, { 原因文字: text });
  }

  private none(name: string): string {
    return this.phrase(this.pack.phrases.none, { 名称: name });
  }

  /** A phrase filled; in one that says less, numbers are below zero. */
  private phrase(template: Template, fields: Readonly<Record<string, string>>, negative = false): string {
    const before = this.negative;
    this.negative = negative;
    const text = template.fill({ ...this.context.names, ...fields }, this.helpers);
    this.negative = before;
    return text;
  }

  private blocks(): Record<string, Helper> {
    const { symbols } = this;
    const either = (says: (values: readonly unknown[]) => Branches): Helper =>
      function (...values) {
        return branches(symbols, this, optionsOf(values), says(values.slice(0, -1)));
      };
    return {
      if: either(([list]) => ({ no: nothingIn(list) })),
      unless: either(([list]) => ({ yes: nothingIn(list) })),
      有文字: either(() => ({})),
      若单位: either(() => ({})),
      若情形: either((names) => ({ yes: { state: String(names[0]) } })),
      有数: either((ids) => ({ no: { zero: ids.map(String) } })),
    };
  }

  private items(): Record<string, Helper> {
    const ordinal: Helper = () => this.context.slot({ kind: 'ordinal' });
    const tables: Helper = () => this.context.slot({ kind: 'tables' });
    const { lists } = this;
    return {
      节: ordinal,
      小节: ordinal,
      序号: ordinal,
      中文序号: ordinal,
      决算表: tables,
      绩效自评表: tables,
      连列: (list, ...rest) =>
        lists.pattern(list as SymbolicList, rest, {
          block: (item) => String(item['名称']),
          between: '、',
          none: '',
        }),
      each(list, ...rest) {
        const { fn, inverse, data } = optionsOf(rest);
        const block = (item: object): string =>
          fn?.({ ...(this as object), ...item }, { data: { ...data, index: 0, ...PLACES } }) ?? '';
        return lists.pattern(list as SymbolicList, rest, { block, between: '', none: inverse?.(this) ?? '' });
      },
    };
  }
}

/** What a booklet says that prints one branch of a block or the other. */
interface Branches {
  readonly yes?: Said | undefined;
  readonly no?: Said | undefined;
}

/** Both branches of a block, each of which a booklet may print. */
function branches(
  symbols: Symbols,
  item: unknown,
  { fn, inverse }: HelperOptions,
  { yes, no }: Branches,
): string {
  const option = (text: string, says: Said | undefined): Option => ({
    pattern: symbols.patternOf(text),
    ...(says && { says }),
  });
  const of = [option(fn?.(item) ?? '', yes), option(inverse?.(item) ?? '', no)];
  return symbols.add({ kind: 'one', of });
}

function leadOf(rest: readonly unknown[]): string {
  const { 引: lead } = optionsOf(rest).hash;
  return typeof lead === 'string' ? lead : '';
}
