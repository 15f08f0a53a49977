import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { placeOfValue, scalarsBelow, type YamlDocument } from '../source/yaml.ts';
import type { BookletSource } from './booklet-source.ts';
import type { FilledWords } from './filled-words.ts';

const EMPTY = '这个标题在这本决算里是空的，封面、目录和网页上就没有名称；请写上总会印出的文字';

/** Titles that are filled with nothing in this booklet: the cover, a page, a table or a form would have no name. */
export function emptyTitles(
  { pack, year }: BookletSource,
  { title, say }: Pick<FilledWords, 'title' | 'say'>,
): readonly Diagnostic[] {
  const printed = new Set(year.evaluations.map(({ value }) => value.kind.key));
  const titles = [
    ...pack.parts.map((part) => part.title),
    ...pack.tables.map(({ layout }) => layout.title),
    ...pack.forms.flatMap(({ kind, layout }) => (layout && printed.has(kind.key) ? layout.title : [])),
  ];
  const empty = titles.filter((text) => say(text) === '');
  const all = title === '' ? [pack.title.source.text, ...empty] : empty;
  return all.flatMap((text) => {
    const place = placeOfText(pack.documents, text);
    return place === undefined ? [] : [error('empty-title', EMPTY, place)];
  });
}

function placeOfText(documents: readonly YamlDocument[], text: string): Place | undefined {
  for (const document of documents) {
    const found = scalarsBelow(document.root).find(({ scalar }) => scalar.text === text);
    if (found !== undefined) return placeOfValue(document, found.path);
  }
  return undefined;
}
