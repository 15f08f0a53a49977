import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../src/accounts/schema/site.ts';
import { togetherOf } from '../../../src/accounts/schema/search-words.ts';
import { mustFit, type PlacedPart } from '../../../src/outputs/shards/part.ts';
import { unitsOfShard } from '../../../src/outputs/shards/shard.ts';

const SLUGS = ['jiaoyu', 'caizheng', 'minzheng', 'shuiwu', 'tongji'];

function shares(slugs: readonly string[], count: number, costs?: ReadonlyMap<string, number>) {
  return Array.from({ length: count }, (_, at) => unitsOfShard(slugs, { index: at + 1, count }, costs));
}

describe('which units are in which shard', () => {
  it('every unit is in one shard, whatever the order of the names and the costs', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/));
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(100)), (slugs, count, seconds) => {
        const costs = new Map(slugs.flatMap((slug, at) => (at in seconds ? [[slug, seconds[at] ?? 0]] : [])));
        expect(shares(slugs, count, costs).flat().toSorted()).toEqual(slugs.toSorted());
        expect(shares(slugs.toReversed(), count, costs)).toEqual(shares(slugs, count, costs));
      }),
    );
  });

  it('they are dealt out by name', () => {
    expect(shares(SLUGS, 2)).toEqual([
      ['caizheng', 'minzheng', 'tongji'],
      ['jiaoyu', 'shuiwu'],
    ]);
  });

  it('with known costs no shard has much more to do than another', () => {
    const costs = new Map([
      ['caizheng', 9],
      ['jiaoyu', 3],
      ['minzheng', 3],
      ['shuiwu', 2],
    ]);
    // What is not known counts as the mean, 4.25.
    expect(shares(SLUGS, 2, costs)).toEqual([
      ['caizheng', 'shuiwu'],
      ['jiaoyu', 'minzheng', 'tongji'],
    ]);
  });
});

describe('parts of a site', () => {
  const part = (index: number, other: Partial<PlacedPart> = {}): PlacedPart => ({
    program: 'p',
    version: '0.1.0',
    inputs: 'i',
    shard: { index, count: 3 },
    pdf: true,
    printing: '[""]',
    settings: DEFAULT_SETTINGS,
    searchWords: togetherOf([]),
    fonts: [],
    booklets: 1,
    names: [],
    folder: `/part-${index}`,
    ...other,
  });

  it('fit in any order', () => {
    expect(mustFit([part(3), part(1), part(2)])).toHaveLength(3);
  });

  it.each<readonly [string, readonly PlacedPart[], string]>([
    ['one is lost', [part(1), part(3)], '缺少第 2 份（共 3 份）；请用 mingbai build --shard 2/3 补上'],
    [
      'one is there twice',
      [part(1), part(2), part(3), part(2, { folder: '/again' })],
      '第 2/3 份有 2 个：/part-2、/again；请只写一个',
    ],
    ['another version made one', [part(1), part(2, { program: 'q' }), part(3)], '由不同版本的程序'],
    ['one is of another input', [part(1), part(2), part(3, { inputs: 'j' })], '由不同的账目、模板或设置生成'],
    ['one has no PDFs', [part(1), part(2), part(3, { pdf: false })], '一份有 PDF，一份没有'],
    [
      'another browser printed one',
      [part(1), part(2, { printing: '["","Chrome"]' }), part(3)],
      '不同的浏览器',
    ],
    ['one is of two', [part(1), part(2, { shard: { index: 2, count: 2 } }), part(3)], '分成的份数不同'],
  ])('are refused if %s', (_, parts, message) => {
    expect(() => mustFit(parts)).toThrow(message);
  });
});
