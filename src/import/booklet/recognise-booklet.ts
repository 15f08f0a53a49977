import { ROW_CODE } from '../../figures/row-patterns.ts';
import { ZERO } from '../../accounts/decimal.ts';
import { FIXED_LISTS } from '../../pack/fixed-lists.ts';
import {
  NOTHING_READ,
  type Leftover,
  type Listing,
  type Reading,
  type ReadWords,
  type Recognised,
  type RecognisedBy,
  type Source,
} from '../reading.ts';
import { align } from './align.ts';
import { bookletAutomaton } from './booklet-pattern.ts';
import type { GivenText } from '../text/given-text.ts';
import { codesOf, keyOf } from './item-keys.ts';
import { printedNumber } from './number-text.ts';
import type { Slot } from './pattern.ts';
import { plainText, type PlainText } from './plain-text.ts';
import {
  readAlong,
  type AlongRead,
  type Filled,
  type ReadItem,
  type ReadText,
  type Span,
} from './read-along.ts';
import { idsIn, isOfAccounts } from './read-ids.ts';
import { COUNT } from './units.ts';
import { isCountOfNames, WordsRead } from './words-read.ts';
import { writtenText } from './written-text.ts';

/** What was read of a booklet's text, with how much of it was not. */
export interface ReadBooklet {
  readonly recognised: Recognised;
  /** Whether the text has most of the pack's own words. */
  readonly isLike: boolean;
  readonly along: AlongRead;
}

/** Takes from the text of a published booklet what it says of figures, and the texts of the body: the pack's templates read backwards. */
export function recogniseBooklet(given: GivenText, by: RecognisedBy): ReadBooklet {
  const automaton = bookletAutomaton(by.pack);
  const plain = plainText(given.text);
  const along = readAlong(automaton, align(automaton, plain));
  const lost = along.lost.reduce((sum, { words }) => sum + words.length, 0);
  const recognised = new Taking(given, plain, by).take(along);
  return { recognised, isLike: along.fitting > lost, along };
}

/** Turns what was read along a pattern into readings. */
class Taking {
  private readonly given: GivenText;
  private readonly plain: PlainText;
  private readonly by: RecognisedBy;
  private readonly readings: Reading[] = [];
  private readonly leftovers: Leftover[] = [];
  private readonly words = new WordsRead();
  private readonly units: { name: string; source: Source }[] = [];
  private readonly years: { year: number; source: Source }[] = [];
  private readonly listed = new Map<string, Listing>();
  /** The keys of the items of which the text is being taken. */
  private keys: readonly (readonly [key: string, is: string])[] = [];

  constructor(given: GivenText, plain: PlainText, by: RecognisedBy) {
    this.given = given;
    this.plain = plain;
    this.by = by;
  }

  take(along: AlongRead): Recognised {
    this.text(along);
    for (const span of along.added) this.notUnderstood(span);
    const { readings, units, years, leftovers } = this;
    const words = this.words.all;
    const figures = readings.filter(({ id }) => !COMPARED.test(id));
    return {
      ...NOTHING_READ,
      told: [`${this.given.file} 是公开文本，读出 ${readings.length} 个数、${words.length} 段文字`],
      readings: figures,
      listings: [...this.listed.values()],
      leftovers,
      units,
      years,
      words,
      published: [this.source()],
      growth: readings,
    };
  }

  private text({ filled, items, says }: ReadText): void {
    for (const one of filled) this.filled(one);
    for (const group of Map.groupBy(items, (item) => item.items.key).values()) this.items(group);
    for (const { zero = [] } of says)
      for (const id of zero)
        this.readings.push({
          id: this.named(id),
          number: ZERO,
          tolerance: ZERO,
          unit: COUNT,
          source: this.source(),
          total: true,
        });
  }

  private filled({ slot, ...span }: Filled): void {
    if (slot.kind === 'figure') this.figure(slot, span);
    else if (slot.kind === 'text')
      this.words.text(this.pathOf(slot.path), this.written(span), this.source(span));
    else if (slot.kind === 'name' && slot.field === '单位.名称')
      this.units.push({ name: this.written(span), source: this.source(span) });
  }

  private figure({ id: pattern, unit, negative }: Extract<Slot, { kind: 'figure' }>, span: Span): void {
    const id = this.named(pattern);
    const text = this.written(span);
    const source = this.source(span);
    const printed = printedNumber(text);
    if (printed === undefined) {
      if (text !== this.by.pack.conventions.undisclosed)
        this.leftovers.push({ source, text, why: '不是一个数' });
    } else if (id === '年度') this.years.push({ year: printed.number.toNumber(), source });
    else if (isCountOfNames(id)) this.words.count(id, printed.number.toNumber(), source);
    else if (isOfAccounts(id, this.by)) {
      const number = negative === true ? printed.number.neg() : printed.number;
      // A rate of zero has something in it, where an amount of zero is nothing.
      const tolerance = unit === COUNT ? printed.half : printed.tolerance;
      this.readings.push({ id, number, tolerance, unit, source, total: true });
    } else if (id.startsWith('绩效.') && !printed.number.isZero())
      this.leftovers.push({ source, text, why: '没有读到自评表，这个数没有核对；请把自评表的文件一并给出' });
  }

  /** The items of one list, in their order. */
  private items(items: readonly ReadItem[]): void {
    const [first] = items;
    if (first === undefined) return;
    const { list, key } = first.items;
    if (FIXED_LISTS.has(list)) {
      for (const { said } of items) this.text(said);
      return;
    }
    const names = items.map(({ said }) => this.namesIn(said));
    const above = this.keys.at(-1)?.[1];
    const below = above !== undefined && /^\d+$/u.test(above) ? above : undefined;
    const keys = names.map((one) => keyOf(list, one, { ...this.by, below }));
    items.forEach(({ said }, index) => {
      const is = keys[index];
      const own = this.keys;
      this.keys = is === undefined ? own : [...own, [key, is]];
      if (is !== undefined) this.text(said);
      else this.strange(said, names[index]?.get('名称'));
      this.keys = own;
    });
    this.list(
      list,
      key,
      items,
      keys.filter((one) => one !== undefined),
    );
  }

  /** What a list leaves out is nothing; names of which a file of the body has a list are that list. */
  private list(list: string, key: string, items: readonly ReadItem[], keys: readonly string[]): void {
    const codes = codesOf(list, this.by);
    const [span] = items.flatMap(({ said }) => said.filled);
    if (codes === undefined) {
      this.words.list(list, keys, this.source(span));
      return;
    }
    const lowest = codes.classification === 'economic' ? ECONOMIC_LENGTH : FUNCTIONAL_LENGTH;
    if (codes.length !== lowest) return;
    const ids = codes.classification === 'economic' && !items.some(hasFigure) ? [BASIC] : idsIn(items, key);
    const name = ids.join('\n');
    const known = this.listed.get(name);
    const { classification, length } = codes;
    this.listed.set(name, {
      ...{ ids, lengths: [length], classification, below: [] },
      codes: new Set([...(known?.codes ?? []), ...keys]),
      source: this.source(span),
    });
  }

  private namesIn({ filled }: ReadText): ReadonlyMap<string, string> {
    return new Map(
      filled.flatMap(({ slot, ...span }) =>
        slot.kind === 'name' ? [[slot.field, this.written(span)] as const] : [],
      ),
    );
  }

  /** An item whose name says nothing to us. */
  private strange({ filled }: ReadText, name = ''): void {
    for (const { slot, ...span } of filled.filter(
      (one) => one.slot.kind === 'figure' || one.slot.kind === 'name',
    ))
      if (slot.kind === 'figure' || filled.every((one) => one.slot.kind === 'name'))
        this.leftovers.push({
          source: this.source(span),
          text: this.written(span),
          why: `没有科目叫“${name}”，或者不止一个；请在 accounts.yaml 里自己填`,
        });
  }

  private notUnderstood(span: Span): void {
    const text = this.written(span);
    if (!/\d/u.test(text.replaceAll(YEARS, ''))) return;
    this.leftovers.push({ source: this.source(span), text: text.slice(0, 60), why: '模板里没有这样的话' });
  }

  private named(pattern: string): string {
    return this.keys.reduce((id, [key, is]) => id.replaceAll(key, is), pattern);
  }

  private pathOf([first = '', ...steps]: readonly string[]): ReadWords['path'] {
    return [first, ...steps.map((step) => this.named(step))];
  }

  private written({ from, to }: Span): string {
    const { offsets, signs } = this.plain;
    const start = offsets[from] ?? 0;
    const end = (offsets[to - 1] ?? 0) + (signs[to - 1]?.length ?? 0);
    return writtenText(this.given.text.slice(start, end));
  }

  private source(span?: Span): Source {
    const { file } = this.given;
    return { file, at: span === undefined ? '' : this.given.at(this.plain.offsets[span.from] ?? 0) };
  }
}

/** A year is no number of the accounts. */
const YEARS = /(?<!\d)20\d\d年/gu;
/** What is worked out from two years. */
const COMPARED = /\.增减[额率]$/u;
const BASIC = `基本支出.${ROW_CODE}`;
const FUNCTIONAL_LENGTH = 7;
const ECONOMIC_LENGTH = 5;

function hasFigure({ said }: ReadItem): boolean {
  return said.filled.some(({ slot }) => slot.kind === 'figure');
}
