import { visit } from 'unist-util-visit';
import type { BookletDocument } from '../document/booklet-document.ts';
import { correctedNames } from '../figures/corrections.ts';
import { inputsOf, type Figure } from '../figures/figure.ts';
import type { Told } from '../figures/origin-words.ts';
import { compareBooklet } from './booklet-comparison.ts';
import type { Booklet } from './booklet.ts';

/** By document, since that is kept only as long as a booklet is being worked on. */
const known = new WeakMap<BookletDocument, ReadonlyMap<string, Figure>>();

/**
 * The figures of a booklet that are published as data, by id: all that are defined, all that the document or the
 * comparison with last year prints, those that were corrected, and all that these are made of. The registry's own list would not do: it also holds
 * comparisons that only a check or next year's booklet asked for, so that the file would depend on what else was built.
 *
 * @returns in order of definition, comparisons after the figure that they compare
 */
export function publishedFigures(booklet: Booklet): ReadonlyMap<string, Figure> {
  const document = booklet.render();
  const made = known.get(document) ?? gather(booklet, document);
  known.set(document, made);
  return made;
}

/** What it takes to tell where a booklet's published figures are from. */
export function toldOf(booklet: Booklet): Told {
  const published = publishedFigures(booklet);
  return { ...booklet.told, figureOf: (id) => published.get(id) ?? booklet.figures.get(id) };
}

function gather(booklet: Booklet, document: BookletDocument): ReadonlyMap<string, Figure> {
  const { figures } = booklet;
  const compared = new Map(comparedFigures(booklet).map((figure) => [figure.id, figure]));
  // What only last year's booklet had is known to the comparison alone.
  const figureOf = (id: string): Figure => figures.find(id) ?? compared.get(id) ?? figures.get(id);
  const rank = new Map(figures.ids().map((id, index) => [id, index]));
  const corrected = correctedIds(booklet);
  const ids = new Set([...rank.keys(), ...printedIds(document), ...compared.keys(), ...corrected]);
  // A set also visits what is added on the way.
  for (const id of ids) {
    for (const input of inputsOf(figureOf(id))) ids.add(input);
  }
  const order = (id: string): number => rank.get(baseOf(id, rank)) ?? rank.size;
  const sorted = [...ids].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  return new Map(sorted.map((id) => [id, figureOf(id)]));
}

/** What corrections name; an id that does not exist is an error, but such a booklet is compared with others all the same. */
export function correctedIds({ publication, figures }: Booklet): readonly string[] {
  return correctedNames(publication).filter((id) => figures.has(id));
}

/** The ids that the document's sentences, tables and forms name. */
function printedIds({ parts, tables, forms }: BookletDocument): readonly string[] {
  const cells = [...tables, ...forms].flatMap(({ body }) => body.flat());
  const ids = cells.flatMap(({ figure }) => figure?.id ?? []);
  for (const { content } of parts) {
    visit({ type: 'root', children: [...content] }, 'element', ({ properties }) => {
      const id = properties['dataFigure'];
      if (typeof id === 'string') ids.push(id);
    });
  }
  return ids;
}

function comparedFigures(booklet: Booklet): readonly Figure[] {
  const { sections } = compareBooklet(booklet);
  return sections
    .flatMap(({ rows }) => rows)
    .flatMap(({ years: { current, prior, change, rate } }) => [current, prior, change, rate]);
}

/** The defined figure to which a comparison belongs: `收入.总计` of `收入.总计.增减额`. */
function baseOf(id: string, defined: ReadonlyMap<string, number>): string {
  let base = id;
  while (!defined.has(base) && base.includes('.')) base = base.slice(0, base.lastIndexOf('.'));
  return base;
}
