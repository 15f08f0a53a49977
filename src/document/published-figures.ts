import { visit } from 'unist-util-visit';
import type { BookletDocument } from './booklet-document.ts';
import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';

/**
 * The figures of a booklet that are published as data: all that are defined, all that the document prints, and all
 * that these are made of. The registry's own list would not do: it also holds comparisons that only a check or next
 * year's booklet asked for, so that the file would depend on what else was built.
 *
 * @returns in order of definition, comparisons after the figure that they compare
 */
export function publishedFigures(figures: Registry, document: BookletDocument): readonly Figure[] {
  const rank = new Map(figures.ids().map((id, index) => [id, index]));
  const ids = new Set([...rank.keys(), ...printedIds(document)]);
  // A set also visits what is added on the way.
  for (const id of ids) {
    const { origin } = figures.get(id);
    if (origin.kind === 'derived') for (const input of origin.inputs) ids.add(input);
  }
  const order = (id: string): number => rank.get(baseOf(id, rank)) ?? rank.size;
  return [...ids].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1)).map((id) => figures.get(id));
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

/** The defined figure to which a comparison belongs: `收入.总计` of `收入.总计.增减额`. */
function baseOf(id: string, defined: ReadonlyMap<string, number>): string {
  let base = id;
  while (!defined.has(base) && base.includes('.')) base = base.slice(0, base.lastIndexOf('.'));
  return base;
}
