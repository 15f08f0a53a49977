import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openBucket } from '../../../src/outputs/bucket/bucket.ts';
import { readListing } from '../../../src/outputs/bucket/listing.ts';

const entry = (key: string, etag: string) =>
  `<Contents><Key>${key}</Key><ETag>&quot;${etag}&quot;</ETag><Owner><ID>x</ID></Owner></Contents>`;
const page = (truncated: boolean, ...entries: readonly string[]) =>
  `<?xml version="1.0"?><ListBucketResult><Name>site</Name>${entries.join('')}<IsTruncated>${String(truncated)}</IsTruncated></ListBucketResult>`;

it('a list of objects is read as XML: references stand for their signs', () => {
  expect(readListing(page(false, entry('a&amp;b&apos;.txt', 'ABC'), entry('数.csv', 'd-2')))).toEqual({
    found: [
      { key: "a&b'.txt", etag: 'abc' },
      { key: '数.csv', etag: 'd-2' },
    ],
    truncated: false,
  });
});

/** Opens a bucket behind a server that answers what it is told to; `close` ends the server. */
async function bucketThat(answers: (marker: string, response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    answers(searchParams.get('marker') ?? '', response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/site`);
  const bucket = openBucket({ url, region: 'x', accessKeyId: 'key', secretAccessKey: 'secret' });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { bucket, close };
}

it('a list that is cut is asked for again from its last key', async () => {
  const asked: string[] = [];
  const { bucket, close } = await bucketThat((marker, response) => {
    asked.push(marker);
    response.end(
      marker === '' ? page(true, entry('a', '1'), entry('b b', '2')) : page(false, entry('c', '3')),
    );
  });
  const found = await bucket.list('');
  close();
  expect(asked).toEqual(['', 'b b']);
  expect(found.map(({ key }) => key)).toEqual(['a', 'b b', 'c']);
});

it.each([
  ['a page for browsers', '<!DOCTYPE html><html><body>请登录</body></html>'],
  ['another format', '{"ok":true}'],
  ['nothing', ''],
  ['a list that breaks off', page(false, entry('a', '1')).slice(0, -30)],
  ['a list that goes on with nothing', page(true)],
  ['the same list for ever', page(true, entry('a', '1'))],
])('a bucket that answers %s is refused, and not taken for an empty one', async (_, answer) => {
  const { bucket, close } = await bucketThat((_marker, response) => response.end(answer));
  await expect(bucket.list('').finally(close)).rejects.toThrow(/答复的不是桶的清单；请检查桶的地址/u);
});

it('a bucket that hangs up in the middle, or sends elsewhere, is refused in a sentence', async () => {
  const rude = await bucketThat((_marker, response) => {
    response
      .writeHead(200, { 'content-length': '1000' })
      .write('<ListBucketResult>', () => response.destroy());
  });
  await expect(rude.bucket.list('').finally(rude.close)).rejects.toThrow(/^连不上 127\.0\.0\.1:/u);
  const moved = await bucketThat((_marker, response) =>
    response.writeHead(301, { location: 'http://127.0.0.1:9/' }).end(),
  );
  await expect(moved.bucket.list('').finally(moved.close)).rejects.toThrow(
    /^桶不接受 GET \/site：301；请检查/u,
  );
});
