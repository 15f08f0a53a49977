import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runHere } from '../../cli/run-here.ts';
import { openLocalBucket, type LocalBucket } from '../../support/local-bucket.ts';

let bucket: LocalBucket;
let site: string;

function write(files: Readonly<Record<string, string>>): void {
  rmSync(site, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ '.mingbai-output': '', ...files })) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
}

/** The real command, within this process, and what it printed. */
async function upload(...words: readonly string[]): Promise<{ status: number | null; said: string }> {
  const { status, stdout, stderr } = await runHere(['upload', ...words, '--from', site]);
  return { status, said: stdout + stderr };
}

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'mingbai-site-'));
});

beforeEach(async () => {
  bucket = await openLocalBucket();
  for (const [name, value] of Object.entries(bucket.keys)) vi.stubEnv(name, value);
  write({ 'index.html': '<p>首页</p>', 'a/2023/tables/一.csv': '1,2', 'odd (name)+!.txt': 'odd' });
  return () => bucket.close();
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(site, { recursive: true, force: true });
});

describe('mingbai upload', () => {
  it('puts a site into an empty bucket, with the types that browsers need', async () => {
    expect(await upload(bucket.url)).toEqual({
      status: 0,
      said: '已上传 4 个文件，删去 0 个，没有变的 0 个\n',
    });
    expect(await bucket.read('index.html')).toEqual({
      text: '<p>首页</p>',
      type: 'text/html; charset=utf-8',
    });
    expect(await bucket.read(encodeURI('a/2023/tables/一.csv'))).toMatchObject({ text: '1,2' });
    expect(await bucket.read('odd%20(name)%2B!.txt')).toMatchObject({ text: 'odd' });
  });

  it('afterwards sends only what differs, and removes what is gone', async () => {
    await upload(bucket.url);
    write({ 'index.html': '<p>新的首页</p>', 'a/2023/tables/一.csv': '1,2' });
    expect((await upload(bucket.url)).said).toBe('已上传 1 个文件，删去 1 个，没有变的 2 个\n');
    expect(await bucket.read('index.html')).toMatchObject({ text: '<p>新的首页</p>' });
    expect(await bucket.read('odd%20(name)%2B!.txt')).toBeUndefined();
  });

  it('stores texts packed where that is asked for, and readers get them as they are', async () => {
    const text = '<p>一样的话</p>'.repeat(1000);
    write({ 'index.html': text, 'booklet.xlsx': 'PK' });
    await upload(bucket.url, '--gzip');
    const answer = await fetch(`${bucket.url}/index.html`);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toBe(text);
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(500);
    expect(await bucket.read('booklet.xlsx')).toMatchObject({ text: 'PK' });
    expect((await upload(bucket.url, '--gzip')).said).toBe('已上传 0 个文件，删去 0 个，没有变的 3 个\n');
    expect((await upload(bucket.url)).said).toBe('已上传 1 个文件，删去 0 个，没有变的 2 个\n');
  });

  it('stays within its folder of the bucket', async () => {
    await upload(bucket.url, '--prefix', '/juesuan/');
    write({ 'index.html': 'x' });
    await upload(bucket.url, '--prefix', 'elsewhere');
    expect(await bucket.read('juesuan/index.html')).toMatchObject({ text: '<p>首页</p>' });
    expect(await bucket.read('elsewhere/index.html')).toMatchObject({ text: 'x' });
  });

  it('does not touch a bucket that holds something else', async () => {
    await upload(bucket.url, '--prefix', 'other');
    const { status, said } = await upload(bucket.url);
    expect(status).toBe(2);
    expect(said).toContain('桶里已有别的文件');
    expect(await bucket.read('index.html')).toBeUndefined();
    expect(await bucket.read('other/index.html')).toBeDefined();
  });

  it('does not send a folder that is no built site', async () => {
    rmSync(join(site, '.mingbai-output'));
    expect(await upload(bucket.url)).toMatchObject({
      status: 2,
      said: expect.stringContaining('不是生成好的网站'),
    });
  });

  it('says what the bucket answered when the key is wrong, and never the key', async () => {
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-the-secret-key');
    const { status, said } = await upload(bucket.url);
    expect(status).toBe(2);
    expect(said).toContain('桶不接受 GET /site：403 SignatureDoesNotMatch');
    expect(said).not.toContain('not-the-secret-key');
  });

  it('says so when nobody is there, or keys or address are missing', async () => {
    expect((await upload('http://127.0.0.1:9/site')).said).toContain('连不上 127.0.0.1:9');
    expect((await upload('桶')).said).toContain('桶的地址应以 https:// 开头');
    vi.stubEnv('AWS_ACCESS_KEY_ID', '');
    expect((await upload(bucket.url)).said).toContain('AWS_ACCESS_KEY_ID');
  });
});
