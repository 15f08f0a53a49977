import { hash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CacheFolder } from '../../../src/outputs/cache/cache-folder.ts';
import { entryFile } from '../../../src/outputs/cache/entry-file.ts';
import { seal, unseal } from '../../../src/outputs/cache/sealed.ts';

const KEYS = ['aa01', 'aa02', 'bb03'] as const;

let folder: string;
let cache: CacheFolder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-cache-'));
  cache = new CacheFolder(folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sealed = seal({ 名称: '示例' }, [{ path: 'a/index.html', bytes: Buffer.from('<p>一</p>') }]);

it('an entry is read as it was written, however many write it at once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => new CacheFolder(folder).write('aa01', sealed)));
  expect(await cache.read('aa01')).toEqual(Buffer.from(sealed));
  expect(readdirSync(join(folder, 'aa'))).toEqual(['aa01']);
});

it('no key that nobody wrote is there', async () => {
  expect(await cache.read('aa01')).toBeUndefined();
});

it('what lies under the key of another is no entry of it', async () => {
  await cache.write('aa01', sealed);
  copyFileSync(join(folder, 'aa/aa01'), join(folder, 'aa/aa02'));
  expect([await cache.read('aa01'), await cache.read('aa02')]).toEqual([Buffer.from(sealed), undefined]);
});

it('what was used longest ago goes first, and what a killed writer left behind', async () => {
  for (const key of KEYS) await cache.write(key, sealed);
  KEYS.forEach((key, age) => utimesSync(join(folder, key.slice(0, 2), key), 100 + age, 100 + age));
  const left = join(folder, 'aa', 'aa01.x.new~');
  writeFileSync(left, '');
  utimesSync(left, 100, 100);
  await cache.read('aa01');
  await cache.trim(2 * entryFile('aa01', sealed).length);
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'aa',
    'aa/aa01',
    'bb',
    'bb/bb03',
  ]);
});

it('a folder that cannot be written is told of, and nothing fails', async () => {
  writeFileSync(join(folder, 'aa'), 'no folder');
  await cache.write('aa01', sealed);
  expect(cache.failure).toBe('EEXIST');
  await cache.write('bb03', sealed);
  expect(await cache.read('bb03')).toBeUndefined();
});

it('what was sealed comes out again', () => {
  const { head, files = [] } = unseal(sealed) ?? {};
  expect(head).toEqual({ 名称: '示例' });
  expect(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
    ['a/index.html', '<p>一</p>'],
  ]);
});

it('nothing comes out if any byte is another, or some are missing', () => {
  const damaged = [...sealed.keys()].map((at) =>
    sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)),
  );
  const cut = [...sealed.keys()].map((end) => sealed.subarray(0, end));
  expect([...damaged, ...cut].map(unseal).filter((one) => one !== undefined)).toEqual([]);
});

it.each(['../a.html', '/a.html', 'a/../../b.html', 'a//b.html', 'C:\\a.html', 'a\\..\\..\\b.html'])(
  'nothing comes out that would be written to %s',
  (path) => {
    expect(unseal(seal({}, [{ path, bytes: Buffer.of() }]))).toBeUndefined();
  },
);

it('nothing comes out of what somebody else has sealed', () => {
  const digest = (bytes: Uint8Array): Uint8Array =>
    Buffer.concat([Buffer.from(hash('sha256', bytes)), bytes]);
  const none = Buffer.from('[]');
  const packed = [none, zstdCompressSync(none), zstdCompressSync(Buffer.from([9, 0, 0, 0, 1]))];
  expect(packed.map((bytes) => unseal(digest(bytes)))).toEqual([undefined, undefined, undefined]);
});
