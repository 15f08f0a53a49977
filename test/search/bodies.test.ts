import { describe, expect, it } from 'vitest';
import type { Volume } from '../../src/outputs/search/build-index.ts';
import { ask, wordsOf } from './library.ts';

const BODIES: readonly (readonly [slug: string, name: string, ...others: string[]])[] = [
  ['traffic', '示例市交通运输局'],
  ['people', '示例市人力资源和社会保障局'],
  ['plans', '示例市发展和改革委员会'],
  ['nature', '示例市生态环境局', '示例市环境监测站'],
  ['bank', '示例市重庆路街道办事处'],
];

const VOLUMES: readonly Volume[] = [2023, 2022].flatMap((year) =>
  BODIES.map(([slug, name, ...otherNames]) => ({
    slug,
    name,
    otherNames,
    year,
    sections: [
      { page: '', anchor: '', lines: [`${name}${year}年度部门决算`] },
      { page: 'explanations', anchor: 'a', lines: ['支出情况', `${year}年度${name}支出合计若干。`] },
    ],
  })),
);

const WORDS = wordsOf({ 同义: { 环保: ['生态环境'] } });

/** The body and year of the first result. */
async function first(typed: string): Promise<string | undefined> {
  const [page] = await ask(VOLUMES, typed, { words: WORDS });
  const result = page?.results[0];
  return result && `${result.page} ${result.booklets[0]?.slug} ${result.booklets[0]?.year}`;
}

describe('a body is found', () => {
  it.each([
    ['by its name', '示例市交通运输局', 'traffic'],
    ['by a part of it', '交通运输', 'traffic'],
    ['by what it is called for short', '交通局', 'traffic'],
    ['by an initial of each word', '人社局', 'people'],
    ['by the short form of a 委员会', '发改委', 'plans'],
    ['by its other name', '环境监测站', 'nature'],
    ['by its former name, which the words tell', '环保局', 'nature'],
    ['in pinyin', 'jiaotongyunshu', 'traffic'],
    ['in pinyin that is not finished', 'jiaotongyuns', 'traffic'],
    ['by initials', 'jtysj', 'traffic'],
    ['by initials of its short name', 'jtj', 'traffic'],
    ['by the reading that a character has in its word', 'chongqinglu', 'bank'],
    ['by its address', 'traffic', 'traffic'],
    ['with one sign wrong', '交通运愉局', 'traffic'],
  ])('%s: %s', async (_, typed, slug) => {
    expect(await first(typed)).toBe(` ${slug} 2023`);
  });

  it('in a year that was asked for with it', async () => {
    expect(await first('发改委 2022')).toBe(' plans 2022');
    expect(await first('2022年交通局')).toBe(' traffic 2022');
  });

  it('only if the characters are its own', async () => {
    expect(await first('水务局')).toBeUndefined();
    expect(await first('swj')).toBeUndefined();
  });
});

describe('a filter', () => {
  const found = async (unit: string, year: string): Promise<readonly string[]> => {
    const pages = await ask(VOLUMES, '支出合计', { words: WORDS, filter: { unit, year } });
    return pages
      .flatMap(({ results }) => results.flatMap(({ booklets }) => booklets))
      .map((booklet) => `${booklet.slug} ${booklet.year}`);
  };

  it('leaves what one body and one year say', async () => {
    expect(await found('', '')).toHaveLength(10);
    expect(await found('人社局', '')).toEqual(['people 2023', 'people 2022']);
    expect(await found('plans', '2022')).toEqual(['plans 2022']);
    expect(await found('fgw', '2022')).toEqual(['plans 2022']);
    expect((await found('', '2022')).length).toBe(5);
  });

  it('leaves nothing of a body that there is not', async () => {
    expect(await found('水务局', '')).toEqual([]);
  });
});

it('a body that was renamed is called in each year as it was', async () => {
  const renamed = [
    { slug: 'one', name: '示例市新名称局', year: 2023 },
    { slug: 'one', name: '示例市旧名称局', year: 2022 },
  ].map((volume) => ({ ...volume, sections: [{ page: 'x', anchor: '', lines: ['标题', '共同的话。'] }] }));
  const [page] = await ask(renamed, '共同的话');
  expect(page?.results[0]?.booklets.map(({ name, year }) => `${name} ${year}`)).toEqual([
    '示例市新名称局 2023',
    '示例市旧名称局 2022',
  ]);
});
