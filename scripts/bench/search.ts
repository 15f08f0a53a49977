/**
 * `npm run bench search [booklets]`: what a query loads of the search index of many booklets, and whether it finds what
 * one finds by reading all of them.
 */
import { fileURLToPath } from 'node:url';
import { compileSite } from '../../src/compile/compile-site.ts';
import { buildIndex, type Volume } from '../../src/outputs/search/build-index.ts';
import { recordOf, volumeOf } from '../../src/outputs/published/booklet-record.ts';
import { newestFirst } from '../../src/outputs/search/write-search.ts';
import { fold } from '../../src/search/fold.ts';
import { readQuery } from '../../src/search/query.ts';
import { SearchIndex } from '../../src/search/search-index.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { generatedName, generatedUnits } from './generated-units.ts';
import { sizeOf, sizeText, total, type Size } from './sizes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const YEARS_PER_UNIT = 3;
/** What a query may load, in bytes sent. */
const LIMIT = 50_000;

const QUERIES = [
  ...['支出', '万元', '2023', '三公经费', '公务接待费', '主要原因是', '（项）：支出决算数为', '2010350'],
  ...['事业运行', '档案数字化', '防汛物资储备、乡镇站点改造', '12345', '财政拨款 2022年度', 'PDF', '0.50%'],
  ...[`公务用车 ${generatedName(41)}`, generatedName(97), '民法典', '比上年决算增加', '龙宫探宝', '99.92'],
  ...['公车', '花了多少钱', 'zhaodaifei', '公务接侍费', '0.61亿元', '招待费 2022', '6,060.85'],
];

const wanted = Number(process.argv[2] ?? 500);
const site = compileSite(generatedUnits(await readSources(ROOT), Math.ceil(wanted / YEARS_PER_UNIT)));
const booklets = site.units.flatMap((unit) => unit.booklets);
const volumes = newestFirst(booklets.map((booklet) => volumeOf(recordOf(booklet, [], false)))).slice(
  0,
  wanted,
);
const texts = folded(volumes);
const index = buildIndex(volumes, site.searchWords);
const files = new Map(
  index.map(({ path, text }) => [path, { content: JSON.parse(text) as unknown, size: sizeOf(text) }]),
);
console.log(
  `${volumes.length} booklets, ${index.length} files: ${sizeText(total([...files.values()].map(({ size }) => size)))}`,
);

let worst: Size = { raw: 0, sent: 0 };
for (const typed of QUERIES) {
  const { first, found } = await search(typed);
  if (first.sent > worst.sent) worst = first;
  const missed = [...read(typed)].filter((place) => !found.has(place)).length;
  console.log(`${sizeText(first)}  ${String(found.size).padStart(6)} found, ${missed} missed  ${typed}`);
}
console.log(`worst query  ${sizeText(worst)}, limit ${LIMIT / 1000} KB sent`);
if (worst.sent > LIMIT) process.exitCode = 1;

/** What the first page of results loads, and the places of all results. */
async function search(typed: string): Promise<{ readonly first: Size; readonly found: ReadonlySet<string> }> {
  const loaded = new Map<string, Size>();
  const opened = await SearchIndex.open((path) => {
    const file = files.get(path);
    if (file === undefined) return Promise.reject(new Error(`no ${path}`));
    loaded.set(path, file.size);
    return Promise.resolve(file.content);
  });
  let first: Size | undefined;
  const found = new Set<string>();
  for await (const { results } of opened.search(readQuery(typed))) {
    first ??= total([...loaded.values()]);
    for (const { page, anchor, booklets } of results)
      for (const { slug, year } of booklets) found.add(`${slug}/${year}/${page}#${anchor}`);
  }
  return { first: first ?? total([...loaded.values()]), found };
}

interface FoldedSection {
  readonly place: string;
  readonly heading: string;
  readonly text: string;
}

function folded(all: readonly Volume[]): readonly FoldedSection[] {
  return all.flatMap(({ slug, name, year, sections }) =>
    sections.map(({ page, anchor, lines }) => ({
      place: `${slug}/${year}/${page}#${anchor}`,
      heading: `${fold(name)}\t${year}年度`,
      text: fold(lines.join('\n')),
    })),
  );
}

/** The places of a query, by reading everything. */
function read(typed: string): ReadonlySet<string> {
  const terms = readQuery(typed);
  const places = texts.filter(
    ({ heading, text }) =>
      terms.every((term) => text.includes(term) || heading.includes(term)) &&
      terms.some((term) => text.includes(term)),
  );
  return new Set(places.map(({ place }) => place));
}
