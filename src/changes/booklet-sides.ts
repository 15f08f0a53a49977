import type { Booklet } from '../compile/booklet.ts';
import type { Site } from '../compile/compile-site.ts';
import type { BookletDocument } from '../document/booklet-document.ts';
import type { BookletChange } from './change.ts';
import type { Both } from './compiled-sides.ts';

/** A booklet, typeset where it can be. */
export interface TypesetBooklet {
  readonly booklet: Booklet;
  readonly document: BookletDocument | undefined;
}

/** One booklet on both sides, or on the one that has it. */
export interface BookletPair {
  readonly body: string;
  readonly year: number;
  readonly before?: TypesetBooklet;
  readonly after?: TypesetBooklet;
}

/** The booklets that are not the very same on both sides. */
export function changedBooklets(sites: Both<Site>): readonly BookletPair[] {
  return bookletPairs(sites, ({ before, after }) => before !== after);
}

/**
 * The booklets of both sides, in the order of their addresses.
 *
 * @param isWanted which of them; only these are typeset
 */
export function bookletPairs(
  { before, after }: Both<Site>,
  isWanted: (sides: Both<Booklet | undefined>, booklet: Booklet) => boolean,
): readonly BookletPair[] {
  const [old, now] = [byAddress(before), byAddress(after)];
  const addresses = [...new Set([...old.keys(), ...now.keys()])].sort();
  return addresses.flatMap((address) => {
    const [one, other] = [old.get(address), now.get(address)];
    const booklet = other ?? one;
    if (booklet === undefined || !isWanted({ before: one, after: other }, booklet)) return [];
    const { slug: body, year } = booklet;
    return [{ body, year, ...(one && { before: typeset(one) }), ...(other && { after: typeset(other) }) }];
  });
}

/** The editions that were corrected since, and differ. */
export function changedEditions({ before, after }: Both<Site>): readonly BookletPair[] {
  const editionsIn = ({ units }: Site): Site => ({
    ...before,
    units: units.map((unit) => ({ ...unit, booklets: unit.editions })),
  });
  return changedBooklets({ before: editionsIn(before), after: editionsIn(after) });
}

/** Whether each side that has the booklet can put it together, so that what they print can be compared. */
export function isTypeset({ before, after }: Pick<BookletPair, 'before' | 'after'>): boolean {
  return [before, after].every((side) => side === undefined || side.document !== undefined);
}

function byAddress({ units }: Site): ReadonlyMap<string, Booklet> {
  const booklets = units.flatMap((unit) => unit.booklets);
  return new Map(booklets.map((booklet) => [`${booklet.slug}/${booklet.folder}`, booklet]));
}

function typeset(booklet: Booklet): TypesetBooklet {
  return { booklet, document: booklet.renderAnyway() };
}

/** The booklets of which one side has nothing to show. */
export function bookletChanges(pairs: readonly BookletPair[]): readonly BookletChange[] {
  return pairs.flatMap(({ body, year, before, after }): readonly BookletChange[] => {
    if (before === undefined) return [{ body, year, became: 'new' }];
    if (after === undefined) return [{ body, year, became: 'gone' }];
    const [one, other] = [before.document, after.document];
    if ((one === undefined) === (other === undefined)) return [];
    return [{ body, year, became: one === undefined ? 'unreadable-before' : 'unreadable-after' }];
  });
}
