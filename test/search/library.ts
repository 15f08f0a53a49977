import { searchWordsSchema, type SearchWords } from '../../src/accounts/schema/search-words.ts';
import { buildIndex, type Volume } from '../../src/outputs/search/build-index.ts';
import { readQuery } from '../../src/search/query.ts';
import { SearchIndex, type Filter, type ResultPage } from '../../src/search/search-index.ts';

/** Words of the public as a file states them. */
export function wordsOf(file: object): SearchWords {
  return searchWordsSchema.parse(file);
}

/** Asks the index of some booklets, as the search page does. */
export async function ask(
  volumes: readonly Volume[],
  typed: string,
  { words = wordsOf({}), filter }: { readonly words?: SearchWords; readonly filter?: Filter } = {},
): Promise<readonly ResultPage[]> {
  const files = new Map(buildIndex(volumes, words).map(({ path, text }) => [path, text]));
  const index = await SearchIndex.open((path) =>
    Promise.resolve(JSON.parse(files.get(path) ?? 'null') as unknown),
  );
  const pages: ResultPage[] = [];
  for await (const page of index.search(readQuery(typed), filter)) pages.push(page);
  return pages;
}
