import { optionsOf } from '../../pack/helper-options.ts';
import { CODE_LISTS, isCodeList } from '../../pack/lists.ts';
import { NOTHING, type ItemsOf, type Pattern, type Said } from './pattern.ts';
import type { SymbolicContext, SymbolicList } from './symbolic-context.ts';
import type { Symbols } from './symbols.ts';

/** How a list is printed. */
export interface Printing {
  readonly block: (item: Readonly<Record<string, unknown>>) => string;
  readonly between: string;
  /** What stands there where it has no items. */
  readonly none: string;
}

/** Lists of a template that is read backwards. */
export class SymbolicLists {
  private readonly symbols: Symbols;
  private readonly context: SymbolicContext;
  private count = 0;

  constructor(symbols: Symbols, context: SymbolicContext) {
    this.symbols = symbols;
    this.context = context;
  }

  /**
   * All that a list may print.
   *
   * @param rest what its helper was given besides: which items it leaves out, and by what they are sorted
   */
  pattern(list: SymbolicList, rest: readonly unknown[], as: Printing): string {
    const { 有数: some, 降序: down, 升序: up } = optionsOf(rest).hash;
    const isSorted = down !== undefined || up !== undefined;
    const listed =
      list.fixed === undefined || isSorted
        ? this.symbols.add(this.items(list, as))
        : list.fixed.map((item) => this.fixedItem(item, some, as)).join('');
    if (list.fixed !== undefined && !isSorted && as.none === '') return listed;
    // Where nothing is said, a text may have been cut.
    const says = as.none === '' ? undefined : nothingIn(list);
    return this.symbols.eitherOf([{ text: listed }, { text: as.none, ...(says && { says }) }]);
  }

  private items({ list, fields, fixed }: SymbolicList, { block, between }: Printing): Pattern {
    const items: ItemsOf = { list, key: `{#${(this.count += 1)}}` };
    const item: Pattern =
      fixed === undefined
        ? this.symbols.patternOf(block(this.context.itemOf({ list, fields }, items.key)))
        : { kind: 'one', of: fixed.map((one) => ({ pattern: this.symbols.patternOf(block(one)) })) };
    return { kind: 'items', items, item, between };
  }

  /** An item that each booklet has in its place; one that stands there for what is not nothing may be left out. */
  private fixedItem(item: Readonly<Record<string, string>>, some: unknown, as: Printing): string {
    const id = typeof some === 'string' ? item[some] : undefined;
    // Between which of the others it stands differs, too.
    const gap = as.between === '' ? '' : this.symbols.oneOf([as.between, '']);
    const told = gap + as.block(item);
    if (id === undefined) return told;
    const option = { pattern: this.symbols.patternOf(told) };
    return this.symbols.add({ kind: 'one', of: [option, { pattern: NOTHING, says: { zero: [id] } }] });
  }
}

/** What a booklet says that has no items of a list: nothing was spent of a fund of which no code is listed. */
export function nothingIn(list: unknown): Said | undefined {
  const name = typeof list === 'object' && list !== null && 'list' in list ? String(list.list) : '';
  const fund = isCodeList(name) ? CODE_LISTS[name.slice(0, -1)] : undefined;
  const spent = fund?.fund === undefined ? undefined : fund.figures['支出'];
  return spent === undefined ? undefined : { zero: [spent.join('.')] };
}
