import type { Step } from './align.ts';
import type { Automaton, Mark, Place } from './automaton.ts';
import type { ItemsOf, Said, Slot } from './pattern.ts';

/** Signs of a text that stand together: the first of them, and the one behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a text says in a slot. */
export interface Filled extends Span {
  readonly slot: Slot;
}

/** What a text says of one item of a list. */
export interface ReadItem {
  readonly items: ItemsOf;
  readonly said: ReadText;
}

/** What a text says, as a pattern has it. */
export interface ReadText {
  readonly filled: readonly Filled[];
  readonly items: readonly ReadItem[];
  readonly says: readonly Said[];
}

/** What was read of a text, and what was not. */
export interface AlongRead extends ReadText {
  /** Words of the text that the pattern has not. */
  readonly added: readonly Span[];
  /** Words of the pattern that the text has not, and behind which sign they would stand. */
  readonly lost: readonly { readonly words: string; readonly at: number }[];
  /** How many signs of the pattern's own words the text has. */
  readonly fitting: number;
}

/** A text that is being read, of the whole or of an item. */
interface Open {
  readonly items?: ItemsOf;
  readonly filled: Filled[];
  readonly inner: ReadItem[];
  readonly says: Said[];
}

/** Says what a reading found, in the order of the text. */
export function readAlong(automaton: Automaton, steps: readonly Step[]): AlongRead {
  const walk = new Walk(automaton);
  for (const step of steps) walk.take(step);
  return walk.end();
}

class Walk {
  private readonly automaton: Automaton;
  private readonly open: Open[] = [{ filled: [], inner: [], says: [] }];
  private readonly added: Span[] = [];
  private readonly lost: { words: string; at: number }[] = [];
  private slot: { place: number; from: number; to: number } | undefined;
  private before: Step['how'] = 'passed';
  private fitting = 0;

  constructor(automaton: Automaton) {
    this.automaton = automaton;
  }

  take({ place, sign, how }: Step): void {
    const one = this.automaton[place] ?? { to: [] };
    if (one.slot !== undefined && how === 'fits') this.fill(place, sign);
    else this.pass(one, sign, how);
    if (how !== 'passed') this.before = how;
  }

  end(): AlongRead {
    this.close();
    const [whole] = this.open;
    return {
      ...said(whole ?? { filled: [], inner: [], says: [] }),
      added: this.added,
      lost: this.lost,
      fitting: this.fitting,
    };
  }

  private fill(place: number, sign: number): void {
    if (this.automaton[place]?.more !== true) this.close();
    this.slot = { place, from: this.slot?.from ?? sign, to: sign + 1 };
  }

  private pass({ sign: wanted, mark }: Place, sign: number, how: Step['how']): void {
    if (how !== 'passed' || mark !== undefined) this.close();
    if (how === 'fits') this.fitting += 1;
    if (how === 'added' || how === 'wrong') this.notRead(sign);
    if (how === 'lost' || how === 'wrong') this.missing(wanted ?? '…', sign);
    if (mark !== undefined && how === 'passed') this.learn(mark);
  }

  private notRead(sign: number): void {
    const last = this.added.at(-1);
    if (last?.to === sign) this.added[this.added.length - 1] = { from: last.from, to: sign + 1 };
    else this.added.push({ from: sign, to: sign + 1 });
  }

  private missing(words: string, at: number): void {
    const last = this.lost.at(-1);
    if (last !== undefined && (this.before === 'lost' || this.before === 'wrong')) last.words += words;
    else this.lost.push({ words, at });
  }

  private learn(mark: Mark): void {
    if (mark.kind === 'said') this.open.at(-1)?.says.push(mark.says);
    else if (mark.kind === 'item begins')
      this.open.push({ items: mark.items, filled: [], inner: [], says: [] });
    else {
      const item = this.open.pop();
      if (item?.items !== undefined) this.open.at(-1)?.inner.push({ items: item.items, said: said(item) });
    }
  }

  private close(): void {
    const slot = this.slot && this.automaton[this.slot.place]?.slot;
    if (this.slot !== undefined && slot !== undefined)
      this.open.at(-1)?.filled.push({ slot, from: this.slot.from, to: this.slot.to });
    this.slot = undefined;
  }
}

function said({ filled, inner, says }: Open): ReadText {
  return { filled, items: inner, says };
}
