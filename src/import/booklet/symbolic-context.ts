import { factLists, type FactList } from '../../pack/fact-lists.ts';
import { FIXED_LISTS } from '../../pack/fixed-lists.ts';
import { CODE_LEVELS, CODE_LISTS, isCodeList, type Field, type Fields } from '../../pack/lists.ts';
import type { Pack } from '../../pack/pack.ts';
import { ofRow, ROW_CODE, ROW_ITEM } from '../../figures/row-patterns.ts';
import { cellIds } from '../../figures/cell-ids.ts';
import type { Slot } from './pattern.ts';
import type { Symbols } from './symbols.ts';
import { COUNT } from './units.ts';

/** A list as templates that are read backwards name it: which, and what its items have. */
export interface SymbolicList {
  readonly list: string;
  readonly fields: Fields;
  /** Items that are the same in every booklet. */
  readonly fixed?: readonly Readonly<Record<string, string>>[];
}

/** The texts of `narrative.yaml` by what templates call them, where the two differ. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  '叙述.绩效.成效': ['绩效管理', '成效'],
  '叙述.绩效.发现的问题及原因': ['绩效管理', '发现的问题及原因'],
  '叙述.绩效.下一步改进措施': ['绩效管理', '下一步改进措施'],
};

/** What templates can name, standing for whatever a booklet prints there. */
export class SymbolicContext {
  private readonly symbols: Symbols;
  private readonly pack: Pack;
  private readonly own: ReadonlyMap<string, FactList>;
  readonly names: Readonly<Record<string, unknown>>;

  constructor(pack: Pack, symbols: Symbols) {
    this.pack = pack;
    this.symbols = symbols;
    this.own = factLists(pack.facts.book);
    this.names = { ...this.lists(), ...this.texts() };
  }

  slot(slot: Slot): string {
    return this.symbols.add({ kind: 'slot', slot });
  }

  /** What the block of a list can name of an item, whose key is not known. */
  itemOf({ list, fields }: SymbolicList, key: string): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      [...fields].map(([name, field]) => [name, this.fieldOf(list, name, field, key)] as const),
    );
  }

  private fieldOf(list: string, name: string, field: Field, key: string): unknown {
    if (field.kind === 'list') return { list: listBelow(list), fields: field.items } satisfies SymbolicList;
    if (field.kind === 'string') return key;
    if (field.kind === 'figure') return this.figureOf(list, name, key);
    const isOwn = this.pack.texts.slots.some((slot) => slot.by !== undefined && slot.name === name);
    return this.slot(isOwn ? { kind: 'text', path: [name, key] } : { kind: 'name', field: name });
  }

  private figureOf(list: string, name: string, key: string): string {
    const cell = isCodeList(list) ? CODE_LISTS[list.slice(0, -1)]?.figures[name] : undefined;
    if (cell !== undefined) return cellIds(...cell)(ROW_CODE).replace(ROW_CODE, key);
    const pattern = this.own.get(list)?.figures.get(name) ?? FIGURES[list]?.[name] ?? this.ofForm(name);
    return ofRow(pattern, key);
  }

  /** What a form about a project says. */
  private ofForm(field: string): string {
    if (field === '得分') return `绩效.${ROW_ITEM}.总分`;
    if (field === '执行率') return `绩效.${ROW_ITEM}.执行率`;
    const form = this.pack.forms.find(({ kind }) => kind.count === 'per-project');
    return `绩效.${ROW_ITEM}.资金.${form?.kind.money?.total ?? ''}.${field}`;
  }

  private lists(): Readonly<Record<string, SymbolicList>> {
    return Object.fromEntries(
      [...this.pack.vocabulary.lists].map(([list, fields]) => {
        const fixed = FIXED_LISTS.get(list);
        return [list, { list, fields, ...(fixed && { fixed }) }];
      }),
    );
  }

  private texts(): Readonly<Record<string, unknown>> {
    const names: Record<string, unknown> = { 年度: this.figure('年度'), 上年度: this.figure('上年度') };
    for (const text of this.pack.vocabulary.texts) {
      if (text === '上年度') continue;
      const steps = text.split('.');
      const inner = steps.slice(0, -1).reduce<Record<string, unknown>>((at, step) => {
        at[step] ??= {};
        return at[step] as Record<string, unknown>;
      }, names);
      inner[steps.at(-1) ?? ''] = this.textOf(text, steps);
    }
    return names;
  }

  private figure(id: string): string {
    return this.slot({ kind: 'figure', id, unit: COUNT });
  }

  private textOf(text: string, steps: readonly string[]): string {
    if (steps[0] !== '叙述') return this.slot({ kind: 'name', field: text });
    return this.slot({ kind: 'text', path: PATHS[text] ?? steps.slice(1), long: true });
  }
}

/** The list of the codes below those of a list: its name ends with the level of its codes. */
function listBelow(list: string): string {
  const level = CODE_LEVELS.findIndex((one) => list.endsWith(one));
  const below = CODE_LEVELS[level + 1];
  return level < 0 || below === undefined ? list : list.slice(0, -1) + below;
}

/** Ids of the figures of lists that are neither by code nor of the pack's own facts. */
const FIGURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  人员经费科目: { 决算数: `基本支出.${ROW_CODE}` },
  公用经费科目: { 决算数: `基本支出.${ROW_CODE}` },
  车辆类别: { 辆数: `国有资产.车辆.${ROW_ITEM}` },
};
