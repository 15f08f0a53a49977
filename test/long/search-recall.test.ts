import { beforeAll, describe, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import { buildIndex, type Volume } from '../../src/outputs/search/build-index.ts';
import { recordOf, volumeOf } from '../../src/outputs/published/booklet-record.ts';
import { newestFirst } from '../../src/outputs/search/write-search.ts';
import { amountsOf } from '../../src/search/amounts.ts';
import { fold } from '../../src/search/fold.ts';
import { readQuery } from '../../src/search/query.ts';
import { SearchIndex, type Load } from '../../src/search/search-index.ts';
import { realFiles } from '../support/project.ts';

const SUBSTRINGS = 250;

let volumes: readonly Volume[];
let load: Load;

/** A place with its text as it is compared. */
interface Place {
  readonly address: string;
  readonly heading: string;
  readonly text: string;
}

let places: readonly Place[];

beforeAll(async () => {
  const { units } = compileSite(await realFiles('changji-sme', 'demo-bureau'));
  const booklets = units.flatMap((unit) => unit.booklets);
  volumes = newestFirst(booklets.map((booklet) => volumeOf(recordOf(booklet, [], false))));
  places = volumes.flatMap(({ slug, name, year, sections }) =>
    sections.map(({ page, anchor, lines }) => ({
      address: `${slug}/${year}/${page}#${anchor}`,
      heading: `${fold(name)}\t${year}年度`,
      text: fold(lines.join('\n')),
    })),
  );
  const files = new Map(buildIndex(volumes).map(({ path, text }) => [path, JSON.parse(text) as unknown]));
  load = (path) => Promise.resolve(files.get(path));
});

/** Where the index finds a query. */
async function found(typed: string): Promise<readonly string[]> {
  const index = await SearchIndex.open(load);
  const found: string[] = [];
  for await (const page of index.search(readQuery(typed)))
    for (const { page: part, anchor, booklets } of page.results)
      found.push(...booklets.map(({ slug, year }) => `${slug}/${year}/${part}#${anchor}`));
  return found;
}

/** Where one comes upon a query by reading everything. */
function read(typed: string): readonly string[] {
  const terms = typed.split(/\s+/u).map(fold);
  const met = places.filter(
    ({ text, heading }) =>
      terms.every((term) => text.includes(term) || heading.includes(term)) &&
      terms.some((term) => text.includes(term)),
  );
  return met.map(({ address }) => address);
}

/**
 * Substrings of two to twelve characters of the booklets' own text, always the same ones. Amounts with a unit are left
 * out: they are found however they are written.
 */
function substrings(count: number): readonly string[] {
  const lines = volumes.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
  const pieces = lines.flatMap((line) => line.split('\t')).filter((piece) => fold(piece).length >= 2);
  let state = 7;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  return Array.from({ length: count }, () => {
    const piece = pieces[next(pieces.length)] ?? '';
    const start = next(Math.max(1, piece.length - 1));
    return piece.slice(start, start + 2 + next(11)).trim();
  }).filter((text) => !/\s/.test(text) && readQuery(text).length > 0 && amountsOf(fold(text)) === undefined);
}

describe('a search of the real booklets', () => {
  it('finds every substring wherever it stands, and nothing else', async () => {
    const queries = substrings(SUBSTRINGS);
    expect(queries.length).toBeGreaterThan(200);
    for (const query of queries)
      expect((await found(query)).toSorted(), query).toEqual(read(query).toSorted());
  });

  it.each([
    '支出',
    '三公经费',
    '513.95',
    '20',
    '2010350',
    'PDF',
    '（项）：支出决算数为',
    '中小企业 2022年度',
    '收入总计 示例市 2021',
    '１２３４５热线',
    '12345政务服务',
  ])('finds %s wherever it stands', async (query) => {
    expect((await found(query)).toSorted()).toEqual(read(query).toSorted());
  });
});
