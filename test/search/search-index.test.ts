import { beforeAll, describe, expect, it } from 'vitest';
import { buildIndex, type Volume } from '../../src/outputs/search/build-index.ts';
import { readQuery } from '../../src/search/query.ts';
import { SearchIndex, type Result, type ResultPage } from '../../src/search/search-index.ts';

const GLOSSARY = ['名词解释', '财政拨款收入：指财政部门核拨给单位的财政预算资金。'];

/** Booklets of invented units that differ in a name, a reason and an amount. */
function volumes(count: number): readonly Volume[] {
  return Array.from({ length: count }, (_, unit) => ({
    slug: `unit-${unit}`,
    name: `示例${unit}号局`,
    year: 2023,
    sections: [
      { page: '', anchor: '', lines: [`示例${unit}号局2023年度部门决算`] },
      {
        page: 'explanations',
        anchor: 'explanations-1',
        lines: [
          '一、支出情况',
          `“三公”经费支出${513 + unit}.95万元，ＰＤＦ见附件。原因是第${unit}号办公楼维修；此外无。`,
        ],
      },
      { page: 'glossary', anchor: '', lines: GLOSSARY },
      { page: 'tables', anchor: 'table-revenue', lines: ['收入表', `2011350\t事业运行\t${513 + unit}.95`] },
    ],
  }));
}

class Library {
  readonly loaded: string[] = [];
  private readonly files: ReadonlyMap<string, string>;

  constructor(count: number) {
    this.files = new Map(buildIndex(volumes(count)).map(({ path, text }) => [path, text]));
  }

  readonly load = (path: string): Promise<unknown> => {
    this.loaded.push(path);
    return Promise.resolve(JSON.parse(this.files.get(path) ?? 'null'));
  };

  async pages(typed: string): Promise<readonly ResultPage[]> {
    const index = await SearchIndex.open(this.load);
    const pages: ResultPage[] = [];
    for await (const page of index.search(readQuery(typed))) pages.push(page);
    return pages;
  }
}

const shown = ({ passages }: Result): string =>
  (passages[0] ?? []).map(({ text, match }) => (match ? `【${text}】` : text)).join('');

let few: Library;
const results = async (typed: string): Promise<readonly Result[]> =>
  (await few.pages(typed)).flatMap((page) => page.results);

beforeAll(() => {
  few = new Library(3);
});

describe('a search', () => {
  it.each([
    ['公楼维', '原因是第1号办【公楼维】修；'],
    ['支出514', '“三公”经费【支出514】.95万元，PDF见附件。'],
    ['三公经费', '“【三公”经费】支出514.95万元，PDF见附件。'],
    ['pdf', '“三公”经费支出514.95万元，【PDF】见附件。'],
    ['４.95万', '“三公”经费支出51【4.95万】元，PDF见附件。'],
    ['附件。原因', '“三公”经费支出514.95万元，PDF见【附件。原因】是第1号办公楼维修；'],
  ])('finds %s in the middle of a sentence and marks it', async (typed, sentence) => {
    const found = (await results(typed)).map(shown).map((text) => text.replace('ＰＤＦ', 'PDF'));
    expect(found).toContain(sentence);
  });

  it('names the booklet and the place of what it finds', async () => {
    const [result, ...others] = await results('第2号办公楼');
    expect(others).toEqual([]);
    expect(result).toMatchObject({
      page: 'explanations',
      anchor: 'explanations-1',
      booklets: [{ slug: 'unit-2', name: '示例2号局', year: 2023 }],
    });
  });

  it('finds codes and amounts of tables, but nothing across two cells', async () => {
    const places = async (typed: string) => (await results(typed)).map(({ anchor }) => anchor);
    expect(await places('2011350')).toEqual(['table-revenue', 'table-revenue', 'table-revenue']);
    expect(await places('11350 515.95')).toEqual(['table-revenue']);
    expect((await few.pages('事业运行515'))[0]?.instead).toBe('事业 运行 515');
  });

  it('asks for all words, of which some may be the name and year of the booklet', async () => {
    const [first, ...others] = await results('维修 1号局 2023年度');
    expect(others).toEqual([]);
    expect(first?.booklets.map(({ slug }) => slug)).toEqual(['unit-1']);
    expect(await results('维修 4号局')).toEqual([]);
  });

  it('shows a text that all booklets share once', async () => {
    const [result, ...others] = await results('财政预算资金');
    expect(others).toEqual([]);
    expect(result?.booklets.map(({ slug }) => slug)).toEqual(['unit-0', 'unit-1', 'unit-2']);
  });

  it('finds nothing where nothing is', async () => {
    expect(await few.pages('龙宫探宝')).toEqual([{ results: [], found: 0, complete: true, more: false }]);
  });

  it('says so where it finds words only apart from each other', async () => {
    const [page] = await few.pages('维修支出');
    expect(page).toMatchObject({ found: 3, instead: '维修 支出' });
  });

  it('answers a question of which some words stand nowhere', async () => {
    const [page] = await few.pages('龙宫附件谁探宝');
    expect(page).toMatchObject({ found: 3, instead: '附件' });
  });

  it('needs two characters', () => {
    expect(readQuery('支 出')).toEqual([]);
    expect(readQuery(' 支出　局 ')).toEqual(['支出', '局']);
  });
});

describe('a search of many booklets', () => {
  it('comes to every result, page by page, and knows how many there are', async () => {
    const pages = await new Library(300).pages('办公楼');
    const [first] = pages;
    expect(first?.results).toHaveLength(10);
    expect(first?.complete).toBe(false);
    const slugs = pages.flatMap((page) =>
      page.results.flatMap(({ booklets }) => booklets.map(({ slug }) => slug)),
    );
    expect(new Set(slugs).size).toBe(300);
    expect(slugs).toHaveLength(300);
    expect(pages.at(-1)).toMatchObject({ found: 300, complete: true, more: false });
  });

  it('goes on with other readings after all texts that nearly have what was typed', async () => {
    const [first, ...others] = await new Library(300).pages('经费支出情况');
    expect(first).toMatchObject({ found: 0, complete: false, more: true });
    expect(others.find(({ found }) => found > 0)?.instead).toBe('经费 支出 情况');
  });

  it('counts two characters without looking at all texts', async () => {
    const library = new Library(300);
    const index = await SearchIndex.open(library.load);
    const first = await index.search(readQuery('维修')).next();
    expect(first.value).toMatchObject({ found: 300, complete: true, more: true });
    expect(library.loaded.filter((path) => path.startsWith('texts/')).length).toBeLessThanOrEqual(2);
  });
});
