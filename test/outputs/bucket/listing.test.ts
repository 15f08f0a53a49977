import { once } from 'node:events';
import { createServer } from 'node:http';
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

it('a list that is cut is asked for again from its last key', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const marker = searchParams.get('marker') ?? '';
    asked.push(marker);
    response.end(
      marker === '' ? page(true, entry('a', '1'), entry('b b', '2')) : page(false, entry('c', '3')),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/site`);
  const bucket = openBucket({ url, region: 'x', accessKeyId: 'key', secretAccessKey: 'secret' });
  const found = await bucket.list('');
  server.closeAllConnections();
  server.close();
  expect(asked).toEqual(['', 'b b']);
  expect(found.map(({ key }) => key)).toEqual(['a', 'b b', 'c']);
});
