import { describe, expect, it } from 'vitest';
import { ask, wordsOf } from './library.ts';

type Lines = readonly [title: string, ...text: string[]];

const TEXTS: readonly Lines[] = [
  ['一、支出情况', '本年工伤、大病等保险支出与上年无差异，车辆、差旅、会议等支出略减。'],
  ['二、测评情况', '全年等保 测评一次，整改完毕。'],
  ['三、车辆情况', '保有公务用车2辆，支出6060.85万元，另有12,345.60元。'],
  ['四、其他', '无。'],
];

const VOLUMES = [
  {
    slug: 'one',
    name: '示例市某局',
    year: 2023,
    sections: TEXTS.map((lines, at) => ({ page: 'explanations', anchor: `a${at + 1}`, lines })),
  },
];

const WORDS = wordsOf({
  回答: [
    { 标题: ['车辆情况'], 说法: { 公务用车: ['公车', '小轿车'] } },
    { 标题: ['支出情况'], 说法: { 支出: ['花'] } },
  ],
  虚词: ['多少钱', '了', '的'],
});

async function found(typed: string): Promise<readonly string[]> {
  const pages = await ask(VOLUMES, typed, { words: WORDS });
  return pages.flatMap(({ results }) => results.map(({ anchor }) => anchor));
}

const instead = async (typed: string): Promise<string | undefined> =>
  (await ask(VOLUMES, typed, { words: WORDS }))[0]?.instead;

describe('what answers comes first', () => {
  it.each([
    ['a word of its own before one that cuts others apart', '等保', ['a2', 'a1']],
    ['the title before a mention', '车辆', ['a3', 'a1']],
    ['what the public calls it, though it stands nowhere', '公车', ['a3']],
    ['a question', '公车花了多少钱', ['a3', 'a1']],
    ['a general question', '花了多少钱', ['a1']],
  ])('%s: %s', async (_, typed, anchors) => {
    expect(await found(typed)).toEqual(anchors);
  });

  it('marks the word of the booklet', async () => {
    const [page] = await ask(VOLUMES, '小轿车', { words: WORDS });
    const marked = page?.results[0]?.passages.flat().filter(({ match }) => match);
    expect(marked?.map(({ text }) => text)).toEqual(['公务用车']);
  });

  it.each(['小轿东', '小轿', '公务用东'])('mends a slip: %s', async (typed) => {
    expect((await found(typed))[0]).toBe(typed === '小轿' ? undefined : 'a3');
  });

  it('says what it looked for instead', async () => {
    expect(await instead('公务用东')).toBe('公务用车');
    expect(await instead('公务用车')).toBeUndefined();
  });
});

describe('an amount', () => {
  it.each([
    '6060.85',
    '6,060.85',
    '６，０６０．８５',
    '6060.85万',
    '6060.85万元',
    '0.61亿',
    '0.606亿元',
    '60608500元',
    '60,608,500',
    '12345.6',
    '12,345.60元',
  ])('is found however it is written: %s', async (typed) => {
    expect(await found(typed)).toEqual(['a3']);
  });

  it.each(['6061.85', '0.62亿', '0.607亿元', '60618500元', '6060.86万元'])(
    'is not found for another: %s',
    async (typed) => {
      expect(await found(typed)).toEqual([]);
    },
  );
});
