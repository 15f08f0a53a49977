import { gramsOfRange } from './amounts.ts';
import { sectionsWith, type GramIndex, type Where } from './gram-index.ts';
import { gramsOfTerm, NUMBER_GRAM } from './grams.ts';
import type { Directory } from './index-files.ts';
import type { Sense } from './lexicon.ts';
import { append, difference, intersection, placeBefore, union, type Runs } from './runs.ts';
import { isKnown, type Term } from './terms.ts';

/** How many gram files a query may load; what they let through, its texts are asked for. */
const GRAM_FILES = 4;

/** Sections, those that answer best first. */
export interface Tier {
  readonly sections: Runs;
  /** Whether they answer without a look at their texts. */
  readonly sure: boolean;
}

/** Where a directory's booklets, rows and grams stand. */
export interface Shelf {
  readonly grams: Directory['grams'];
  readonly rows: Directory['rows'];
  /** How many booklets there are. */
  readonly booklets: number;
  /** Places of the booklets that are asked for; undefined for all. */
  readonly wanted?: ReadonlySet<number>;
}

/**
 * Which gram files to load for terms: some of each, if there are not too many terms, and of a long one those of its ends
 * and its middle.
 */
export function gramFilesFor(terms: readonly Term[], grams: Directory['grams']): ReadonlySet<number> {
  const place = (gram: string): number => placeBefore(grams, gram);
  const first = terms.flatMap(({ texts: [typed = ''], amounts }) => [
    spread(gramsOfTerm(typed).map(place)),
    ...(amounts ? [gramsOfRange(amounts, NUMBER_GRAM)?.map(place) ?? []] : []),
  ]);
  const others = terms.flatMap(({ texts }) =>
    texts.slice(1).map((text) => spread(gramsOfTerm(text).map(place))),
  );
  const wanted = [...inTurns(first), ...inTurns(others)];
  return new Set([...new Set(wanted)].filter((file) => file >= 0).slice(0, GRAM_FILES));
}

function inTurns(lists: readonly (readonly number[])[]): readonly number[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}

/** First, last, middle, then the others. */
function spread<Item>(items: readonly Item[]): readonly Item[] {
  const ends = [0, items.length - 1, items.length >> 1].filter((at) => at >= 0 && at < items.length);
  return [...new Set([...ends.map((at) => items[at] as Item), ...items])];
}

/**
 * The sections that may answer, the likeliest first: the section that the question is about, others that it is about and
 * those with all terms in their titles, and those with all terms in their texts. The name and year of a booklet count for
 * all of its sections; where nothing else is asked for, its front page answers.
 *
 * @param senses what the question is about
 */
export function tiersOf(
  terms: readonly Term[],
  senses: readonly Sense[],
  shelf: Shelf,
  index: GramIndex,
): readonly Tier[] {
  const headed = terms.filter(namesBooklets);
  const others = terms.filter((term) => !namesBooklets(term));
  const within = headed
    .map((term) => sectionsOf(term.booklets, shelf))
    .reduce(intersection, everything(shelf));
  const best = Math.min(...senses.map(({ order }) => order));
  const about = (chosen: readonly Sense[]): Runs =>
    intersection(within, chosen.map(({ sections }) => sections).reduce(union, []));
  const fronts =
    headed.length > 0 && others.length === 0 && senses.length === 0
      ? intersection(within, frontPages(shelf))
      : [];
  const titles = terms.map((term) => foundIn(term, 'title', index)).reduce(union, []);
  const titled = others.map((term) => foundIn(term, 'title', index)).reduce(intersection, within);
  return parted(
    [
      { sections: union(fronts, about(senses.filter(({ order }) => order === best))), sure: true },
      { sections: about(senses), sure: true },
      { sections: intersection(titled, titles), sure: false },
      { sections: inTexts(terms, shelf, index), sure: false },
    ],
    wantedSections(shelf),
  );
}

/** The tiers without what stands in one before, and without what is not wanted. */
function parted(tiers: readonly Tier[], wanted: Runs): readonly Tier[] {
  let before: Runs = [];
  return tiers.map(({ sections, sure }) => {
    const rest = intersection(difference(sections, before), wanted);
    before = union(before, sections);
    return { sections: rest, sure };
  });
}

/** Sections with all terms in their text or heading, at least one in the text. */
function inTexts(terms: readonly Term[], shelf: Shelf, index: GramIndex): Runs {
  let all: Runs | undefined;
  let some: Runs = [];
  for (const term of terms) {
    // Of what has not been looked up only the texts can tell.
    if (!isLookedUp(term, index)) continue;
    const found = foundIn(term, 'text', index);
    const either = union(found, sectionsOf(term.booklets, shelf));
    all = all === undefined ? either : intersection(all, either);
    some = union(some, found);
  }
  return intersection(all ?? [], some);
}

function isLookedUp({ texts: [typed = ''], amounts }: Term, index: GramIndex): boolean {
  return amounts !== undefined || gramsOfTerm(typed).some((gram) => index.find(gram, 'text') !== undefined);
}

function foundIn({ texts, amounts }: Term, where: Where, index: GramIndex): Runs {
  const written = texts.map((text) => sectionsWith(gramsOfTerm(text), where, index));
  const range = where === 'text' && amounts ? gramsOfRange(amounts, NUMBER_GRAM) : undefined;
  return [...written, range ? index.range(...range) : []].reduce(union, []);
}

/** What is a word of the public is one, whatever bodies have it in their names. */
function namesBooklets(term: Term): boolean {
  return term.booklets.size > 0 && !isKnown(term);
}

/** All sections of some booklets. */
function sectionsOf(booklets: ReadonlySet<number>, { rows, booklets: count }: Shelf): Runs {
  const places = [...booklets].sort((a, b) => a - b);
  const runs: number[] = [];
  for (const row of rows.keys()) for (const place of places) append(runs, row * count + place);
  return runs;
}

function everything({ rows, booklets }: Shelf): Runs {
  return [0, rows.length * booklets];
}

function wantedSections(shelf: Shelf): Runs {
  return shelf.wanted === undefined ? everything(shelf) : sectionsOf(shelf.wanted, shelf);
}

function frontPages({ rows, booklets }: Shelf): Runs {
  const row = rows.findIndex(([page, anchor]) => page === '' && anchor === '');
  return row < 0 ? [] : [row * booklets, (row + 1) * booklets];
}

/** What a question is about, the first answer first; nothing if some of its terms say something else. */
export function sensesOf(terms: readonly Term[]): readonly Sense[] {
  const asked = terms.filter((term) => isKnown(term));
  const rest = terms.filter((term) => !isKnown(term) && term.booklets.size === 0);
  if (rest.some(({ reading }) => reading.rest.length > 0)) return [];
  return asked.flatMap(({ reading }) => reading.senses).sort((a, b) => a.order - b.order);
}
