import type { BookletSource } from '../../document/booklet-source.ts';
import type { Pack } from '../../pack/pack.ts';
import { sayIn, type Say } from './examples.ts';
import { figureWords } from './figure-words.ts';
import { helperWords } from './helper-words.ts';
import { knownFigures } from './known-figures.ts';
import { listWords } from './list-words.ts';
import type { WordList } from './word-list.ts';

/**
 * Everything that templates of a pack can name.
 *
 * @param source a booklet in the pack's form, of which the examples are; without one, of figures only those are known
 * that units enter or the pack names
 */
export function packWords(pack: Pack, source: BookletSource | undefined): WordList {
  const say: Say = source === undefined ? () => undefined : sayIn(source);
  return {
    pack: pack.slug,
    name: pack.name,
    ...(source && { booklet: `${source.unit.slug}/${source.year.year}` }),
    helpers: helperWords(pack, say),
    texts: ['年度', ...pack.vocabulary.texts].map((name) => {
      const prints = say(`{{${name}}}`);
      return { name, ...(prints !== undefined && { prints }) };
    }),
    lists: listWords(pack, source, say),
    states: [...pack.states].map(([name, { excuses, excludes, zero }]) => ({
      name,
      excuses,
      excludes,
      zero,
    })),
    phrases: [...pack.phrases.own].map(([name, phrase]) => ({ name, signs: Object.keys(phrase) })),
    tables: pack.tables.map(({ key, layout }) => ({ key, title: say(layout.title) ?? layout.title })),
    partials: pack.partials,
    figures: source === undefined ? knownFigures(pack) : figureWords(source),
  };
}
