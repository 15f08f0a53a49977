import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entryFile } from '../../../src/outputs/cache/entry-file.ts';
import { RemoteCache } from '../../../src/outputs/cache/remote-cache.ts';

const ENTRY = Buffer.from('an entry');
/** For servers that never end their answer, in milliseconds: a busy machine takes its time to ask at all. */
const SHORT = 1500;

let server: Server;
let answer: RequestListener;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function remote(patience?: number): RemoteCache {
  const { port } = server.address() as AddressInfo;
  return new RemoteCache(new URL(`http://127.0.0.1:${port}/mingbai`), patience);
}

it('an entry is read where the folder that is shown has it', async () => {
  answer = (_, response) => response.end(entryFile('aa01', ENTRY));
  expect(await remote().read('aa01')).toEqual(ENTRY);
  expect(asked).toEqual(['GET /mingbai/aa/aa01']);
});

it('what a server gives in the place of an entry is none', async () => {
  const cache = remote();
  for (const other of [entryFile('aa02', ENTRY), '<!doctype html><p>请登录</p>', '']) {
    answer = (_, response) => response.end(other);
    expect(await cache.read('aa01')).toBeUndefined();
  }
  expect(cache.failure).toBeUndefined();
});

it.each([403, 404, 410])(
  'a server that answers %i has no such entry, and is asked for others',
  async (status) => {
    const cache = remote();
    answer = ({ url }, response) => {
      response.statusCode = url?.endsWith('aa01') === true ? status : 200;
      response.end(entryFile('aa02', ENTRY));
    };
    expect([await cache.read('aa01'), await cache.read('aa02')]).toEqual([undefined, ENTRY]);
    expect(cache.failure).toBeUndefined();
  },
);

it.each<readonly [string, RequestListener, string]>([
  ['answers with an error', (_, response) => response.writeHead(500).end(), 'HTTP 500'],
  ['does not answer', () => undefined, 'timeout'],
  ['stops within its answer', (_, response) => response.writeHead(200).write('some') && undefined, 'timeout'],
  [
    'breaks off',
    (_, response) => {
      response.writeHead(200, { 'content-length': 9 }).write('some', () => response.destroy());
    },
    'UND_ERR_SOCKET',
  ],
])('a server that %s is asked no more', async (_, listener, reason) => {
  const cache = remote(reason === 'timeout' ? SHORT : undefined);
  answer = listener;
  expect([await cache.read('aa01'), await cache.read('aa02')]).toEqual([undefined, undefined]);
  expect([cache.failure, asked.length]).toEqual([expect.stringContaining(reason), 1]);
});

it('a server that is not there is named by what the system says', async () => {
  const cache = remote();
  server.close();
  expect(await cache.read('aa01')).toBeUndefined();
  expect(cache.failure).toBe('ECONNREFUSED');
});
