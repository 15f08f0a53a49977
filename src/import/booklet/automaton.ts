import type { ItemsOf, Pattern, Said, Slot } from './pattern.ts';
import { plainText } from './plain-text.ts';

/** What is learned where a reading of a text passes. */
export type Mark =
  | { readonly kind: 'said'; readonly says: Said }
  | { readonly kind: 'item begins'; readonly items: ItemsOf }
  | { readonly kind: 'item ends' };

/**
 * A place in a pattern. One of a sign or of a slot takes signs of the text; the others lead on at once. Those to which a
 * place leads stand behind it, but for the way back to another item of a list or another sign of a slot.
 */
export interface Place {
  readonly sign?: string;
  readonly slot?: Slot;
  /** Whether it goes on with what a slot has begun to take. */
  readonly more?: true;
  readonly mark?: Mark;
  /** What it costs to go on from here. */
  readonly toll?: number;
  readonly to: number[];
}

/** A pattern as places and ways between them; one begins at the first place and ends at the last. */
export type Automaton = readonly Place[];

/** Lays a pattern out as places. */
export function automatonOf(pattern: Pattern): Automaton {
  const layout = new Layout();
  layout.add({});
  layout.lay(pattern);
  layout.add({});
  return layout.places;
}

/** What Markdown marks headings and tables with. */
const MARKUP = /^#+ |^\|?[ \t]*:?-{3,}[-:| \t]*$|\|/gmu;

/** A text that ends where tables may stand goes on as far as it can. */
const STANDS_BETWEEN = 0.5;

class Layout {
  readonly places: Place[] = [];
  /** Places that lead to the next one. */
  private ends: number[] = [];

  /** Adds a place to which all open ends lead, which is the new open end. */
  add(place: Omit<Place, 'to'>): number {
    const index = this.places.length;
    for (const end of this.ends) this.places[end]?.to.push(index);
    this.places.push({ ...place, to: [] });
    this.ends = [index];
    return index;
  }

  lay(pattern: Pattern): void {
    if (pattern.kind === 'words')
      for (const sign of plainText(pattern.text.replaceAll(MARKUP, '')).signs) this.add({ sign });
    else if (pattern.kind === 'slot') this.slot(pattern.slot);
    else if (pattern.kind === 'all') for (const one of pattern.of) this.lay(one);
    else if (pattern.kind === 'one') this.choice(pattern);
    else this.items(pattern);
  }

  /** One sign or more; of tables there may be none. */
  private slot(slot: Slot): void {
    const isOptional = slot.kind === 'tables';
    const before = isOptional ? [this.add({})] : [];
    if (isOptional) this.add({ toll: STANDS_BETWEEN });
    const one = this.add({ slot });
    const more = this.add({ slot, more: true });
    this.places[more]?.to.push(more);
    this.ends = [...before, one, more];
  }

  private choice({ of }: Extract<Pattern, { kind: 'one' }>): void {
    const fork = this.add({});
    const ends = of.flatMap(({ pattern, says }) => {
      this.ends = [fork];
      if (says !== undefined) this.add({ mark: { kind: 'said', says } });
      this.lay(pattern);
      return this.ends;
    });
    this.ends = [...new Set(ends)];
    this.add({});
  }

  private items({ items, item, between }: Extract<Pattern, { kind: 'items' }>): void {
    const begin = this.add({ mark: { kind: 'item begins', items } });
    this.lay(item);
    const end = this.add({ mark: { kind: 'item ends' } });
    for (const sign of plainText(between).signs) this.add({ sign });
    for (const last of this.ends) this.places[last]?.to.push(begin);
    this.ends = [end];
    this.add({});
  }
}
